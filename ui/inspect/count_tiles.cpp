#include "ui/inspect/count_tiles.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <algorithm>

#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
constexpr double kGap = 6;
constexpr double kStripe = 5;
/// Of the widget's own font.
constexpr double kNumberSize = 2.1;
constexpr double kTileHeight = 4.1;
/// Across a tile, for its name.
constexpr int kTileLetters = 15;
}  // namespace

CountTiles::CountTiles(QWidget* parent)
    : QWidget(parent),
      tiles_{tileOf(Verdict::Pass),
             tileOf(Verdict::Review),
             tileOf(Verdict::Reject),
             {.mark = QStringLiteral("?"), .name = noVerdictText({}), .color = labelColor(Label::Unlabelled)},
             {.name = tr("parts")},
             {.name = tr("per minute")}} {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Counts"));
    setCounts({}, 0);
    fitHeight();
}

CountTiles::Tile CountTiles::tileOf(Verdict verdict) {
    return {.mark = verdictMark(verdict), .name = verdictText(verdict), .color = verdictColor(verdict)};
}

void CountTiles::setCounts(const InspectionRecord& totals, double perMinute) {
    const QLocale locale;
    const std::array<int, 5> counts{totals.pass, totals.review, totals.reject, totals.failed, totals.parts};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        tiles_[i].number = locale.toString(counts[i]);
        const bool share = i < 4 && totals.parts > 0;
        tiles_[i].remark =
            share ? tr("%1 %").arg(percent(static_cast<double>(counts[i]) / totals.parts)) : QString();
    }
    tiles_.back().number = locale.toString(perMinute, 'f', perMinute < 9.95 ? 1 : 0);
    setAccessibleDescription(texts().join(QStringLiteral(", ")));
    update();
}

QStringList CountTiles::texts() const {
    QStringList texts;
    for (const Tile& tile : tiles_)
        texts << QStringLiteral("%1 %2").arg(tile.number, tile.name);
    return texts;
}

int CountTiles::columns() const {
    return width() >= 3 * fontMetrics().averageCharWidth() * kTileLetters ? 3 : 2;
}

void CountTiles::fitHeight() {
    const int rows = static_cast<int>(tiles_.size()) / columns();
    const int tile = static_cast<int>(fontMetrics().height() * kTileHeight);
    setFixedHeight(rows * tile + (rows - 1) * static_cast<int>(kGap));
}

void CountTiles::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHeight();
}

void CountTiles::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) fitHeight();
}

void CountTiles::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto across = static_cast<std::size_t>(columns());
    const double rows = static_cast<double>(tiles_.size()) / static_cast<double>(across);
    const double wide = (width() - kGap * (static_cast<double>(across) - 1)) / static_cast<double>(across);
    const double high = (height() - kGap * (rows - 1)) / rows;
    for (std::size_t i = 0; i < tiles_.size(); ++i) {
        const auto column = static_cast<double>(i % across);
        const auto row = static_cast<double>(i / across);
        paintTile(painter, {column * (wide + kGap), row * (high + kGap), wide, high}, tiles_[i]);
    }
}

void CountTiles::paintTile(QPainter& painter, const QRectF& room, const Tile& tile) const {
    painter.fillRect(room, palette().color(QPalette::Base));
    const QColor stripe = tile.color.isValid() ? tile.color : palette().color(QPalette::Mid);
    painter.fillRect(QRectF(room.left(), room.top(), kStripe, room.height()), stripe);
    const QRectF inside = room.adjusted(kStripe + 10, 2, -10, -4);
    QFont font = this->font();
    const double small = QFontInfo(font).pixelSize();
    font.setBold(true);
    font.setPixelSize(static_cast<int>(small * kNumberSize));
    const double wide = QFontMetricsF(font).horizontalAdvance(tile.number);
    if (wide > inside.width()) font.setPixelSize(static_cast<int>(font.pixelSize() * inside.width() / wide));
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::Text));
    const double line = QFontMetricsF(this->font()).height();
    painter.drawText(inside.adjusted(0, 0, 0, -line), Qt::AlignLeft | Qt::AlignVCenter, tile.number);
    const double taken = QFontMetricsF(font).horizontalAdvance(tile.number);
    painter.setFont(this->font());
    const QFontMetricsF metrics(this->font());
    const QRectF below(inside.left(), inside.bottom() - line, inside.width(), line);
    const QString name = tile.mark.isEmpty() ? tile.name : QStringLiteral("%1 %2").arg(tile.mark, tile.name);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(name, Qt::ElideRight, below.width()));
    if (inside.width() - taken - small < metrics.horizontalAdvance(tile.remark)) return;
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(inside.adjusted(0, 0, 0, -line), Qt::AlignRight | Qt::AlignVCenter, tile.remark);
}

}  // namespace segad::ui
