// What lies over a picture, as whole images and outlines, for figures; the canvas draws only what is seen
// (view_renderer.h).
#pragma once

#include <QColor>
#include <QImage>
#include <QPolygonF>
#include <vector>

#include "core/image/anomaly_map.h"
#include "core/image/segment_map.h"
#include "ui/viewer/heat_scale.h"

namespace segad::ui {

/// At the map's own size, Format_RGBA8888; transparent up to the scale's lower end.
QImage heatImage(const AnomalyMap& map, const HeatScale& scale);

/// At the segment map's own size, Format_RGBA8888; label 0, the background, is transparent, and a label
/// without a colour is grey.
QImage segmentImage(const SegmentMap& segments, const std::vector<QColor>& colors);

QColor groundTruthColor();

/// Closed outlines of what is set in a Format_Grayscale8 mask, in its pixels; none for a null image.
std::vector<QPolygonF> outlines(const QImage& mask);

}  // namespace segad::ui
