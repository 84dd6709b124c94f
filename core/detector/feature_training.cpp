#include <algorithm>

#include <torch/csrc/autograd/autograd.h>

#include "core/base/work_ahead.h"
#include "core/detector/feature_training_torch.h"
#include "core/nn/checkpoint_torch.h"
#include "core/nn/runtime_torch.h"

namespace segad::nn {

FeatureTraining::FeatureTraining(const FeatureMethodSettings& settings, FeatureLearner& learner,
                                 const FrozenFeatures& features, std::uint64_t seed, const std::string& name)
    : settings_(settings),
      learner_(learner),
      features_(features),
      order_(seed, name + " order", features.size()),
      batches_{.samples = features.size(), .batchSize = settings.batchSize} {}

std::int64_t FeatureTraining::steps() const noexcept {
    return static_cast<std::int64_t>(batches_.stepsPerEpoch()) * settings_.epochs;
}

double FeatureTraining::step(std::int64_t step) {
    const EpochBatches::Range range = batches_.batch(step);
    const std::vector<std::size_t> parts = order_.take(range.first, range.count);
    const double loss = settings_.share == 0 ? learnWhole(parts) : learnInShares(parts);
    learner_.optimiser().step();
    return loss;
}

double FeatureTraining::learnWhole(const std::vector<std::size_t>& parts) {
    learner_.optimiser().zero_grad();
    const at::Tensor loss = learner_.loss(features_.batch(parts));
    loss.backward();
    return loss.item<double>();
}

double FeatureTraining::learnInShares(const std::vector<std::size_t>& parts) {
    struct Learnt {
        double loss = 0;
        std::vector<at::Tensor> gradients;
    };
    // Gradients are asked for, not accumulated: shares under way at once share the parameters.
    std::vector<at::Tensor> parameters = learner_.parameters();
    const std::size_t share = settings_.share;
    const auto sizeOf = [&](std::size_t index) { return std::min(share, parts.size() - index * share); };
    WorkAhead<Learnt> ahead((parts.size() + share - 1) / share, [&](std::size_t index) {
        return guardedTraining("training", [&] {
            const std::span<const std::size_t> some(&parts[index * share], sizeOf(index));
            const double weight = static_cast<double>(some.size()) / static_cast<double>(parts.size());
            const at::Tensor loss = learner_.loss(features_.batch(some)) * weight;
            return Learnt{.loss = loss.item<double>(),
                          .gradients = torch::autograd::grad({loss}, parameters)};
        });
    });
    double sum = 0;
    for (bool first = true; ahead.hasNext(); first = false) {
        Learnt learnt = ahead.next();
        sum += learnt.loss;
        for (std::size_t p = 0; p < parameters.size(); ++p) {
            if (first)
                parameters[p].mutable_grad() = learnt.gradients[p];
            else
                parameters[p].mutable_grad().add_(learnt.gradients[p]);
        }
    }
    return sum;
}

StateDict FeatureTraining::save() {
    StateDict state = withPrefix(learner_.state().tensors, "network.");
    state.merge(optimiserState(learner_.optimiser(), "optimiser."));
    return state;
}

void FeatureTraining::load(const StateDict& state) {
    copyState(state, "network.", learner_.state().tensors);
    loadOptimiserState(learner_.optimiser(), state, "optimiser.");
}

}  // namespace segad::nn
