// Values of maps at places of the picture they cover. A map has its own grid, coarser or finer than the
// picture's, which reaches from edge to edge of it.
#pragma once

#include <QPointF>
#include <QSize>

#include <opencv2/core/mat.hpp>

namespace segad::ui {

/// The cell of `grid` in which a point of the picture lies; the nearest one for a point outside.
cv::Point onGrid(QPointF point, QSize picture, const cv::Mat& grid);

/// The value of a CV_32FC1 `grid` at a point of the picture, between the centres of its cells.
double interpolated(const cv::Mat& grid, QPointF point, QSize picture);

}  // namespace segad::ui
