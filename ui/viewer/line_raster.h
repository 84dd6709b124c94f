// Lines drawn straight into a buffer of the screen's pixels, where a painter would need several frames for
// them: the contour lines of a restless map, and the grid between single pixels.
//
// Threads: any; rows are shared out among OpenCV's threads.
#pragma once

#include <QColor>
#include <QImage>
#include <QPolygonF>
#include <QRect>
#include <vector>

#include "ui/viewer/view_sampling.h"

namespace segad::ui {

/// A line with a halo around it, so that it is seen on dark and on bright; widths in device pixels.
struct LineLook {
    QColor color;
    double width = 1.5;
    QColor halo;
    double haloWidth = 3.5;
};

/// Over what is there, antialiased, within `area` of a Format_ARGB32_Premultiplied view. `pieces` are in the
/// view's coordinates, whose pixel (0, 0) reaches from (0, 0) to (1, 1).
void rasterLines(QImage& view, const QRect& area, const std::vector<QPolygonF>& pieces, const LineLook& look);

/// The edges between the image's pixels, one device pixel wide.
void rasterPixelGrid(QImage& view, const QRect& area, const ViewGeometry& geometry, const QColor& color);

}  // namespace segad::ui
