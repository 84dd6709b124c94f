// FastFlow as it scores (fastflow.md §§ 2, 5): trained scales and shifts folded into the convolutions, no
// determinants, features channels-last, where a permutation of channels is a gather within each pixel.
#pragma once

#include <memory>

#include "core/detector/fast_flow_plan.h"
#include "core/detector/feature_scorer_torch.h"

namespace segad::nn {

/// `energyMap`: see FastFlowOptions. `type`: what the subnets compute in, float32 or bfloat16; what flows is
/// float32 either way. Throws Error{InvalidData} when `state` is not of this shape.
std::unique_ptr<FeatureScorer> makeFastFlowScorer(const FastFlowShape& shape, const NetworkInput& input,
                                                  bool energyMap, const LearnedState& state,
                                                  const at::Device& device, at::ScalarType type = at::kFloat);

}  // namespace segad::nn
