// Reverse Distillation as it scores (reverse_distillation.md § 7): BatchNorm folded, weights laid out once.
#pragma once

#include <memory>

#include "core/detector/feature_scorer_torch.h"
#include "core/detector/reverse_distillation_plan.h"

namespace segad::nn {

/// `type`: what its convolutions compute in, float32 or bfloat16; distances are float32 either way. Throws
/// Error{InvalidData} when `state` is not of this shape.
std::unique_ptr<FeatureScorer> makeReverseDistillationScorer(const ReverseDistillationShape& shape,
                                                             const ReverseDistillationOptions& options,
                                                             const LearnedState& state,
                                                             const at::Device& device,
                                                             at::ScalarType type = at::kFloat);

}  // namespace segad::nn
