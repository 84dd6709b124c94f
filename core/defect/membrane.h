// Poisson's equation on a hole of any shape: values led over smoothly from its rim, and pictures from their
// gradients. Private to the room.
#pragma once

#include <opencv2/core/mat.hpp>

namespace segad {

/// Values (CV_32FC3) for the pixels of `hole` (CV_8UC1) that continue those of `known` (CV_8UC1, apart from
/// the hole) as smoothly as a membrane fixed there: the harmonic continuation, to within a grey level. Pixels
/// that are neither, and the borders of the picture, leave the membrane free. Returns `values` with the hole
/// filled; all of it when nothing is known becomes 0.
cv::Mat stretched(const cv::Mat& values, const cv::Mat& hole, const cv::Mat& known);

/// Values for the pixels of `hole` whose differences to their neighbours add up to `steps` (CV_32FC3: for
/// each pixel the sum over its neighbours in the picture of how much it is to exceed each of them), as nearly
/// as can be, with `values` (CV_32FC3) fixed outside of the hole; to within a grey level. Returns `values`
/// with the hole filled.
cv::Mat integrated(const cv::Mat& values, const cv::Mat& hole, const cv::Mat& steps);

/// The smallest rectangle around the mask's pixels, grown by `margin`, cut to the picture; empty for an empty
/// mask.
cv::Rect boundsOf(const cv::Mat& mask, int margin);

}  // namespace segad
