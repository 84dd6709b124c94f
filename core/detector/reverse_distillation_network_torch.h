// Reverse Distillation's trained half (Deng and Li 2022; reverse_distillation.md §§ 2–5): the bottleneck,
// which folds the frozen encoder's three layers into one code, and the decoder, which reconstructs them from
// it. Names are anomalib's; conv4 and bn4, which neither anomalib nor the authors ever evaluate, do not
// exist.
//
// Scoring uses the folded form (reverse_distillation_scorer_torch.h), made from the same tensors.
#pragma once

#include <vector>

#include "core/detector/reverse_distillation_plan.h"
#include "core/nn/resnet_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

class EmbeddingImpl : public torch::nn::Module {
public:
    explicit EmbeddingImpl(const ReverseDistillationShape& shape);
    /// layer1 … layer3 -> [N,2·c3,h,w].
    at::Tensor forward(const std::vector<at::Tensor>& features);

private:
    torch::nn::Conv2d conv1_{nullptr};
    torch::nn::Conv2d conv2_{nullptr};
    torch::nn::Conv2d conv3_{nullptr};
    torch::nn::BatchNorm2d bn1_{nullptr};
    torch::nn::BatchNorm2d bn2_{nullptr};
    torch::nn::BatchNorm2d bn3_{nullptr};
    torch::nn::Sequential blocks_;
};
TORCH_MODULE(Embedding);

class DecoderImpl : public torch::nn::Module {
public:
    explicit DecoderImpl(const ReverseDistillationShape& shape);
    /// The bottleneck's code -> layer1 … layer3 as they are reconstructed, of the sizes of the shape's maps.
    std::vector<at::Tensor> forward(const at::Tensor& code);

private:
    std::array<cv::Size, 3> maps_;
    std::vector<torch::nn::Sequential> stages_;
};
TORCH_MODULE(Decoder);

class ReverseDistillationNetImpl : public torch::nn::Module {
public:
    /// Initialised as § 4 says, from LibTorch's generator.
    explicit ReverseDistillationNetImpl(const ReverseDistillationShape& shape);

    std::vector<at::Tensor> forward(const std::vector<at::Tensor>& features) {
        return decoder_->forward(embedding_->forward(features));
    }
    Embedding& embedding() { return embedding_; }

    /// Parameters and statistics (num_batches_tracked left out), sharing their memory.
    StateDict state() const;

private:
    Embedding embedding_{nullptr};
    Decoder decoder_{nullptr};
};
TORCH_MODULE(ReverseDistillationNet);

/// § 5: Σ over layers of the mean over parts of 1 − cosine, of the whole map or of each pixel.
at::Tensor reverseDistillationLoss(const std::vector<at::Tensor>& encoded,
                                   const std::vector<at::Tensor>& decoded, bool perPixel);

/// A 2×2 transposed convolution with stride 2 as what it is: a 1×1 convolution to four times as many
/// channels, whose outputs are the four pixels of a square. [N,4·C,h,w] -> [N,C,2h,2w], channels-last.
at::Tensor spreadSquares(const at::Tensor& x);
/// Its weight [in,out,2,2] as that convolution's [4·out,in,1,1].
at::Tensor asSquares(const at::Tensor& weight);

}  // namespace segad::nn
