#include <cmath>

#include "core/base/random.h"
#include "core/detector/fine_tuned_network_torch.h"

namespace segad::nn {

namespace {
constexpr std::string_view kBackbone = "backbone.";
}  // namespace

FineTunedNetwork::FineTunedNetwork(const BackboneShape& shape, int lastLayer, std::string backbonePrefix)
    : shape_(shape),
      lastLayer_(lastLayer),
      backbone_(register_module("backbone", ResNet(shape, lastLayer))),
      backbonePrefix_(std::move(backbonePrefix)) {}

StateDict FineTunedNetwork::state() const {
    StateDict state;
    for (const auto& [name, tensor] : moduleState(*this)) {
        const bool ofBackbone = name.starts_with(kBackbone);
        state.emplace(ofBackbone ? backbonePrefix_ + name.substr(kBackbone.size()) : name, tensor);
    }
    return state;
}

void FineTunedNetwork::startHeads(std::uint64_t seed) {
    const at::NoGradGuard noGradient;
    const auto parameters = named_parameters();
    for (const auto& item : parameters) {
        if (item.key().starts_with(kBackbone)) continue;
        const std::string owner = item.key().substr(0, item.key().rfind('.'));
        const at::Tensor& weight = parameters[owner + ".weight"];
        if (weight.dim() < 2) continue;  // BatchNorm
        const std::int64_t inputs = weight.numel() / weight.size(0);
        const double bound = 1 / std::sqrt(static_cast<double>(inputs));
        SplitMix64 random(seed, item.key());
        const at::Tensor values = at::empty(item.value().sizes(), at::kFloat);
        for (float& value : std::span(values.data_ptr<float>(), static_cast<std::size_t>(values.numel())))
            value = static_cast<float>(random.uniform(-bound, bound));
        at::Tensor(item.value()).copy_(values);
    }
}

at::Tensor atScale(const at::Tensor& pictures, int scale) {
    if (scale == 0) return pictures;
    return at::upsample_nearest2d(pictures, {pictures.size(2) >> scale, pictures.size(3) >> scale});
}

at::Tensor meanOfLargest(const at::Tensor& responses, double ratio) {
    const at::Tensor flat = responses.flatten(1);
    if (ratio == 0) return flat.mean(1);
    const auto count =
        std::max<std::int64_t>(1, static_cast<std::int64_t>(ratio * static_cast<double>(flat.size(1))));
    return std::get<0>(flat.abs().topk(count, 1)).mean(1);
}

}  // namespace segad::nn
