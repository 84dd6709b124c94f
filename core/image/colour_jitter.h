// Small random changes of a picture's colours, as data augmentation makes them.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/base/random.h"

namespace segad {

/// CV_8UC3 RGB: brightness, contrast and saturation times 1 ± `strength`, hue shifted by ± `strength` of its
/// circle, in random order. Draws four numbers for the changes and three for their order.
cv::Mat jitterColours(const cv::Mat& rgb, double strength, SplitMix64& random);

}  // namespace segad
