#include "ui/inspect/count_tiles.h"

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
}  // namespace

CountTiles::CountTiles(QWidget* parent)
    : QWidget(parent),
      tiles_{{{.mark = verdictMark(Verdict::Pass),
               .name = verdictText(Verdict::Pass),
               .color = verdictColor(Verdict::Pass)},
              {.mark = verdictMark(Verdict::Reject),
               .name = verdictText(Verdict::Reject),
               .color = verdictColor(Verdict::Reject)},
              {.mark = verdictMark(Verdict::Review),
               .name = verdictText(Verdict::Review),
               .color = verdictColor(Verdict::Review)},
              {.mark = QStringLiteral("?"), .name = tr("unreadable"), .color = labelColor(Label::Unlabelled)},
              {.name = tr("parts"), .color = {}},
              {.name = tr("parts per minute"), .color = {}}}} {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCounts({}, 0);
}

void CountTiles::setCounts(const InspectionRecord& totals, double perMinute) {
    const QLocale locale;
    const std::array<int, 5> counts{totals.pass, totals.reject, totals.review, totals.failed, totals.parts};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        tiles_[i].number = locale.toString(counts[i]);
        const bool share = i < 4 && totals.parts > 0;
        tiles_[i].remark =
            share ? tr("%1 %").arg(percent(static_cast<double>(counts[i]) / totals.parts)) : QString();
    }
    tiles_.back().number = locale.toString(perMinute, 'f', perMinute < 9.95 ? 1 : 0);
    setAccessibleName(tr("Counts"));
    setAccessibleDescription(texts().join(QStringLiteral(", ")));
    update();
}

QStringList CountTiles::texts() const {
    QStringList texts;
    for (const Tile& tile : tiles_)
        texts << QStringLiteral("%1 %2").arg(tile.number, tile.name);
    return texts;
}

QSize CountTiles::sizeHint() const {
    const int rows = static_cast<int>(tiles_.size()) / kColumns;
    const int tile = static_cast<int>(fontMetrics().height() * kTileHeight);
    return {static_cast<int>(fontMetrics().averageCharWidth() * 44),
            rows * tile + (rows - 1) * static_cast<int>(kGap)};
}

QSize CountTiles::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 26, sizeHint().height()};
}

void CountTiles::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int rows = static_cast<int>(tiles_.size()) / kColumns;
    const double wide = (width() - kGap * (kColumns - 1)) / kColumns;
    const double high = (height() - kGap * (rows - 1)) / rows;
    for (std::size_t i = 0; i < tiles_.size(); ++i) {
        const auto column = static_cast<double>(i % kColumns);
        const auto row = static_cast<double>(i / kColumns);
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
    painter.setFont(this->font());
    const QRectF below(inside.left(), inside.bottom() - line, inside.width(), line);
    const QString name = tile.mark.isEmpty() ? tile.name : QStringLiteral("%1 %2").arg(tile.mark, tile.name);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, name);
    const double left = below.width() - QFontMetricsF(this->font()).horizontalAdvance(name) - small;
    if (left < QFontMetricsF(this->font()).horizontalAdvance(tile.remark)) return;
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, tile.remark);
}

}  // namespace segad::ui
