#include "ui/viewer/figure_painter.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/viewer/contour_lines.h"
#include "ui/viewer/figure_bar.h"
#include "ui/viewer/layer_images.h"
#include "ui/viewer/region_layer.h"
#include "ui/viewer/segment_outline.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/plot_style.h"

namespace segad::ui {

namespace {
/// From here on pixels are drawn as squares, as on the screen.
constexpr double kPixelZoom = 3;
constexpr double kHalo = 1.2 * kUnitsPerPoint;
constexpr double kLine = 0.6 * kUnitsPerPoint;
/// A scale bar is at most this share of the picture.
constexpr double kScaleShare = 0.3;
constexpr double kScaleInset = 0.8 * kUnitsPerMm;

QImage greyImage(const cv::Mat& mask) {
    return {mask.data, mask.cols, mask.rows, static_cast<qsizetype>(mask.step), QImage::Format_Grayscale8};
}

/// Format_Grayscale8, whose memory is shared.
cv::Mat maskOf(const QImage& image) {
    return {image.height(), image.width(), CV_8UC1, const_cast<uchar*>(image.constBits()),
            static_cast<std::size_t>(image.bytesPerLine())};
}

/// What is set in the mask, in one colour.
QImage filled(const cv::Mat& mask, const QColor& color) {
    QImage image(mask.cols, mask.rows, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < mask.rows; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const auto* values = mask.ptr<uchar>(y);
        for (int x = 0; x < mask.cols; ++x)
            line[x] = values[x] != 0 ? color.rgb() : 0;
    }
    return image;
}

/// Picture and overlays with `dots` pixels, so that they look alike in every format.
QImage compose(const FigurePanel& panel, const Figure& figure, const QRect& crop, QSize dots) {
    const PartPicture& part = *panel.picture;
    const double zoom = static_cast<double>(dots.width()) / crop.width();
    const auto mode = zoom < kPixelZoom ? Qt::SmoothTransformation : Qt::FastTransformation;
    QImage composed =
        part.image.copy(crop).scaled(dots, Qt::IgnoreAspectRatio, mode).convertToFormat(QImage::Format_RGB32);
    QPainter painter(&composed);
    const auto overlay = [&](const QImage& layer, double opacity, bool smooth) {
        const double sx = static_cast<double>(layer.width()) / part.image.width();
        const double sy = static_cast<double>(layer.height()) / part.image.height();
        const QRectF from(crop.x() * sx, crop.y() * sy, crop.width() * sx, crop.height() * sy);
        painter.setOpacity(opacity);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, smooth);
        painter.drawImage(QRectF(QPointF(), dots), layer, from);
    };
    if (figure.segments.shown && part.segments)
        overlay(segmentImage(*part.segments, figure.segmentColors), figure.segments.opacity, false);
    if (figure.groundTruth.shown && figure.groundTruth.opacity > 0 && !part.groundTruth.isNull())
        overlay(filled(maskOf(part.groundTruth), groundTruthColor()), figure.groundTruth.opacity, false);
    if (figure.heat.shown && part.map && panel.scale)
        overlay(heatImage(*part.map, *panel.scale), figure.heat.opacity, true);
    if (figure.regions.shown && figure.regions.opacity > 0 && !panel.regions.empty())
        overlay(filled(panel.regions, RegionLayer::kColor), figure.regions.opacity, false);
    return composed;
}

/// The part of the line from `a` to `b` inside `box` (Liang and Barsky); absent when there is none. Clipped
/// here, because not every SVG reader clips.
std::optional<QLineF> clipped(QPointF a, QPointF b, const QRectF& box) {
    double from = 0;
    double to = 1;
    const QPointF d = b - a;
    const double steps[4][2] = {{-d.x(), a.x() - box.left()},
                                {d.x(), box.right() - a.x()},
                                {-d.y(), a.y() - box.top()},
                                {d.y(), box.bottom() - a.y()}};
    for (const auto& [p, q] : steps) {
        if (p == 0) {
            if (q < 0) return std::nullopt;
            continue;
        }
        if (p < 0)
            from = std::max(from, q / p);
        else
            to = std::min(to, q / p);
    }
    if (from > to) return std::nullopt;
    return QLineF(a + from * d, a + to * d);
}

/// Runs of points of lines in the picture's pixels that lie in the crop, in units of the page.
std::vector<QPolygonF> visibleRuns(const std::vector<QPolygonF>& lines, bool closed,
                                   const FigureLayout::Cell& cell) {
    std::vector<QPolygonF> runs;
    const QRectF crop = cell.crop;
    const double sx = cell.picture.width() / crop.width();
    const double sy = cell.picture.height() / crop.height();
    const auto onPage = [&](QPointF pixel) {
        return cell.picture.topLeft() +
               QPointF((pixel.x() - crop.left()) * sx, (pixel.y() - crop.top()) * sy);
    };
    for (const QPolygonF& outline : lines) {
        QPolygonF run;
        const qsizetype steps = closed ? outline.size() : outline.size() - 1;
        for (qsizetype i = 0; i < steps; ++i) {
            const auto line = clipped(outline[i], outline[(i + 1) % outline.size()], crop);
            const bool goesOn = line && !run.isEmpty() && run.back() == onPage(line->p1());
            if (!goesOn && run.size() > 1) runs.push_back(run);
            if (!goesOn) run.clear();
            if (!line) continue;
            if (run.isEmpty()) run << onPage(line->p1());
            run << onPage(line->p2());
        }
        if (run.size() > 1) runs.push_back(run);
    }
    return runs;
}

class Drawing {
public:
    Drawing(QPainter& painter, const FigureStyle& style, const FigureLayout& layout)
        : painter_(painter), style_(style), layout_(layout) {}

