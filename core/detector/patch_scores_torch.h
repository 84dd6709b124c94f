// From the nearest bank rows of one picture's patches to its image score and anomaly map
// (patchcore.md §§ 3–4; Roth et al. 2022, eqs. 6–7).
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/detector/patch_bank_torch.h"
#include "core/detector/patchcore_plan.h"

namespace segad::nn {

struct PatchCoreScore {
    double imageScore = 0;        ///< largest patch distance times its weight
    double maxPatchDistance = 0;  ///< s*
    std::int64_t patch = 0;       ///< where it is
    double weight = 1;            ///< in [1 − 1/k, 1); 1 when k = 1
};

/// The patch farthest from the bank, weighed down when its nearest bank row lies in a sparse region of the
/// bank. `patches` [n, D] belong to `nearest`.
PatchCoreScore scoreImage(const PatchBank& bank, const at::Tensor& patches,
                          const std::vector<Nearest>& nearest, int neighbours);

/// Patch distances (y-major on the grid) at input size, blurred: CV_32FC1.
cv::Mat patchMap(const std::vector<Nearest>& nearest, cv::Size grid, const PatchCoreOptions& options);

}  // namespace segad::nn
