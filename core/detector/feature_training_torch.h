// The steps of a training on frozen features: which parts a step sees, and how a batch becomes a step of
// the optimiser.
#pragma once

#include "core/detector/feature_detector_torch.h"
#include "core/detector/frozen_features_torch.h"
#include "core/detector/sample_order.h"
#include "core/nn/training_loop_torch.h"

namespace segad::nn {

class FeatureTraining final : public Trainee {
public:
    /// What it is given outlives it. `name`: of the stream of random numbers that order the parts.
    FeatureTraining(const FeatureMethodSettings& settings, FeatureLearner& learner,
                    const FrozenFeatures& features, std::uint64_t seed, const std::string& name);

    std::int64_t steps() const noexcept;

    double step(std::int64_t step) override;
    StateDict save() override;
    void load(const StateDict& state) override;

private:
    double learnWhole(const std::vector<std::size_t>& parts);
    double learnInShares(const std::vector<std::size_t>& parts);

    FeatureMethodSettings settings_;
    FeatureLearner& learner_;
    const FrozenFeatures& features_;
    SampleOrder order_;
    EpochBatches batches_;
};

}  // namespace segad::nn
