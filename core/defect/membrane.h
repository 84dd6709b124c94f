// Filling a hole so that nobody sees where it was. Private to the room.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/base/random.h"

namespace segad {

/// Values (CV_32FC3) for the pixels of `hole` (CV_8UC1) that continue those of `known` (CV_8UC1, apart from
/// the hole) as smoothly as a membrane fixed there: the harmonic continuation, to within a grey level. Pixels
/// that are neither, and the borders of the picture, leave the membrane free. Returns `values` with the hole
/// filled; all of it when nothing is known becomes 0.
cv::Mat stretched(const cv::Mat& values, const cv::Mat& hole, const cv::Mat& known);

/// `rgb` with `hole` filled by what lies around it: texture from elsewhere on `surroundings` (CV_8UC1), its
/// brightness and colour led over to those at the edge. Where no place of that shape is free, smoothly.
cv::Mat filledFromAround(const cv::Mat& rgb, const cv::Mat& hole, const cv::Mat& surroundings,
                         SplitMix64& random);

/// The smallest rectangle around the mask's pixels, grown by `margin`, cut to the picture; empty for an empty
/// mask.
cv::Rect boundsOf(const cv::Mat& mask, int margin);

}  // namespace segad
