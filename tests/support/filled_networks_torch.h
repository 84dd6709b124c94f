// Networks and pictures filled by the portable rule of the vectors (README of the vectors: names seed
// streams), for tests and benchmarks that look behind the door of segad-learn.
#pragma once

#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/nn/resnet_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::test {

/// A tensor's value by the last part of its name and its rank.
inline void fillByName(at::Tensor tensor, const std::string& name) {
    const bool weight = name.ends_with("weight");
    // A LayerNorm's weight has the shape of a map, and is filled as a BatchNorm's.
    const bool convolution = weight && (tensor.dim() == 2 || tensor.dim() == 4);
    const double scale =
        convolution ? std::sqrt(3.0 / static_cast<double>(tensor.numel() / tensor.size(0))) : 0;
    SplitMix64 stream(fnv1a64(name));
    const at::Tensor values = at::empty(tensor.sizes(), at::kFloat);
    float* value = values.data_ptr<float>();
    for (std::int64_t i = 0; i < values.numel(); ++i) {
        const double u = stream.uniform();
        double v = (u - 0.5) * 0.2;  // bias, running_mean
        if (convolution) v = (2 * u - 1) * scale;
        if (name.ends_with("global_scale")) v += 2 * std::log(std::exp(5.0) - 1);
        if ((weight && !convolution) || name.ends_with("running_var")) v = 0.5 + u;
        value[i] = static_cast<float>(v);
    }
    const at::NoGradGuard noGradient;
    tensor.copy_(values);
}

/// A filled order of channels (`name` ends with w_perm in the vectors).
inline std::vector<std::int64_t> filledPermutation(const std::string& name, std::int64_t channels) {
    std::vector<std::int64_t> p(static_cast<std::size_t>(channels));
    std::iota(p.begin(), p.end(), std::int64_t{0});
    SplitMix64 stream(fnv1a64(name));
    for (std::size_t i = p.size() - 1; i > 0; --i)
        std::swap(p[i], p[stream() % (i + 1)]);
    return p;
}

/// A filled network up to layer`lastLayer`, in evaluation mode, float32.
inline nn::ResNet filledNetwork(const std::string& architecture, int lastLayer) {
    nn::ResNet network(backboneShape(architecture), lastLayer);
    for (auto& [name, tensor] : network->state())
        fillByName(tensor, name);
    network->eval();
    return network;
}

/// image("input", N, H, W): normalised pictures [N,3,H,W].
inline at::Tensor filledPictures(std::int64_t count, std::int64_t height, std::int64_t width) {
    constexpr std::array<double, 3> mean{0.485, 0.456, 0.406};
    constexpr std::array<double, 3> deviation{0.229, 0.224, 0.225};
    at::Tensor pictures = at::empty({count, 3, height, width}, at::kFloat);
    float* value = pictures.data_ptr<float>();
    SplitMix64 stream(fnv1a64("input"));
    for (std::int64_t i = 0; i < pictures.numel(); ++i) {
        const auto channel = static_cast<std::size_t>(i / (height * width) % 3);
        value[i] = static_cast<float>((stream.uniform() - mean[channel]) / deviation[channel]);
    }
    return pictures;
}

}  // namespace segad::test
