// What a network is fed: every picture is brought to one size by one convention, then normalised with
// ImageNet's mean and deviation (backbones.md § 5). Training and scoring must agree on it.
#pragma once

#include <opencv2/core/types.hpp>

#include "core/image/resize.h"

namespace segad {

struct NetworkInput {
    cv::Size size{256, 256};
    ResizeMode resize = ResizeMode::Linear;

    bool operator==(const NetworkInput&) const = default;
};

}  // namespace segad
