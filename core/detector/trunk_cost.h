// What a frozen trunk costs, for the estimates of all detectors that have one. Torch-free.
#pragma once

#include "core/detector/catalog.h"
#include "core/detector/feature_plan.h"
#include "core/nn/backbones.h"

namespace segad {

/// Operations a second of one core of a current processor in float32, of prepared convolutions.
inline constexpr double kConvolutionRate = 180e9;
/// The trunk's weights and activations while scoring.
inline constexpr std::uint64_t kTrunkScoreBytes = 256'000'000;

/// The catalog's row of the question's backbone; the first one for a name it doesn't know.
const BackboneInfo& backboneOf(const CostQuestion& question);

/// Seconds of one pass of the trunk up to layer`lastLayer` over one picture.
double trunkSeconds(const CostQuestion& question, const NetworkInput& input, int lastLayer);

/// What is learnt on the trunk's features.
struct FeatureWork {
    double flops = 0;  ///< of one part's forward pass
    std::uint64_t parameters = 0;
    int epochs = 1;
    std::uint64_t learningBytes = 0;  ///< beside the features
};

CostEstimate featureCost(const CostQuestion& question, const FeaturePlan& plan, const FeatureWork& work);

}  // namespace segad
