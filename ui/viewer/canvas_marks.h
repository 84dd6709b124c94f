// What a canvas says over its picture: where the cursor of another canvas is, and what the picture lacks.
#pragma once

#include <QPointF>
#include <QRect>
#include <QString>

class QPainter;

namespace segad::ui {

/// A cross of black and white, seen on any picture, that leaves the pixel itself free.
void drawMarker(QPainter& painter, const QPointF& at);
/// What a marker there covers.
QRect markerRect(const QPointF& at);

/// Words on a dark plate in the upper left corner of `canvas`.
void drawNotice(QPainter& painter, const QRect& canvas, const QString& words);

}  // namespace segad::ui
