// Drawn shapes as the pixels they cover: brush, polygon, rectangle, ellipse.
//
// Points are in image pixels; pixel (0, 0) reaches from (0, 0) to (1, 1). A pixel belongs to a shape when its
// centre does. All spans lie inside the image.
#pragma once

#include <span>

#include <opencv2/core/types.hpp>

#include "core/image/region_mask.h"

namespace segad {

/// A round brush drawn from one point to the next (the same point: a dab): the pixels whose centre is at most
/// half the `diameter` away from the line, and those the line passes through, so that the finest brush paints
/// the pixel under the cursor. A line that is cut into pieces covers the same pixels.
Spans brushSpans(cv::Point2d from, cv::Point2d to, double diameter, cv::Size image);

/// Inside of the closed polygon by the even-odd rule; nothing with fewer than three corners.
Spans polygonSpans(std::span<const cv::Point2d> corners, cv::Size image);

/// The pixels from the one under `a` to the one under `b`, both included, cut to the image.
cv::Rect pixelRect(cv::Point2d a, cv::Point2d b, cv::Size image);
Spans rectangleSpans(const cv::Rect& area);
/// The ellipse that fits into the rectangle.
Spans ellipseSpans(const cv::Rect& area);

}  // namespace segad
