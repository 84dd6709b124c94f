#include <stdexcept>

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
    BlockImpl(const ResNetSpec& spec, int layer, bool first) {
        const auto at = static_cast<std::size_t>(layer - 1);
        const int in = first ? spec.inputChannels(layer) : spec.outer.at(at);
        const int inner = spec.inner.at(at);
        const int outer = spec.outer.at(at);
        const int stride = first ? ResNetSpec::stride(layer) : 1;
        if (spec.bottleneck) {
            add(convolution(in, inner, 1, 1), inner);
            add(convolution(inner, inner, 3, stride), inner);
            add(convolution(inner, outer, 1, 1), outer);
        } else {
            add(convolution(in, outer, 3, stride), outer);
            add(convolution(outer, outer, 3, 1), outer);
        }
        if (first && spec.hasProjection(layer)) {
            projection_ = register_module(
                "downsample", tn::Sequential(convolution(in, outer, 1, stride), tn::BatchNorm2d(outer)));
        }
    }

    at::Tensor forward(const at::Tensor& input) {
        at::Tensor x = input;
        for (std::size_t i = 0; i < convolutions_.size(); ++i) {
            x = norms_[i]->forward(convolutions_[i]->forward(x));
            if (i + 1 < convolutions_.size()) x = at::relu(x);
        }
        return at::relu(x + (projection_.is_empty() ? input : projection_->forward(input)));
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

const ResNetSpec& resNetSpec(const std::string& architecture) {
    static const ResNetSpec resnet18{.architecture = "resnet18",
                                     .bottleneck = false,
                                     .blocks = {2, 2, 2, 2},
                                     .inner = {64, 128, 256, 512},
                                     .outer = {64, 128, 256, 512}};
    static const ResNetSpec wide{.architecture = "wide_resnet50_2",
                                 .bottleneck = true,
                                 .blocks = {3, 4, 6, 3},
                                 .inner = {128, 256, 512, 1024},
                                 .outer = {256, 512, 1024, 2048}};
    if (architecture == resnet18.architecture) return resnet18;
    if (architecture == wide.architecture) return wide;
    throw std::logic_error("no architecture " + architecture);
}

ResNetImpl::ResNetImpl(const ResNetSpec& spec, int lastLayer) {
    conv1_ = register_module("conv1", convolution(3, 64, 7, 2));
    bn1_ = register_module("bn1", tn::BatchNorm2d(64));
    for (int layer = 1; layer <= lastLayer; ++layer) {
        tn::Sequential blocks;
        for (int block = 0; block < spec.blocks.at(static_cast<std::size_t>(layer - 1)); ++block)
            blocks->push_back(Block(spec, layer, block == 0));
        layers_.push_back(register_module("layer" + std::to_string(layer), std::move(blocks)));
    }
}

std::vector<at::Tensor> ResNetImpl::forward(const at::Tensor& pictures) {
    at::Tensor x = at::max_pool2d(at::relu(bn1_->forward(conv1_->forward(pictures))), 3, 2, 1);
    std::vector<at::Tensor> outputs;
    for (auto& layer : layers_) {
        x = layer->forward(x);
        outputs.push_back(x);
    }
    return outputs;
}

StateDict ResNetImpl::state() const {
    StateDict state;
    for (const auto& item : named_parameters())
        state.emplace(item.key(), item.value().detach());
    for (const auto& item : named_buffers()) {
        if (!item.key().ends_with("num_batches_tracked")) state.emplace(item.key(), item.value());
    }
    return state;
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