    void text(const QRectF& where, const QFont& font, const QString& words) {
        if (where.isEmpty() || words.isEmpty()) return;
        painter_.setFont(font);
        painter_.setPen(style_.ink);
        painter_.drawText(where, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetricsF(font).elidedText(words, Qt::ElideRight, where.width()));
    }

    /// With a halo, so that they are seen on dark and on bright.
    void lines(const std::vector<QPolygonF>& runs, const QColor& color) {
        painter_.save();
        painter_.setBrush(Qt::NoBrush);
        for (const QPen& pen : {QPen(Qt::black, kHalo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin),
                                QPen(color, kLine, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)}) {
            painter_.setPen(pen);
            for (const QPolygonF& run : runs)
                painter_.drawPolyline(run);
        }
        painter_.restore();
    }

    void outlines(const FigurePanel& panel, const Figure& figure, const FigureLayout::Cell& cell) {
        const PartPicture& part = *panel.picture;
        if (panel.contourLevel && part.map) {
            std::vector<QPolygonF> contours;
            for (ContourLine& line :
                 contourLines(part.map->pixels(), static_cast<float>(*panel.contourLevel), part.image.size()))
                contours.push_back(std::move(line.points));
            lines(visibleRuns(contours, false, cell), Qt::white);
        }
        if (panel.outlinedSegment >= 0 && part.segments) {
            std::vector<QPolygonF> decided = segmentOutlines(*part.segments, panel.outlinedSegment);
            const QTransform toPixels = QTransform::fromScale(part.image.width(), part.image.height());
            for (QPolygonF& outline : decided)
                outline = toPixels.map(outline);
            lines(visibleRuns(decided, true, cell), SegmentOutline::color());
        }
        if (figure.regions.shown && !panel.regions.empty())
            lines(visibleRuns(ui::outlines(greyImage(panel.regions)), true, cell), RegionLayer::kColor);
        if (figure.groundTruth.shown)
            lines(visibleRuns(ui::outlines(part.groundTruth), true, cell), groundTruthColor());
    }

    /// Bars to both sides of zero, each under its words, as many as there is room for.
    void reasons(const FigureLayout::Cell& cell, const std::vector<Reason>& reasons) {
        double least = 0;
        double most = 0;
        for (const Reason& reason : reasons) {
            least = std::min(least, reason.value);
            most = std::max(most, reason.value);
        }
        if (most <= least) return;
        const QFontMetricsF metrics(layout_.small);
        const double unit = cell.picture.width() / (most - least);
        const double zero = cell.picture.left() - least * unit;
        const double step = metrics.lineSpacing() + 2 * kScaleInset;
        double top = cell.picture.top();
        for (const Reason& reason : reasons) {
            if (top + step > cell.picture.bottom()) break;
            const QString number = signedNumber(reason.value);
            const QRectF line(cell.picture.left(), top, cell.picture.width(), metrics.lineSpacing());
            const double room = line.width() - metrics.horizontalAdvance(number) - kScaleInset;
            text(QRectF(line.topLeft(), QSizeF(room, line.height())), layout_.small, reason.words);
            painter_.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, number);
            painter_.fillRect(QRectF(zero, line.bottom(), reason.value * unit, kScaleInset).normalized(),
                              curveColor(reason.value > 0 ? 1 : 0));
            top += step;
        }
    }

