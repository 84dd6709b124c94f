// From a trunk's feature maps to PatchCore's patch vectors (patchcore.md § 1).
#pragma once

#include "core/detector/patchcore_plan.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

class TrunkFeatures;

/// One picture: each map is averaged over 3×3, deeper maps are brought to the grid of the first layer, and
/// channels are joined. Returns [height·width, D], rows y-major, contiguous, float32 on the processor.
at::Tensor embedPatches(const TrunkFeatures& features, const PatchCoreOptions& options);

}  // namespace segad::nn
