// What helps to paint: the brush at its true size, and the shape that is being drawn.
#pragma once

#include <QColor>
#include <QPointF>
#include <QPolygonF>
#include <QRect>

class QPainter;

namespace segad::ui {

/// A ring of `radius` around `centre`, broken when it erases; a cross when it would be too small.
void drawBrush(QPainter& painter, const QPointF& centre, double radius, bool erases);
/// What it covers.
QRect brushRect(const QPointF& centre, double radius);

/// A line through the points, closed or open, broken when it erases; `marked` gives the first point a handle.
/// White where it erases, else `color`.
void drawShape(QPainter& painter, const QPolygonF& points, bool closed, bool erases, bool marked,
               const QColor& color);
void drawEllipse(QPainter& painter, const QRectF& box, bool erases, const QColor& color);

}  // namespace segad::ui
