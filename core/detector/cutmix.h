// DRA's made-up defects: a piece of a good picture, its colours changed a little, pasted elsewhere into the
// same picture (Li et al. 2021, CutPaste; Ding et al. 2022, § 3.3; dra.md § 3).
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/base/random.h"

namespace segad {

struct CutMixGeometry {
    cv::Rect from;
    cv::Point to;  ///< upper left corner
};

/// For a picture of side `side`: 2 to 15 % of its area, up to 1 : 3.3 either way. Draws six numbers: area,
/// aspect, y and x of the source, y and x of the target.
CutMixGeometry drawCutMix(int side, SplitMix64& random);

/// `rgb` (square, CV_8UC3) with a piece pasted. Colours: brightness, contrast, saturation by ± 10 %, hue by
/// ± a tenth of its circle, in random order.
cv::Mat cutMix(const cv::Mat& rgb, SplitMix64& random);

}  // namespace segad
