// A backbone with heads that are all trained together: what DevNet, DRA and the classifier have in common as
// networks.
#pragma once

#include <functional>
#include <string>

#include "core/nn/resnet_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

class FineTunedNetwork : public torch::nn::Module {
public:
    /// `backbonePrefix`: what the method's published code puts before the backbone's names ("" or
    /// "feature_extractor.net."). Subclasses register their heads under the published names.
    FineTunedNetwork(const BackboneShape& shape, int lastLayer, std::string backbonePrefix);

    ResNet& backbone() noexcept { return backbone_; }
    const BackboneShape& shape() const noexcept { return shape_; }
    int lastLayer() const noexcept { return lastLayer_; }

    /// Parameters and statistics by the names of the published code, sharing their memory.
    StateDict state() const;

    /// Heads as LibTorch starts them: weights and biases uniform within ±1/√(fan in), from the seed alone;
    /// BatchNorm as it is.
    void startHeads(std::uint64_t seed);

private:
    const BackboneShape& shape_;
    int lastLayer_;
    ResNet backbone_;
    std::string backbonePrefix_;
};

/// Pictures [N,3,S,S] at scale 0, 1, …: each halving takes every second pixel (nearest neighbour, source
/// floor(2 · target)).
at::Tensor atScale(const at::Tensor& pictures, int scale);

/// A patch head's responses [N,1,h,w] -> [N]: mean of the max(int(ratio · h · w), 1) largest absolute values;
/// ratio 0: mean of all with their signs.
at::Tensor meanOfLargest(const at::Tensor& responses, double ratio);

}  // namespace segad::nn
