// ResNet-18 and WideResNet-50-2 as modules with torchvision's names (backbones.md §§ 1–3): the plain form
// that can be trained, run in double precision and asked for its tensors. Scoring uses the folded
// FrozenTrunk (trunk_torch.h), which is made from the same tensors.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// Tensors by torchvision name ("layer1.0.conv1.weight").
using StateDict = std::map<std::string, at::Tensor>;

/// The shape of a network: all that differs between the architectures.
struct ResNetSpec {
    std::string architecture;
    bool bottleneck = false;
    std::array<int, 4> blocks{};
    std::array<int, 4> inner{};  ///< channels inside a block
    std::array<int, 4> outer{};  ///< channels after a block

    /// Channels that come into layer1 … layer4.
    int inputChannels(int layer) const {
        return layer == 1 ? 64 : outer.at(static_cast<std::size_t>(layer - 2));
    }
    /// Stride of a layer's first block.
    static int stride(int layer) { return layer == 1 ? 1 : 2; }
    bool hasProjection(int layer) const {
        return stride(layer) != 1 || inputChannels(layer) != outer.at(static_cast<std::size_t>(layer - 1));
    }
};

/// "resnet18" or "wide_resnet50_2"; std::logic_error for another name.
const ResNetSpec& resNetSpec(const std::string& architecture);

class ResNetImpl : public torch::nn::Module {
public:
    /// Stem and layer1 … layer`lastLayer`; parameters as LibTorch initialises them.
    ResNetImpl(const ResNetSpec& spec, int lastLayer);

    /// Normalised pictures [N,3,H,W] -> outputs of layer1 … layer`lastLayer`, each after its last ReLU.
    std::vector<at::Tensor> forward(const at::Tensor& pictures);

    /// Copies tensors by name. Throws Error{InvalidData} naming what is missing or has another shape;
    /// num_batches_tracked may be absent; names of later layers and fc are ignored.
    void load(const StateDict& state, const std::string& subject);
    using Module::load;  // from LibTorch's own archives

    /// Parameters and statistics (num_batches_tracked left out), sharing their memory.
    StateDict state() const;

private:
    torch::nn::Conv2d conv1_{nullptr};
    torch::nn::BatchNorm2d bn1_{nullptr};
    std::vector<torch::nn::Sequential> layers_;
};
TORCH_MODULE(ResNet);

/// Tensors of a network nobody trained: He-normal convolutions from SplitMix64(seed, tensor name), and
/// BatchNorm statistics measured once on fixed procedural pictures, so that every channel carries signal
/// at every depth. The same on every machine.
StateDict untrainedState(const ResNetSpec& spec, int lastLayer, std::uint64_t seed);

}  // namespace segad::nn
