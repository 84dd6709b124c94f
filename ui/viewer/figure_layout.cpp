#include "ui/viewer/figure_layout.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace segad::ui {

namespace {
constexpr double kMargin = 1 * kUnitsPerMm;
constexpr double kGap = 2.5 * kUnitsPerMm;
constexpr double kTextGap = 0.5 * kUnitsPerMm;
constexpr double kSharedBarWidth = 80 * kUnitsPerMm;
constexpr double kMaxHeight = 240 * kUnitsPerMm;
constexpr double kLeastPicture = 5 * kUnitsPerMm;
constexpr double kSmall = 0.86;  // of the text size

QFont sized(QFont font, double points) {
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(points * kUnitsPerPoint))));
    return font;
}

double lineOf(const QFont& font) {
    return QFontMetricsF(font).lineSpacing();
}

QRect cropOf(const FigurePanel& panel, const Figure& figure, const FigureStyle& style) {
    if (!panel.picture || panel.picture->image.isNull()) return {0, 0, 4, 3};
    const QRect whole = panel.picture->image.rect();
    if (!style.onlySeen) return whole;
    const QRectF seen(figure.seen.x() * whole.width(), figure.seen.y() * whole.height(),
                      figure.seen.width() * whole.width(), figure.seen.height() * whole.height());
    const QRect crop = seen.toAlignedRect().intersected(whole);
    return crop.isEmpty() ? whole : crop;
}

/// Lays out from top to bottom, one row of panels after the other.
class Builder {
public:
    Builder(const Figure& figure, const FigureStyle& style, int dpi)
        : figure_(figure), style_(style), pitch_(kUnitsPerInch / dpi) {
        layout_.font = sized(style.font, style.textPoints);
        layout_.bold = layout_.font;
        layout_.bold.setBold(true);
        layout_.small = sized(style.font, style.textPoints * kSmall);
        columns_ = std::clamp(figure.columns, 1, std::max(1, count()));
        width_ = style.widthMm * kUnitsPerMm;
        cellWidth_ = std::max(kLeastPicture, (width_ - 2 * kMargin - (columns_ - 1) * kGap) / columns_);
        bars_ = style.colorBars && figure.heat.shown;
        const bool anyNote =
            std::ranges::any_of(figure.panels, [](const auto& panel) { return !panel.note.isEmpty(); });
        titleHeight_ = style.titles || style.letters ? lineOf(layout_.bold) : 0;
        noteHeight_ = style.titles && anyNote ? lineOf(layout_.small) : 0;
        barHeight_ = kTextGap + kBarThickness + kBarTick + 2 * lineOf(layout_.small);
    }

    FigureLayout build() {
        const double below = tail();
        const double room = kMaxHeight - 2 * kMargin - below;
        double heads = 0;
        for (int row = 0; row < rows(); ++row)
            heads += headHeight() + (hasBar(row) ? barHeight_ : 0) + (row > 0 ? kGap : 0);
        const double most = std::max(kLeastPicture, (room - heads) / std::max(1, rows()));
        double y = kMargin;
        for (int row = 0; row < rows(); ++row) {
            if (row > 0) y += kGap;
            y = addRow(row, y, most);
        }
        if (hasSharedBar()) {
            const double across = std::min(width_ - 2 * kMargin, kSharedBarWidth);
            layout_.sharedBar = {(width_ - across) / 2, y + kTextGap, across, barHeight_};
            y += barHeight_ + kTextGap;
        }
        if (const double height = captionHeight(); height > 0) {
            layout_.caption = {kMargin, y + 2 * kTextGap, width_ - 2 * kMargin, height};
            y += height + 2 * kTextGap;
        }
        layout_.size = {width_, y + kMargin};
        return std::move(layout_);
    }

private:
    int count() const { return static_cast<int>(figure_.panels.size()); }
    int rows() const { return (count() + columns_ - 1) / columns_; }
    double headHeight() const {
        const double head = titleHeight_ + noteHeight_;
        return head > 0 ? head + kTextGap : 0;
    }
    double snapped(double value) const { return std::round(value / pitch_) * pitch_; }

