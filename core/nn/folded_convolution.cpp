#include <stdexcept>

#include "core/nn/folded_convolution_torch.h"

namespace segad::nn {

namespace {
constexpr double kNormEpsilon = 1e-5;  // backbones.md § 1
}

const at::Tensor& tensorOf(const StateDict& state, const std::string& name) {
    const auto found = state.find(name);
    if (found == state.end()) throw std::logic_error("no tensor " + name);
    return found->second;
}

FoldedNorm foldNorm(const StateDict& state, const std::string& norm) {
    const auto asDouble = [&](const char* what) { return tensorOf(state, norm + what).to(at::kDouble); };
    FoldedNorm folded;
    folded.scale = asDouble(".weight") / (asDouble(".running_var") + kNormEpsilon).sqrt();
    folded.shift = asDouble(".bias") - asDouble(".running_mean") * folded.scale;
    return folded;
}

PreparedConvolution foldedConvolution(const StateDict& state, const FoldedLayer& layer,
                                      const at::Device& device, at::ScalarType type) {
    const at::Tensor weight = tensorOf(state, layer.convolution + ".weight").to(at::kDouble);
    const FoldedNorm norm = foldNorm(state, layer.norm);
    return {(weight * norm.scale.view({-1, 1, 1, 1})).to(at::kFloat),
            norm.shift.to(at::kFloat),
            {.stride = layer.stride,
             .padding = static_cast<int>(weight.size(2) / 2),
             .relu = layer.relu,
             .type = type},
            device};
}

}  // namespace segad::nn
