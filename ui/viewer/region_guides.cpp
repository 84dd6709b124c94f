#include "ui/viewer/region_guides.h"

#include <QPainter>
#include <QPen>
#include <functional>

namespace segad::ui {

namespace {
constexpr double kHandle = 4;
/// Below it a cross says more than a ring.
constexpr double kSmallestRing = 2.5;
constexpr double kCross = 7;
constexpr double kMargin = 10;

/// A dark line below a light one is seen on every picture.
void drawTwice(QPainter& painter, const QColor& color, bool broken, const std::function<void()>& draw) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 3));
    draw();
    QPen pen(color, 1.4);
    if (broken) pen.setDashPattern({4, 3});
    painter.setPen(pen);
    draw();
    painter.restore();
}
}  // namespace

void drawBrush(QPainter& painter, const QPointF& centre, double radius, bool erases) {
    drawTwice(painter, Qt::white, erases, [&] {
        if (radius >= kSmallestRing) {
            painter.drawEllipse(centre, radius, radius);
            return;
        }
        for (const QPointF& direction : {QPointF(1, 0), QPointF(0, 1)}) {
            painter.drawLine(centre - kCross * direction, centre - kSmallestRing * direction);
            painter.drawLine(centre + kSmallestRing * direction, centre + kCross * direction);
        }
    });
}

QRect brushRect(const QPointF& centre, double radius) {
    const double reach = radius + kMargin;
    return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach).toAlignedRect();
}

void drawShape(QPainter& painter, const QPolygonF& points, bool closed, bool erases, bool marked,
               const QColor& color) {
    drawTwice(painter, erases ? QColor(Qt::white) : color, erases, [&] {
        if (closed)
            painter.drawPolygon(points);
        else
            painter.drawPolyline(points);
        if (marked && !points.isEmpty()) painter.drawEllipse(points.front(), kHandle, kHandle);
    });
}

void drawEllipse(QPainter& painter, const QRectF& box, bool erases, const QColor& color) {
    drawTwice(painter, erases ? QColor(Qt::white) : color, erases, [&] { painter.drawEllipse(box); });
}

}  // namespace segad::ui