    bool hasBar(int row) const {
        if (!bars_ || figure_.oneScale) return false;
        for (int i = row * columns_; i < std::min(count(), (row + 1) * columns_); ++i)
            if (figure_.panels[static_cast<std::size_t>(i)].scale) return true;
        return false;
    }
    bool hasSharedBar() const {
        return bars_ && figure_.oneScale &&
               std::ranges::any_of(figure_.panels, [](const auto& panel) { return panel.scale.has_value(); });
    }
    double captionHeight() const {
        if (!style_.caption || figure_.caption.isEmpty()) return 0;
        return QFontMetricsF(layout_.small)
            .boundingRect(QRectF(0, 0, width_ - 2 * kMargin, kMaxHeight), Qt::TextWordWrap, figure_.caption)
            .height();
    }
    /// What stands below the panels.
    double tail() const {
        const double caption = captionHeight();
        return (hasSharedBar() ? barHeight_ + kTextGap : 0) + (caption > 0 ? caption + 2 * kTextGap : 0);
    }

    /// The first panel of a row.
    std::size_t firstOf(int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_);
    }

    /// Adds the cells of a row that begins at `y`; where the next one may begin.
    double addRow(int row, double y, double most) {
        double tallest = 0;
        for (int column = 0; column < columns_ && row * columns_ + column < count(); ++column) {
            const FigurePanel& panel = figure_.panels[firstOf(row) + static_cast<std::size_t>(column)];
            FigureLayout::Cell cell{.crop = cropOf(panel, figure_, style_)};
            const double left = kMargin + column * (cellWidth_ + kGap);
            double top = y;
            if (titleHeight_ > 0) cell.title = {left, top, cellWidth_, titleHeight_};
            top += titleHeight_;
            if (noteHeight_ > 0 && !panel.note.isEmpty()) cell.note = {left, top, cellWidth_, noteHeight_};
            top = y + headHeight();
            const double aspect = static_cast<double>(cell.crop.width()) / cell.crop.height();
            const double height = std::min(cellWidth_ / aspect, most);
            const double across = std::min(cellWidth_, height * aspect);
            cell.picture = {snapped(left), snapped(top), std::max(pitch_, snapped(across)),
                            std::max(pitch_, snapped(height))};
            tallest = std::max(tallest, cell.picture.height());
            layout_.cells.push_back(cell);
        }
        // Reasons have no shape of their own: as many as there is room for beside the pictures.
        for (std::size_t i = firstOf(row); i < layout_.cells.size(); ++i)
            if (!figure_.panels[i].reasons.empty()) layout_.cells[i].picture.setHeight(tallest);
        const double below = snapped(y + headHeight()) + tallest;
        if (!hasBar(row)) return below;
        for (std::size_t i = firstOf(row); i < layout_.cells.size(); ++i) {
            const QRectF& picture = layout_.cells[i].picture;
            if (figure_.panels[i].scale)
                layout_.cells[i].bar = {picture.left(), below + kTextGap,
                                        std::max(picture.width(), cellWidth_ / 2), barHeight_ - kTextGap};
        }
        return below + barHeight_;
    }

    const Figure& figure_;
    const FigureStyle& style_;
    FigureLayout layout_;
    double pitch_;
    int columns_ = 1;
    double width_ = 0;
    double cellWidth_ = 0;
    bool bars_ = false;
    double titleHeight_ = 0;
    double noteHeight_ = 0;
    double barHeight_ = 0;
};
}  // namespace

FigureLayout layOut(const Figure& figure, const FigureStyle& style, int dpi) {
    return Builder(figure, style, dpi).build();
}

QSize dotsOf(const QRectF& picture, int dpi) {
    const double dots = dpi / kUnitsPerInch;
    return {std::max(1, static_cast<int>(std::lround(picture.width() * dots))),
            std::max(1, static_cast<int>(std::lround(picture.height() * dots)))};
}

}  // namespace segad::ui