    /// A bar of a round number of the picture's pixels, lower left, on a dark ground so that it is seen on
    /// every picture.
    void scaleBar(const FigureLayout::Cell& cell) {
        const double perPixel = cell.picture.width() / cell.crop.width();
        const int pixels = roundLength(static_cast<int>(cell.crop.width() * kScaleShare));
        if (pixels == 0) return;
        const QString words = FigureBar::tr("%1 px").arg(pixels);
        const QFontMetricsF metrics(layout_.small);
        const double length = pixels * perPixel;
        const double across = std::max(length, metrics.horizontalAdvance(words)) + 2 * kScaleInset;
        const double down = metrics.lineSpacing() + 2 * kScaleInset;
        const QRectF ground(cell.picture.left() + kScaleInset, cell.picture.bottom() - kScaleInset - down,
                            across, down);
        if (across > cell.picture.width() / 2 || down > cell.picture.height() / 2) return;
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(QColor(0, 0, 0, 150));
        painter_.drawRect(ground);
        painter_.setBrush(Qt::white);
        painter_.drawRect(
            QRectF(ground.center().x() - length / 2, ground.bottom() - kScaleInset, length, kScaleInset / 2));
        painter_.setPen(Qt::white);
        painter_.setFont(layout_.small);
        painter_.drawText(ground.adjusted(0, kScaleInset / 2, 0, -kScaleInset), Qt::AlignCenter, words);
    }

    void missing(const FigureLayout::Cell& cell, const QString& words) {
        painter_.setPen(QPen(style_.ink, kLine));
        painter_.setBrush(Qt::NoBrush);
        painter_.drawRect(cell.picture);
        painter_.setFont(layout_.small);
        painter_.drawText(cell.picture, Qt::AlignCenter | Qt::TextWordWrap, words);
    }

private:
    /// The largest of 1, 2, 5, 10, 20, … up to `most`; 0 when there is none.
    static int roundLength(int most) {
        int best = 0;
        for (int power = 1; power <= most; power *= 10) {
            for (const int factor : {1, 2, 5})
                if (power * factor <= most) best = power * factor;
        }
        return best;
    }

    QPainter& painter_;
    const FigureStyle& style_;
    const FigureLayout& layout_;
};

/// "a", …, "z", "aa", …
QString letter(std::size_t index) {
    QString word(QChar(QLatin1Char(static_cast<char>('a' + index % 26))));
    return index < 26 ? word : letter(index / 26 - 1) + word;
}
}  // namespace

void drawFigure(QPainter& painter, const Figure& figure, const FigureStyle& style, const FigureLayout& layout,
                int dpi) {
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::LosslessImageRendering);
    // The last dot of a PNG may be wider than the rest of the page.
    painter.fillRect(QRectF(QPointF(), layout.size).adjusted(0, 0, kUnitsPerMm, kUnitsPerMm), style.paper);
    Drawing drawing(painter, style, layout);
    bool scaleBar = style.scaleBar;
    for (std::size_t i = 0; i < figure.panels.size(); ++i) {
        const FigurePanel& panel = figure.panels[i];
        const FigureLayout::Cell& cell = layout.cells[i];
        QString title = style.letters ? QStringLiteral("(%1) ").arg(letter(i)) : QString();
        if (style.titles) title += panel.title;
        drawing.text(cell.title, layout.bold, title);
        drawing.text(cell.note, layout.small, panel.note);
        if (!panel.reasons.empty()) {
            drawing.reasons(cell, panel.reasons);
            continue;
        }
        if (!panel.picture || panel.picture->image.isNull()) {
            drawing.missing(cell, panel.picture ? panel.picture->error : QString());
            continue;
        }
        painter.drawImage(cell.picture, compose(panel, figure, cell.crop, dotsOf(cell.picture, dpi)));
        drawing.outlines(panel, figure, cell);
        // One says it for all panels of the same picture.
        if (scaleBar) drawing.scaleBar(cell);
        scaleBar =
            scaleBar && i + 1 < figure.panels.size() &&
            (!figure.panels[i + 1].picture || figure.panels[i + 1].picture->part != panel.picture->part);
        if (!cell.bar.isEmpty()) FigureBar(panel, layout.small, style.ink).draw(painter, cell.bar);
    }
    if (!layout.sharedBar.isEmpty()) {
        const auto scaled =
            std::ranges::find_if(figure.panels, [](const auto& panel) { return panel.scale.has_value(); });
        FigureBar(*scaled, layout.small, style.ink).draw(painter, layout.sharedBar);
    }
    painter.setFont(layout.small);
    painter.setPen(style.ink);
    painter.drawText(layout.caption, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     layout.caption.isEmpty() ? QString() : figure.caption);
}

}  // namespace segad::ui
