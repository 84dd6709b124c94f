// Perlin noise as DRAEM makes it (generated_defects.md § 2.1). Private to the room.
#pragma once

#include <span>

#include <opencv2/core/mat.hpp>

namespace segad {

/// Rows × columns of noise, CV_32FC1, about ± 0.9. `cells` (height: along rows) divides `size`; `angles`
/// holds (cells.height + 1) · (cells.width + 1) directions of gradients in radians, row by row.
cv::Mat perlinNoise(cv::Size size, cv::Size cells, std::span<const double> angles);

}  // namespace segad
