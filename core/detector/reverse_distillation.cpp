// Reverse Distillation (Deng and Li 2022) as a method on frozen features; reverse_distillation.md holds
// every choice.
#include <torch/optim/adam.h>

#include "core/detector/feature_detector_torch.h"
#include "core/detector/reverse_distillation_network_torch.h"
#include "core/detector/reverse_distillation_scorer_torch.h"

namespace segad::nn {

namespace {
class ReverseDistillationLearner final : public FeatureLearner {
public:
    ReverseDistillationLearner(const ReverseDistillationOptions& options,
                               const ReverseDistillationShape& shape, const at::Device& device)
        : lossPerPixel_(options.lossPerPixel), network_(shape) {
        network_->to(device);
        network_->train();
        for (at::Tensor& parameter : network_->parameters()) {
            // As features come: convolutions then need not change the order of what they read.
            if (parameter.dim() == 4)
                parameter.set_data(parameter.contiguous(at::MemoryFormat::ChannelsLast));
        }
        optimiser_ = std::make_unique<torch::optim::Adam>(
            network_->parameters(),
            torch::optim::AdamOptions(options.learningRate).betas({options.beta1, options.beta2}));
    }

    at::Tensor loss(const std::vector<at::Tensor>& features) override {
        return reverseDistillationLoss(features, network_->forward(features), lossPerPixel_);
    }
    std::vector<at::Tensor> parameters() override { return network_->parameters(); }
    torch::optim::Optimizer& optimiser() override { return *optimiser_; }
    LearnedState state() override { return {.tensors = network_->state(), .integers = {}}; }

private:
    bool lossPerPixel_;
    ReverseDistillationNet network_;
    std::unique_ptr<torch::optim::Adam> optimiser_;
};

class ReverseDistillation final : public FeatureMethod {
public:
    std::string key() const override { return "rd4ad"; }
    std::string title() const override { return "Reverse Distillation"; }

    FeatureMethodSettings settings(const Json& params) const override {
        const auto options = ReverseDistillationOptions::fromParams(params);
        return {.input = options.input,
                .layers = reverseDistillationLayers(),
                .epochs = options.epochs,
                .batchSize = static_cast<std::size_t>(options.batchSize)};
    }

    std::unique_ptr<FeatureLearner> learner(const Json& params, const BackboneShape& backbone, std::uint64_t,
                                            const at::Device& device) const override {
        const auto options = ReverseDistillationOptions::fromParams(params);
        return std::make_unique<ReverseDistillationLearner>(
            options, reverseDistillationShape(options, backbone), device);
    }

    std::unique_ptr<FeatureScorer> scorer(const Json& params, const BackboneShape& backbone,
                                          const LearnedState& state, const at::Device& device,
                                          at::ScalarType type) const override {
        const auto options = ReverseDistillationOptions::fromParams(params);
        return makeReverseDistillationScorer(reverseDistillationShape(options, backbone), options, state,
                                             device, type);
    }
};
}  // namespace

}  // namespace segad::nn

extern "C" std::unique_ptr<segad::Detector> segadCreateReverseDistillation(
    const segad::DetectorConfig& config) {
    return segad::nn::makeFeatureDetector(std::make_unique<segad::nn::ReverseDistillation>(), config);
}
