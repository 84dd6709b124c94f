// Good pictures that can also be had with a made-up defect, for detectors that learn from such (DRA). A
// source of good parts (TrainingSet::good) may be a maker of defects at the same time: whoever knows
// generators offers them so, and the detector need not know any.
#pragma once

#include <cstddef>
#include <string>

#include <opencv2/core/mat.hpp>

#include "core/base/json.h"
#include "core/base/random.h"

namespace segad {

class MadeUpDefects {
public:
    virtual ~MadeUpDefects() = default;
    /// Picture `index` with a defect of its own; `rgb` is that picture as the detector has it: CV_8UC3, any
    /// size, which the result has, too. Empty when none could be drawn on it. The same numbers give the same
    /// picture. From any number of threads.
    virtual cv::Mat withDefect(std::size_t index, const cv::Mat& rgb, SplitMix64& random) const = 0;
};

/// What a detector's parameter `pseudo` may say: its own pasted pieces, generated defects, or either.
inline constexpr const char* kPseudoParam = "pseudo";
inline constexpr const char* kPseudoCutMix = "cutmix";
inline constexpr const char* kPseudoGenerated = "generated";
inline constexpr const char* kPseudoBoth = "both";

/// Whether a training with these (complete) parameters asks for MadeUpDefects.
inline bool wantsMadeUpDefects(const Json& params) {
    return params.value(kPseudoParam, std::string(kPseudoCutMix)) != kPseudoCutMix;
}

}  // namespace segad
