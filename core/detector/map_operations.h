// What several detectors do to their maps: bringing a small grid of scores to the input size, and blurring.
// All on CV_32FC1.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

namespace segad {

/// Each pixel takes the value of source pixel floor(i · in / out).
cv::Mat resizeMapNearest(const cv::Mat& map, cv::Size size);

/// Half-pixel centres, clamped at the border (align_corners = false).
cv::Mat resizeMapBilinear(const cv::Mat& map, cv::Size size);

/// The centres of the corner pixels stay where they are (align_corners = true).
cv::Mat resizeMapCorners(const cv::Mat& map, cv::Size size);

/// 2·trunc(4σ + 0.5) + 1 weights that sum to 1 (patchcore.md § 3).
std::vector<double> gaussianKernel(double sigma);

/// How a map goes on beyond its border: mirrored, without repeating the edge pixel (d c b | a b c d) or with
/// it (c b a | a b c d, SciPy's "reflect").
enum class MapBorder { WithoutEdge, WithEdge };

/// Separable Gaussian. σ = 0 changes nothing.
cv::Mat blurMap(const cv::Mat& map, double sigma, MapBorder border = MapBorder::WithoutEdge);

}  // namespace segad
