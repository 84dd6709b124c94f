// DRAEM's changes of texture pictures (generated_defects.md § 2.1). Private to the room.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/base/random.h"

namespace segad {

inline constexpr int kAugmenters = 10;

/// The `which`-th of the ten: gamma, brightness, sharpness, hue and saturation, solarise, posterise, invert,
/// auto-contrast, equalise, rotation; its strength is drawn. CV_8UC3 in and out.
cv::Mat augmented(const cv::Mat& rgb, int which, SplitMix64& random);

/// Three different ones, one after another.
cv::Mat augmented(const cv::Mat& rgb, SplitMix64& random);

}  // namespace segad
