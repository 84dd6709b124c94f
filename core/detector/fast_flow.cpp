// FastFlow (Yu et al. 2021) as a method on frozen features; fastflow.md holds every choice.
#include <torch/optim/adam.h>

#include "core/detector/fast_flow_network_torch.h"
#include "core/detector/fast_flow_scorer_torch.h"
#include "core/detector/feature_detector_torch.h"

namespace segad::nn {

namespace {
class FastFlowLearner final : public FeatureLearner {
public:
    FastFlowLearner(const FastFlowOptions& options, const FastFlowShape& shape, std::uint64_t seed,
                    const at::Device& device)
        : permutations_(drawPermutations(shape, seed)), network_(shape, permutations_) {
        network_->to(device);
        // § 4: weight decay is added to the gradient, as Adam does, not AdamW.
        optimiser_ = std::make_unique<torch::optim::Adam>(
            network_->parameters(),
            torch::optim::AdamOptions(options.learningRate).weight_decay(options.weightDecay));
    }

    at::Tensor loss(const std::vector<at::Tensor>& features) override {
        return fastFlowLoss(network_->forward(features));
    }
    std::vector<at::Tensor> parameters() override { return network_->parameters(); }
    torch::optim::Optimizer& optimiser() override { return *optimiser_; }
    LearnedState state() override { return {.tensors = network_->state(), .integers = permutations_}; }

private:
    Permutations permutations_;
    FastFlowNet network_;
    std::unique_ptr<torch::optim::Adam> optimiser_;
};

class FastFlow final : public FeatureMethod {
public:
    std::string key() const override { return "fastflow"; }
    std::string title() const override { return "FastFlow"; }

    FeatureMethodSettings settings(const Json& params) const override {
        const FastFlowOptions options = FastFlowOptions::fromParams(params);
        return {.input = options.input,
                .layers = fastFlowLayers(),
                .epochs = options.epochs,
                .batchSize = static_cast<std::size_t>(options.batchSize),
                .share = kFastFlowShare};
    }

    std::unique_ptr<FeatureLearner> learner(const Json& params, const BackboneShape& backbone,
                                            std::uint64_t seed, const at::Device& device) const override {
        const FastFlowOptions options = FastFlowOptions::fromParams(params);
        return std::make_unique<FastFlowLearner>(options, fastFlowShape(options, backbone), seed, device);
    }

    std::unique_ptr<FeatureScorer> scorer(const Json& params, const BackboneShape& backbone,
                                          const LearnedState& state, const at::Device& device,
                                          at::ScalarType type) const override {
        const FastFlowOptions options = FastFlowOptions::fromParams(params);
        return makeFastFlowScorer(fastFlowShape(options, backbone), options.input, options.energyMap, state,
                                  device, type);
    }
};
}  // namespace

}  // namespace segad::nn

extern "C" std::unique_ptr<segad::Detector> segadCreateFastFlow(const segad::DetectorConfig& config) {
    return segad::nn::makeFeatureDetector(std::make_unique<segad::nn::FastFlow>(), config);
}
