// DevNet's network (Pang et al. 2021, § 3.2; devnet.md § 1): a 1×1 convolution scores each position of the
// backbone's deepest layer; the largest positions, at each of several scales, make a picture's score.
#pragma once

#include "core/detector/devnet_options.h"
#include "core/detector/fine_tuned_network_torch.h"

namespace segad::nn {

class DevNetNetwork final : public FineTunedNetwork {
public:
    DevNetNetwork(const BackboneShape& shape, const DevNetOptions& options);

    /// Normalised pictures [N,3,S,S] -> scores [N].
    at::Tensor forward(const at::Tensor& pictures);

    /// The head on the backbone's deepest layer [N,C,h,w] -> [N,1,h,w].
    at::Tensor responses(const at::Tensor& features) { return conv_->forward(features); }

private:
    DevNetOptions options_;
    torch::nn::Conv2d conv_{nullptr};
};

}  // namespace segad::nn
