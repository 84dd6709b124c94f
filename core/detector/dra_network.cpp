#include "core/detector/dra_network_torch.h"

namespace segad::nn {

namespace {
namespace tn = torch::nn;
constexpr int kHolisticWidth = 256;

/// The official code groups a head's layers under its name.
class Head : public tn::Module {
public:
    template <class Holder>
    Holder add(const std::string& name, Holder holder) {
        return register_module(name, std::move(holder));
    }
};

tn::Conv2d scoringOf(int channels) {
    return tn::Conv2d(tn::Conv2dOptions(channels, 1, 1));
}
}  // namespace

DraScores DraScores::operator+(const DraScores& other) const {
    return {holistic + other.holistic, seen + other.seen, pseudo + other.pseudo, residual + other.residual};
}

DraScores DraScores::operator/(double divisor) const {
    return {holistic / divisor, seen / divisor, pseudo / divisor, residual / divisor};
}

DraNetwork::DraNetwork(const BackboneShape& shape, const DraOptions& options)
    : FineTunedNetwork(shape, options.tuning.lastLayer, "feature_extractor.net."), options_(options) {
    const int channels = shape.channels(options.tuning.lastLayer);
    const auto head = [&](const char* name) { return register_module(name, std::make_shared<Head>()); };
    const auto holisticHead = head("holistic_head");
    fc1_ = holisticHead->add("fc1", tn::Linear(channels, kHolisticWidth));
    fc2_ = holisticHead->add("fc2", tn::Linear(kHolisticWidth, 1));
    seen_ = head("seen_head")->add("scoring", scoringOf(channels));
    pseudo_ = head("pseudo_head")->add("scoring", scoringOf(channels));
    const auto composite = head("composite_head");
    comparison_ =
        composite->add("conv", tn::Sequential(tn::Conv2d(tn::Conv2dOptions(channels, channels, 3).padding(1)),
                                              tn::BatchNorm2d(channels)));
    residual_ = composite->add("scoring", scoringOf(channels));
    for (int scale = 0; scale < options.scales; ++scale) {
        const int side = featureSide(options.tuning.input.size.width >> scale, options.tuning.lastLayer);
        references_.push_back(
            register_buffer("reference" + std::to_string(scale), at::zeros({1, channels, side, side})));
    }
}

at::Tensor DraNetwork::holistic(const at::Tensor& features) {
    return fc2_->forward(at::relu(fc1_->forward(features.mean({2, 3})))).abs().flatten();
}

DraScores DraNetwork::heads(const at::Tensor& reference, const at::Tensor& features) {
    const double ratio = options_.topRatio;
    return {.holistic = holistic(features),
            .seen = meanOfLargest(seen(features), ratio),
            .pseudo = meanOfLargest(pseudo(features), ratio),
            .residual = meanOfLargest(residual(at::relu(comparison_->forward(reference - features))), ratio)};
}

DraScores DraNetwork::forward(const at::Tensor& references, const at::Tensor& pictures) {
    const at::Tensor all = at::cat({references, pictures}).contiguous(at::MemoryFormat::ChannelsLast);
    const std::int64_t count = references.size(0);
    std::optional<DraScores> sum;
    for (int scale = 0; scale < options_.scales; ++scale) {
        const at::Tensor features = backbone()->lastLayer(atScale(all, scale));
        const DraScores scores =
            heads(features.slice(0, 0, count).mean(0, /*keepdim=*/true), features.slice(0, count));
        sum = sum ? *sum + scores : scores;
    }
    return *sum / options_.scales;
}

void DraNetwork::keepReferences(const at::Tensor& references) {
    for (int scale = 0; scale < options_.scales; ++scale)
        at::Tensor(reference(scale))
            .copy_(backbone()->lastLayer(atScale(references, scale)).mean(0, /*keepdim=*/true));
}

DraScores DraNetwork::compare(const at::Tensor& pictures) {
    std::optional<DraScores> sum;
    for (int scale = 0; scale < options_.scales; ++scale) {
        const DraScores scores = heads(reference(scale), backbone()->lastLayer(atScale(pictures, scale)));
        sum = sum ? *sum + scores : scores;
    }
    return *sum / options_.scales;
}

}  // namespace segad::nn
