// A backbone, the mean of its deepest layer over all positions, and one logit: bad or good
// (wide_resnet_classifier.md). Names are torchvision's.
#pragma once

#include <torch/nn/modules/linear.h>

#include "core/detector/fine_tuned_network_torch.h"

namespace segad::nn {

class ClassifierNetwork final : public FineTunedNetwork {
public:
    ClassifierNetwork(const BackboneShape& shape, int lastLayer)
        : FineTunedNetwork(shape, lastLayer, ""),
          fc_(register_module("fc", torch::nn::Linear(shape.channels(lastLayer), 1))) {}

    /// Normalised pictures [N,3,S,S] -> logits [N], high for bad.
    at::Tensor forward(const at::Tensor& pictures) {
        return fc_->forward(backbone()->lastLayer(pictures).mean({2, 3})).flatten();
    }

    /// The classifier at every position of the deepest layer (class activation map): [N,C,h,w] -> [N,1,h,w],
    /// whose mean is the logit.
    at::Tensor activationMap(const at::Tensor& features) const {
        return at::conv2d(features, fc_->weight.view({1, -1, 1, 1}), fc_->bias);
    }

private:
    torch::nn::Linear fc_;
};

}  // namespace segad::nn
