#include "core/detector/trunk_cost.h"

namespace segad {

const BackboneInfo& backboneOf(const CostQuestion& question) {
    const BackboneInfo* row = findBackbone(question.backbone);
    return row == nullptr ? backboneCatalog().front() : *row;
}

double trunkSeconds(const CostQuestion& question, const NetworkInput& input, int lastLayer) {
    const double area = static_cast<double>(input.size.area()) / (256.0 * 256.0);
    return backboneFlops(backboneOf(question).shape(), 256, lastLayer) * area /
           (kConvolutionRate * question.threads);
}

CostEstimate featureCost(const CostQuestion& question, const FeaturePlan& plan, const FeatureWork& work) {
    // Of forward and backward passes, where half of the time goes to memory.
    constexpr double kLearningRate = 60e9;

    const double threads = question.threads;
    const double trunk = trunkSeconds(question, plan.input, plan.layers.back());
    const std::uint64_t weights = work.parameters * sizeof(float);
    CostEstimate cost;
    cost.trainSeconds =
        static_cast<double>(plan.parts) * (trunk * static_cast<double>(plan.passes(work.epochs)) +
                                           3 * work.flops * work.epochs / (kLearningRate * threads));
    cost.scoreSecondsPerPart = trunk + work.flops / (kConvolutionRate * threads);
    cost.trainBytes = plan.memoryBytes + work.learningBytes;
    cost.scratchBytes = plan.scratchBytes;
    cost.modelBytes = weights;
    cost.scoreBytes = 2 * weights + kTrunkScoreBytes;
    return cost;
}

}  // namespace segad
