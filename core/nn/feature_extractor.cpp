#include "core/nn/feature_extractor.h"

#include <algorithm>

#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

namespace {
class TrunkExtractor final : public FeatureExtractor {
public:
    TrunkExtractor(std::shared_ptr<const Trunk> trunk, const BackboneRequest& request)
        : trunk_(std::move(trunk)), layers_(request.layers), input_(request.input) {}

    const BackboneIdentity& backbone() const override { return trunk_->identity(layers_.back()); }
    std::string device() const override { return deviceName(trunk_->device()); }

    std::vector<FeatureMap> extract(const cv::Mat& rgb) const override {
        return guarded("feature maps", [&] {
            const TrunkFeatures features = trunk_->forward(trunk_->preprocess(rgb, input_), layers_);
            std::vector<FeatureMap> maps;
            for (const int layer : layers_) {
                const at::Tensor map = features.map(layer).to(at::kCPU).contiguous();
                const float* values = map.data_ptr<float>();
                maps.push_back({.layer = layer,
                                .channels = static_cast<int>(map.size(1)),
                                .height = static_cast<int>(map.size(2)),
                                .width = static_cast<int>(map.size(3)),
                                .values = {values, values + map.numel()}});
            }
            return maps;
        });
    }

private:
    std::shared_ptr<const Trunk> trunk_;
    std::vector<int> layers_;
    NetworkInput input_;
};

void check(const BackboneRequest& request) {
    const auto& layers = request.layers;
    const bool ascending = std::ranges::adjacent_find(layers, std::greater_equal<>()) == layers.end();
    if (layers.empty() || !ascending || layers.front() < 1 || layers.back() > 4) {
        throw Error(ErrorCode::InvalidArgument, "layers", "are not an ascending choice of 1…4",
                    "Ask for layers like 2, 3.");
    }
    const cv::Size size = request.input.size;
    if (size.width < 32 || size.height < 32 || size.width > 4096 || size.height > 4096) {
        throw Error(ErrorCode::InvalidArgument, "input size", "is not between 32 and 4096 pixels a side",
                    "256 is usual.");
    }
}
}  // namespace

}  // namespace segad::nn

extern "C" std::unique_ptr<segad::FeatureExtractor> segadOpenFeatureExtractor(
    const segad::BackboneRequest& request) {
    segad::nn::check(request);
    auto trunk =
        segad::nn::openTrunk(request.name, request.layers.back(), request.device, request.weightsIdentity);
    return std::make_unique<segad::nn::TrunkExtractor>(std::move(trunk), request);
}
