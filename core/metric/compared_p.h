// Bringing maps and masks to the size pixel metrics compare them at. Only for this room.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/image/anomaly_map.h"

namespace segad {

/// Continuous CV_32FC1 of `size`; bilinear.
cv::Mat comparedMap(const AnomalyMap& map, cv::Size size);

/// Continuous CV_8UC1 of `size`, 0 or 255; nearest. Throws Error{InvalidArgument} unless `mask` is a
/// non-empty CV_8UC1.
cv::Mat comparedMask(const cv::Mat& mask, cv::Size size);

}  // namespace segad
