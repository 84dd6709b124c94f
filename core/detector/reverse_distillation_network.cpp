#include <cmath>

#include <torch/nn/init.h>

#include "core/detector/reverse_distillation_network_torch.h"

namespace segad::nn {

namespace {
namespace tn = torch::nn;

tn::Conv2d convolution(int in, int out, int kernel, int stride) {
    tn::Conv2d made(tn::Conv2dOptions(in, out, kernel).stride(stride).padding(kernel / 2).bias(false));
    tn::init::kaiming_normal_(made->weight, 0, torch::kFanOut, torch::kReLU);
    return made;
}

class DoublingImpl : public tn::Module {
public:
    DoublingImpl(int in, int out) : weight_(register_parameter("weight", at::empty({in, out, 2, 2}))) {
        // § 4: the library's default, with out · 2 · 2 taken for the number of inputs.
        const double bound = 1 / std::sqrt(4.0 * out);
        const c10::NoGradGuard noGradient;
        weight_.uniform_(-bound, bound);
    }
    at::Tensor forward(const at::Tensor& x) { return spreadSquares(at::conv2d(x, asSquares(weight_))); }

private:
    at::Tensor weight_;
};
TORCH_MODULE(Doubling);

class ResidualBlockImpl : public tn::Module {
public:
    explicit ResidualBlockImpl(const BlockShape& shape) : resampling_(shape.resampling) {
        if (shape.bottleneck()) {
            add(shape.in, shape.inner, 1, false);
            add(shape.inner, shape.inner, 3, true);
            add(shape.inner, shape.out, 1, false);
        } else {
            add(shape.in, shape.out, 3, true);
            add(shape.out, shape.out, 3, false);
        }
        if (!shape.hasSkip()) return;
        if (resampling_ == Resampling::Double) {
            skip_ = register_module(
                "upsample", tn::Sequential(Doubling(shape.in, shape.out), tn::BatchNorm2d(shape.out)));
        } else {
            const int stride = resampling_ == Resampling::Halve ? 2 : 1;
            skip_ = register_module("downsample", tn::Sequential(convolution(shape.in, shape.out, 1, stride),
                                                                 tn::BatchNorm2d(shape.out)));
        }
    }

    at::Tensor forward(const at::Tensor& input) {
        at::Tensor x = input;
        for (std::size_t i = 0; i < convolutions_.size(); ++i) {
            x = norms_[i]->forward(convolutions_[i].forward(x));
            if (i + 1 < convolutions_.size()) x = at::relu(x);
        }
        return at::relu(x + (skip_.is_empty() ? input : skip_->forward(input)));
    }

private:
    void add(int in, int out, int kernel, bool resamples) {
        const std::string number = std::to_string(convolutions_.size() + 1);
        if (resamples && resampling_ == Resampling::Double) {
            convolutions_.emplace_back(register_module("conv" + number, Doubling(in, out)));
        } else {
            const int stride = resamples && resampling_ == Resampling::Halve ? 2 : 1;
            convolutions_.emplace_back(
                register_module("conv" + number, convolution(in, out, kernel, stride)));
        }
        norms_.push_back(register_module("bn" + number, tn::BatchNorm2d(out)));
    }

