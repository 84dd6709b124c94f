// The backbones as modules with torchvision's names (backbones.md §§ 1–3): the plain form
// that can be trained, run in double precision and asked for its tensors. Scoring uses the folded
// Trunk (trunk_torch.h), which is made from the same tensors.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/nn/backbone_shape.h"
#include "core/nn/step_watch_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// Tensors by torchvision name ("layer1.0.conv1.weight").
using StateDict = std::map<std::string, at::Tensor>;

class ResNetImpl : public torch::nn::Module {
public:
    /// Stem and layer1 … layer`lastLayer`; parameters as LibTorch initialises them.
    ResNetImpl(const BackboneShape& shape, int lastLayer);

    /// Normalised pictures [N,3,H,W] -> what is handed out for layer1 … layer`lastLayer`: each after its last
    /// ReLU, or its head's output.
    std::vector<at::Tensor> forward(const at::Tensor& pictures);

    /// The last of forward(), without the heads of the layers before it.
    at::Tensor lastLayer(const at::Tensor& pictures);

    /// Asked after each block of a forward pass and of its backward pass.
    void watch(StepWatch watch) { watch_ = std::move(watch); }

    /// Copies tensors by name. Throws Error{InvalidData} naming what is missing or has another shape;
    /// num_batches_tracked may be absent; names of later layers and fc are ignored.
    void load(const StateDict& state, const std::string& subject);
    using Module::load;  // from LibTorch's own archives

    /// Parameters and statistics (num_batches_tracked left out), sharing their memory.
    StateDict state() const;

private:
    at::Tensor throughStem(const at::Tensor& pictures);
    at::Tensor throughLayer(std::size_t index, at::Tensor x);
    at::Tensor handedOut(std::size_t index, const at::Tensor& x);

    torch::nn::Conv2d conv1_{nullptr};
    torch::nn::BatchNorm2d bn1_{nullptr};
    bool pooling_;
    std::vector<torch::nn::Sequential> layers_;
    std::vector<torch::nn::Conv2d> heads_;  ///< empty holders where a layer has none
    StepWatch watch_;
};
TORCH_MODULE(ResNet);

/// Parameters and statistics of any module (num_batches_tracked left out), sharing their memory.
StateDict moduleState(const torch::nn::Module& module);

/// Tensors of a network nobody trained: He-normal convolutions from SplitMix64(seed, tensor name), and
/// BatchNorm statistics measured once on fixed procedural pictures, so that every channel carries signal
/// at every depth. The same on every machine.
StateDict untrainedState(const BackboneShape& shape, int lastLayer, std::uint64_t seed);

}  // namespace segad::nn
