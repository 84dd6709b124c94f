#include <cmath>

#include "core/base/random.h"
#include "core/nn/backbone_tensors.h"
#include "core/nn/backbones.h"
#include "core/nn/pdn_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/weight_store.h"

namespace segad::nn {

namespace {
constexpr std::uint64_t kUntrainedSeed = 18;  ///< part of what "…-untrained" means; never change it

at::Tensor meanPool(const at::Tensor& x, int padding) {
    // Padded zeros count, as where the teachers were trained (§ 1).
    return at::avg_pool2d(x, 2, 2, padding, /*ceil_mode=*/false, /*count_include_pad=*/true);
}

std::string nameOf(const PdnConvolution& convolution, const char* part) {
    return std::to_string(convolution.index) + part;
}

/// He-normal weights, so that variance is kept from layer to layer without normalisation.
StateDict untrainedTeacher(const PdnShape& shape) {
    StateDict state;
    for (const PdnConvolution& c : shape.convolutions(kTeacherChannels)) {
        at::Tensor weight = at::empty({c.out, c.in, c.kernel, c.kernel}, at::kFloat);
        const double deviation = std::sqrt(2.0 / (c.in * c.kernel * c.kernel));
        SplitMix64 random(kUntrainedSeed, nameOf(c, ".weight"));
        float* value = weight.data_ptr<float>();
        for (std::int64_t i = 0; i < weight.numel(); ++i)
            value[i] = static_cast<float>(deviation * random.normal());
        state.emplace(nameOf(c, ".weight"), std::move(weight));
        state.emplace(nameOf(c, ".bias"), at::zeros({c.out}, at::kFloat));
    }
    return state;
}
}  // namespace

PdnImpl::PdnImpl(const PdnShape& shape, int out, bool padding) : out_(out), poolPadding_(padding ? 1 : 0) {
    for (const PdnConvolution& c : shape.convolutions(out)) {
        torch::nn::Conv2d convolution(
            torch::nn::Conv2dOptions(c.in, c.out, c.kernel).padding(padding ? c.padding : 0));
        convolution->weight.set_data(convolution->weight.contiguous(at::MemoryFormat::ChannelsLast));
        stages_.push_back({register_module(std::to_string(c.index), convolution), c.pooled});
    }
}

at::Tensor PdnImpl::features(const at::Tensor& pictures) {
    at::Tensor x = pictures;
    for (std::size_t i = 0; i + 1 < stages_.size(); ++i) {
        x = stages_[i].convolution->forward(x).relu_();
        if (stages_[i].pooled) x = meanPool(x, poolPadding_);
        watchAt(x, watch_);
    }
    return x;
}

at::Tensor PdnImpl::head(const at::Tensor& features, int first, int count) {
    torch::nn::Conv2d& last = stages_.back().convolution;
    if (first == 0 && count == out_) return last->forward(features);
    return at::conv2d(features, last->weight.narrow(0, first, count), last->bias.narrow(0, first, count));
}

StateDict PdnImpl::state() const {
    StateDict state;
    for (const auto& item : named_parameters())
        state.emplace(item.key(), item.value().detach());
    return state;
}

FrozenPdn::FrozenPdn(const PdnShape& shape, const StateDict& state, int out, bool padding,
                     const at::Device& device)
    : poolPadding_(padding ? 1 : 0) {
    const std::vector<PdnConvolution> convolutions = shape.convolutions(out);
    for (const PdnConvolution& c : convolutions) {
        stages_.push_back(
            {{state.at(nameOf(c, ".weight")),
              state.at(nameOf(c, ".bias")),
              {.padding = padding ? c.padding : 0, .relu = c.index != convolutions.back().index},
              device},
             c.pooled});
    }
}

at::Tensor FrozenPdn::operator()(const at::Tensor& picture) const {
    at::Tensor x = picture;
    for (const Stage& stage : stages_) {
        x = stage.convolution(x);
        if (stage.pooled) x = meanPool(x, poolPadding_);
    }
    return x;
}

Teacher openTeacher(const std::string& name) {
    if (const BackboneInfo* row = findBackbone(name); row != nullptr && row->origin == WeightOrigin::Seed) {
        const PdnShape& shape = pdnShape(row->architecture);
        return {.shape = &shape,
                .state = untrainedTeacher(shape),
                .identity = {.name = name, .architecture = row->architecture}};
    }
    const WeightStore store;
    const WeightEntry entry = store.require(name, {kTeacherStage});
    const PdnShape& shape = pdnShape(entry.architecture);
    Teacher teacher{.shape = &shape,
                    .identity = {.name = entry.name,
                                 .architecture = entry.architecture,
                                 .weightsSha256 = entry.sha256,
                                 .weightsIdentity = entry.identityUpTo(kTeacherStage)}};
    const TensorFile file = store.open(entry);
    for (const PdnConvolution& c : shape.convolutions(kTeacherChannels)) {
        const auto read = [&](const char* part, const std::vector<std::int64_t>& size) {
            at::Tensor tensor = at::empty(size, at::kFloat);
            file.loadInto(nameOf(c, part),
                          {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())});
            teacher.state.emplace(nameOf(c, part), std::move(tensor));
        };
        read(".weight", {c.out, c.in, c.kernel, c.kernel});
        read(".bias", {c.out});
    }
    return teacher;
}

}  // namespace segad::nn
