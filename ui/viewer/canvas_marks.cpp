#include "ui/viewer/canvas_marks.h"

#include <QFontMetrics>
#include <QPainter>

namespace segad::ui {

namespace {
constexpr double kMarkerLength = 9;
constexpr double kMarkerGap = 3;
constexpr int kEdge = 10;
constexpr int kPadding = 6;
}  // namespace

void drawMarker(QPainter& painter, const QPointF& at) {
    for (const QPen& pen : {QPen(Qt::black, 3), QPen(Qt::white, 1)}) {
        painter.setPen(pen);
        for (const QPointF& direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(at + kMarkerGap * direction, at + kMarkerLength * direction);
    }
}

QRect markerRect(const QPointF& at) {
    const double reach = kMarkerLength + 2;
    return QRectF(at - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)).toAlignedRect();
}

void drawNotice(QPainter& painter, const QRect& canvas, const QString& words) {
    constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    constexpr int kRoom = kEdge + kPadding;
    const QRect room = canvas.adjusted(kRoom, kRoom, -kRoom, -kRoom);
    const QRect lines = painter.fontMetrics().boundingRect(room, kFlags, words);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 190));
    painter.drawRoundedRect(lines.adjusted(-kPadding, -kPadding, kPadding, kPadding), 4, 4);
    painter.setPen(Qt::white);
    painter.drawText(lines, kFlags, words);
    painter.restore();
}

}  // namespace segad::ui
