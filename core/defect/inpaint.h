// Filling a hole by what lies around it, so that nobody sees where it was: grain goes on as grain, and edges
// that end at the hole meet inside. Private to the room.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/base/random.h"

namespace segad {

/// `rgb` (CV_8UC3) with the pixels of `hole` (CV_8UC1, 255 inside) taken from `ground` (CV_8UC1, apart from
/// the hole), place by place from where it looks like the place's own surroundings: patches of 7 × 7 pixels,
/// coarse to fine, found by PatchMatch (Wexler, Shechtman and Irani, PAMI 2007; Barnes et al., SIGGRAPH
/// 2009). What is neither hole nor ground says nothing of what goes there. Brightness is led over to the
/// ground at the rim. Without ground enough for a patch: smoothly. Takes about a tenth of a second, however
/// large the picture is.
cv::Mat filledFromAround(const cv::Mat& rgb, const cv::Mat& hole, const cv::Mat& ground, SplitMix64& random);

}  // namespace segad
