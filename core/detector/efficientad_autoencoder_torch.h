// EfficientAD's autoencoder: 256×256 pixels to a code of 64 numbers and back to a teacher's channels
// (Batzner et al. 2024, table 8; efficientad.md § 1).
#pragma once

#include <torch/nn/modules/conv.h>

#include "core/nn/resnet_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

class AutoencoderImpl : public torch::nn::Module {
public:
    /// Gives maps of the side a patch description network with or without padding gives. Parameters as
    /// LibTorch initialises them, weights channels-last.
    explicit AutoencoderImpl(bool padding);

    /// Normalised pictures [N,3,256,256] -> [N,384,side,side]. In training mode a fifth of the decoder's
    /// numbers is left out.
    at::Tensor forward(const at::Tensor& pictures);

    /// Parameters by their published names ("0.weight"), sharing their memory.
    StateDict state() const;

private:
    bool padding_;
    std::vector<torch::nn::Conv2d> encoder_;
    std::vector<torch::nn::Conv2d> decoder_;  ///< six blocks, then two convolutions
};
TORCH_MODULE(Autoencoder);

}  // namespace segad::nn
