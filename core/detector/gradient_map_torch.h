// Where a score comes from: its gradient with respect to the picture (devnet.md § 5).
#pragma once

#include <functional>

#include <opencv2/core/mat.hpp>

#include "core/nn/torch_prelude.h"

namespace segad::nn {

struct GradientMap {
    double score = 0;
    cv::Mat map;  ///< CV_32FC1 at the picture's size, blurred (σ = 4, mirrored with the edge pixel)
};

/// `scoreOf` gives a picture's score [1] with its graph; its network asks for no gradients of its own. Sum
/// over channels of the absolute gradient; when `scaled`, minus its minimum over (99th percentile − minimum),
/// cut to [0, 1]. No gradient anywhere gives a map of zeros.
GradientMap gradientMap(const at::Tensor& picture, bool scaled,
                        const std::function<at::Tensor(const at::Tensor&)>& scoreOf);

/// Adds `weight` · |responses| of positions [1,1,h,w] to a map, brought to its size (bilinear).
void addResponses(cv::Mat& map, const at::Tensor& responses, double weight);

/// One channel of [1,1,h,w] as CV_32FC1.
cv::Mat toMat(const at::Tensor& map);

}  // namespace segad::nn
