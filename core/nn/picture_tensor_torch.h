// From pixels to what networks are fed: resized by one convention, then normalised with ImageNet's mean and
// deviation (backbones.md § 5).
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/nn/network_input.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// CV_8UC3 RGB of any size -> [1,3,H,W] float32, channels-last, in memory. Pictures that have the size
/// already pass unchanged. Throws Error{InvalidArgument} for another kind of picture.
at::Tensor pictureTensor(const cv::Mat& rgb, const NetworkInput& input);

}  // namespace segad::nn
