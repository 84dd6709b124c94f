// BatchNorm folded into the convolution before it, for networks that only score: folded in double, rounded
// to float once.
#pragma once

#include <string>

#include "core/nn/prepared_convolution_torch.h"
#include "core/nn/resnet_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// What a BatchNorm with its running statistics does to its channels: y = x·scale + shift. In double, [C].
struct FoldedNorm {
    at::Tensor scale;
    at::Tensor shift;
};

/// `norm`: name of the BatchNorm ("layer1.0.bn1"). std::logic_error when `state` lacks it.
FoldedNorm foldNorm(const StateDict& state, const std::string& norm);

struct FoldedLayer {
    std::string convolution;  ///< name, "layer1.0.conv1"; a bias is not expected
    std::string norm;         ///< name, "layer1.0.bn1"
    int stride = 1;
    bool relu = true;
};

/// The convolution (its padding is half its kernel) and the BatchNorm as one.
PreparedConvolution foldedConvolution(const StateDict& state, const FoldedLayer& layer,
                                      const at::Device& device, at::ScalarType type = at::kFloat);

/// std::logic_error for a name that is not there.
const at::Tensor& tensorOf(const StateDict& state, const std::string& name);

}  // namespace segad::nn
