#include <torch/nn/functional.h>

#include "core/base/error.h"
#include "core/nn/resnet_torch.h"

namespace segad::nn {

namespace {
namespace tn = torch::nn;

tn::Conv2d convolution(int in, int out, int kernel, int stride) {
    return tn::Conv2d(tn::Conv2dOptions(in, out, kernel).stride(stride).padding(kernel / 2).bias(false));
}

/// BasicBlock or Bottleneck: convolutions with their BatchNorms, the skip, the last ReLU.
class BlockImpl : public tn::Module {
public:
    BlockImpl(const BackboneShape& shape, int layer, bool first) {
        const int inner = shape.innerChannels(layer);
        const int outer = shape.outerChannels(layer);
        const int in = first ? shape.inputChannels(layer) : outer;
        const int stride = first ? shape.stride(layer) : 1;
        if (shape.bottleneck) {
            add(convolution(in, inner, 1, 1), inner);
            add(convolution(inner, inner, 3, stride), inner);
            add(convolution(inner, outer, 1, 1), outer);
        } else {
            add(convolution(in, outer, 3, stride), outer);
            add(convolution(outer, outer, 3, 1), outer);
        }
        if (first && shape.hasProjection(layer)) {
            projection_ = register_module(
                "downsample", tn::Sequential(convolution(in, outer, 1, stride), tn::BatchNorm2d(outer)));
        }
    }

    at::Tensor forward(const at::Tensor& input) {
        at::Tensor x = input;
        for (std::size_t i = 0; i < convolutions_.size(); ++i) {
            x = norms_[i]->forward(convolutions_[i]->forward(x));
            if (i + 1 < convolutions_.size()) x.relu_();
        }
        return (x + (projection_.is_empty() ? input : projection_->forward(input))).relu_();
    }

private:
    void add(tn::Conv2d convolution, int channels) {
        const std::string number = std::to_string(convolutions_.size() + 1);
        convolutions_.push_back(register_module("conv" + number, std::move(convolution)));
        norms_.push_back(register_module("bn" + number, tn::BatchNorm2d(channels)));
    }

    std::vector<tn::Conv2d> convolutions_;
    std::vector<tn::BatchNorm2d> norms_;
    tn::Sequential projection_{nullptr};
};
TORCH_MODULE(Block);
}  // namespace

ResNetImpl::ResNetImpl(const BackboneShape& shape, int lastLayer) : pooling_(shape.pooling) {
    conv1_ = register_module("conv1", convolution(3, shape.stem, 7, 2));
    bn1_ = register_module("bn1", tn::BatchNorm2d(shape.stem));
    for (int layer = 1; layer <= lastLayer; ++layer) {
        tn::Sequential blocks;
        for (int block = 0; block < shape.blockCount(layer); ++block)
            blocks->push_back(Block(shape, layer, block == 0));
        layers_.push_back(register_module("layer" + std::to_string(layer), std::move(blocks)));
        heads_.emplace_back(nullptr);
        if (const int channels = shape.headChannels(layer); channels > 0) {
            heads_.back() =
                register_module("head" + std::to_string(layer),
                                tn::Conv2d(tn::Conv2dOptions(shape.outerChannels(layer), channels, 1)));
        }
    }
}

at::Tensor ResNetImpl::throughStem(const at::Tensor& pictures) {
    at::Tensor x = bn1_->forward(conv1_->forward(pictures)).relu_();
    if (pooling_) x = at::max_pool2d(x, 3, 2, 1);
    watchAt(x, watch_);
    return x;
}

at::Tensor ResNetImpl::throughLayer(std::size_t index, at::Tensor x) {
    for (tn::AnyModule& block : *layers_[index]) {
        x = block.forward<at::Tensor>(x);
        watchAt(x, watch_);
    }
    return x;
}

at::Tensor ResNetImpl::handedOut(std::size_t index, const at::Tensor& x) {
    return heads_[index].is_empty() ? x : heads_[index]->forward(x);
}

std::vector<at::Tensor> ResNetImpl::forward(const at::Tensor& pictures) {
    at::Tensor x = throughStem(pictures);
    std::vector<at::Tensor> outputs;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        x = throughLayer(i, x);
        outputs.push_back(handedOut(i, x));
    }
    return outputs;
}

at::Tensor ResNetImpl::lastLayer(const at::Tensor& pictures) {
    at::Tensor x = throughStem(pictures);
    for (std::size_t i = 0; i < layers_.size(); ++i)
        x = throughLayer(i, x);
    return handedOut(layers_.size() - 1, x);
}

StateDict moduleState(const tn::Module& module) {
    StateDict state;
    for (const auto& item : module.named_parameters())
        state.emplace(item.key(), item.value().detach());
    for (const auto& item : module.named_buffers()) {
        if (!item.key().ends_with("num_batches_tracked")) state.emplace(item.key(), item.value());
    }
    return state;
}

StateDict ResNetImpl::state() const {
    return moduleState(*this);
}

void ResNetImpl::load(const StateDict& state, const std::string& subject) {
    const at::NoGradGuard noGradient;
    for (auto& [name, target] : this->state()) {
        const auto source = state.find(name);
        if (source == state.end()) {
            throw Error(ErrorCode::MissingWeights, subject, "has no tensor " + name,
                        "Import a weight file that holds this layer.");
        }
        if (source->second.sizes() != target.sizes()) {
            throw Error(ErrorCode::InvalidData, subject,
                        "tensor " + name + " has another shape than the network's",
                        "Import the weights of the right architecture.");
        }
        at::Tensor(target).copy_(source->second);
    }
}

}  // namespace segad::nn
