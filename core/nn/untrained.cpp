#include <cmath>

#include "core/base/random.h"
#include "core/nn/resnet_torch.h"

namespace segad::nn {

namespace {
/// Pictures [count,3,side,side] with structure at every scale, about as bright and varied as normalised
/// photographs: octaves of smooth noise whose amplitude halves with the wavelength.
at::Tensor proceduralPictures(int count, int side, std::uint64_t seed) {
    SplitMix64 random(seed, "procedural pictures");
    at::Tensor pictures = at::zeros({count, 3, side, side}, at::kDouble);
    double amplitude = 1;
    for (int cells = 2; cells <= side; cells *= 2) {
        at::Tensor noise = at::empty({count, 3, cells, cells}, at::kDouble);
        double* value = noise.data_ptr<double>();
        for (std::int64_t i = 0; i < noise.numel(); ++i)
            value[i] = amplitude * random.normal();
        pictures += at::upsample_bilinear2d(noise, {side, side}, false);
        amplitude *= 0.6;
    }
    return pictures;
}
}  // namespace

StateDict untrainedState(const BackboneShape& shape, int lastLayer, std::uint64_t seed) {
    const at::NoGradGuard noGradient;
    ResNet network(shape, lastLayer);
    network->to(at::kDouble);
    for (auto& [name, tensor] : network->state()) {
        if (tensor.dim() != 4) continue;
        // He initialisation by fan-out, as torchvision's ResNets start.
        const double deviation =
            std::sqrt(2.0 / static_cast<double>(tensor.size(0) * tensor.size(2) * tensor.size(3)));
        SplitMix64 random(seed, name);
        double* value = tensor.data_ptr<double>();
        for (std::int64_t i = 0; i < tensor.numel(); ++i)
            value[i] = deviation * random.normal();
    }
    // With momentum 1 one pass in training mode leaves each BatchNorm with the statistics it just saw,
    // and each layer already sees its predecessor normalised. In double precision the differences
    // between machines vanish when the tensors are rounded to float.
    for (const auto& module : network->modules(false)) {
        if (auto* norm = module->as<torch::nn::BatchNorm2d>()) norm->options.momentum(1.0);
    }
    network->train();
    network->forward(proceduralPictures(4, 96, seed));

    StateDict state;
    for (const auto& [name, tensor] : network->state())
        state.emplace(name, tensor.to(at::kFloat).clone());
    return state;
}

}  // namespace segad::nn