    Resampling resampling_;
    std::vector<tn::AnyModule> convolutions_;
    std::vector<tn::BatchNorm2d> norms_;
    tn::Sequential skip_{nullptr};
};
TORCH_MODULE(ResidualBlock);

tn::Sequential blocksOf(const std::vector<BlockShape>& shapes) {
    tn::Sequential blocks;
    for (const BlockShape& shape : shapes)
        blocks->push_back(ResidualBlock(shape));
    return blocks;
}
}  // namespace

at::Tensor asSquares(const at::Tensor& weight) {
    return weight.permute({2, 3, 1, 0}).reshape({4 * weight.size(1), weight.size(0), 1, 1});
}

at::Tensor spreadSquares(const at::Tensor& x) {
    const std::int64_t channels = x.size(1) / 4;
    const std::int64_t height = x.size(2);
    const std::int64_t width = x.size(3);
    // [N, y, x, dy, dx, C] -> [N, y, dy, x, dx, C]
    return x.permute({0, 2, 3, 1})
        .reshape({x.size(0), height, width, 2, 2, channels})
        .permute({0, 1, 3, 2, 4, 5})
        .reshape({x.size(0), 2 * height, 2 * width, channels})
        .permute({0, 3, 1, 2});
}

EmbeddingImpl::EmbeddingImpl(const ReverseDistillationShape& shape) {
    const auto [c1, c2, c3] = shape.channels;
    conv1_ = register_module("conv1", convolution(c1, c2, 3, 2));
    bn1_ = register_module("bn1", tn::BatchNorm2d(c2));
    conv2_ = register_module("conv2", convolution(c2, c3, 3, 2));
    bn2_ = register_module("bn2", tn::BatchNorm2d(c3));
    conv3_ = register_module("conv3", convolution(c2, c3, 3, 2));
    bn3_ = register_module("bn3", tn::BatchNorm2d(c3));
    blocks_ = register_module("bn_layer", blocksOf(shape.embedding));
}

at::Tensor EmbeddingImpl::forward(const std::vector<at::Tensor>& features) {
    const at::Tensor half = at::relu(bn1_->forward(conv1_->forward(features.at(0))));
    const at::Tensor a = at::relu(bn2_->forward(conv2_->forward(half)));
    const at::Tensor b = at::relu(bn3_->forward(conv3_->forward(features.at(1))));
    return blocks_->forward(at::cat({a, b, features.at(2)}, 1));
}

DecoderImpl::DecoderImpl(const ReverseDistillationShape& shape) : maps_(shape.maps) {
    for (std::size_t stage = 0; stage < 3; ++stage) {
        const std::string number = std::to_string(stage + 1);
        stages_.push_back(register_module("layer" + number, blocksOf(shape.decoder.at(stage))));
    }
}

std::vector<at::Tensor> DecoderImpl::forward(const at::Tensor& code) {
    std::vector<at::Tensor> layers(3);
    at::Tensor x = code;
    for (std::size_t stage = 0; stage < 3; ++stage) {
        const cv::Size size = maps_.at(2 - stage);
        x = stages_[stage]->forward(x).narrow(2, 0, size.height).narrow(3, 0, size.width);
        layers[2 - stage] = x;
    }
    return layers;
}

ReverseDistillationNetImpl::ReverseDistillationNetImpl(const ReverseDistillationShape& shape)
    : embedding_(register_module("bottleneck", Embedding(shape))),
      decoder_(register_module("decoder", Decoder(shape))) {}

StateDict ReverseDistillationNetImpl::state() const {
    StateDict state;
    for (const auto& item : named_parameters())
        state.emplace(item.key(), item.value().detach());
    for (const auto& item : named_buffers()) {
        if (!item.key().ends_with("num_batches_tracked")) state.emplace(item.key(), item.value());
    }
    return state;
}

at::Tensor reverseDistillationLoss(const std::vector<at::Tensor>& encoded,
                                   const std::vector<at::Tensor>& decoded, bool perPixel) {
    constexpr double kFloor = 1e-8;
    const std::vector<std::int64_t> dimensions =
        perPixel ? std::vector<std::int64_t>{1} : std::vector<std::int64_t>{1, 2, 3};
    at::Tensor loss;
    for (std::size_t l = 0; l < encoded.size(); ++l) {
        const at::Tensor product = (encoded[l] * decoded[l]).sum(dimensions);
        // The floor is set under the root, where it keeps the gradient of a zero vector finite.
        const at::Tensor lengths = (encoded[l].square().sum(dimensions) * decoded[l].square().sum(dimensions))
                                       .clamp_min(kFloor * kFloor)
                                       .sqrt();
        const at::Tensor term = (1 - product / lengths).mean();
        loss = loss.defined() ? loss + term : term;
    }
    return loss;
}

}  // namespace segad::nn
