// DRA's network (Ding et al. 2022, § 3; dra.md § 1): four heads on the backbone's deepest layer, at several
// scales. Names are those of the official code.
#pragma once

#include <torch/nn/modules/linear.h>

#include "core/detector/dra_options.h"
#include "core/detector/fine_tuned_network_torch.h"

namespace segad::nn {

/// What the heads say about each picture, [N] each, never negative.
struct DraScores {
    at::Tensor holistic;  ///< high for good pictures: it learns the other way round
    at::Tensor seen;
    at::Tensor pseudo;
    at::Tensor residual;

    at::Tensor combined() const { return seen + pseudo + residual - holistic; }
    DraScores operator+(const DraScores& other) const;
    DraScores operator/(double divisor) const;
};

class DraNetwork final : public FineTunedNetwork {
public:
    DraNetwork(const BackboneShape& shape, const DraOptions& options);

    /// As in training: references [R,3,S,S] go through the backbone together with the pictures [N,3,S,S].
    DraScores forward(const at::Tensor& references, const at::Tensor& pictures);

    /// Keeps what the references look like from here on. In evaluation mode.
    void keepReferences(const at::Tensor& references);
    /// Against the kept references.
    DraScores compare(const at::Tensor& pictures);

    /// Mean feature map of the kept references at a scale, [1,C,h,w].
    const at::Tensor& reference(int scale) const { return references_.at(static_cast<std::size_t>(scale)); }

    /// Heads on the deepest layer [N,C,h,w]: [N] or positions [N,1,h,w] with their signs.
    at::Tensor holistic(const at::Tensor& features);
    at::Tensor seen(const at::Tensor& features) { return seen_->forward(features); }
    at::Tensor pseudo(const at::Tensor& features) { return pseudo_->forward(features); }
    /// On reference − features after its convolution, BatchNorm and ReLU.
    at::Tensor residual(const at::Tensor& compared) { return residual_->forward(compared); }

private:
    DraScores heads(const at::Tensor& reference, const at::Tensor& features);

    DraOptions options_;
    torch::nn::Linear fc1_{nullptr};
    torch::nn::Linear fc2_{nullptr};
    torch::nn::Conv2d seen_{nullptr};
    torch::nn::Conv2d pseudo_{nullptr};
    torch::nn::Sequential comparison_{nullptr};
    torch::nn::Conv2d residual_{nullptr};
    std::vector<at::Tensor> references_;
};

}  // namespace segad::nn
