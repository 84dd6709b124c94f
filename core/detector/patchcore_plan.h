// What PatchCore will do with a given number of pictures and how much memory that takes: sizes of the
// embedding, the coreset and its projection (patchcore.md §§ 1–2). Decided before the first picture is
// read, shown to the user, then followed by the training. Torch-free.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/json.h"
#include "core/nn/network_input.h"

namespace segad {

/// How feature maps become patch vectors, and vectors a bank (patchcore.md §§ 1–4).
struct PatchCoreOptions {
    NetworkInput input;
    std::vector<int> layers;       ///< ascending; the first gives the patch grid
    bool poolCountsBorder = true;  ///< 3×3 mean with divisor 9 also at the border
    bool upsampleBilinear = true;  ///< deeper maps to the grid: bilinear, else nearest
    double coresetRatio = 0.01;
    bool coresetKeepsStart = false;  ///< variant A of § 2; false is variant B
    bool projection = true;
    double projectionEpsilon = 0.9;
    int neighbours = 9;
    bool mapBilinear = false;       ///< patch map to input size: bilinear, else nearest
    double blurSigma = 4;           ///< pixels at input size; 0 = no blur
    std::uint64_t memoryLimit = 0;  ///< bytes

    /// From complete parameters of the catalog's schema.
    static PatchCoreOptions fromParams(const Json& params);
};

/// Where the training keeps what it selects from.
enum class PatchStorage {
    Vectors,      ///< patch vectors (and their projections) stay in memory: one pass
    Projections,  ///< only projections stay in memory; a second pass computes the chosen vectors again
    Scratch       ///< projections go to a temporary file; a second pass as above
};

struct PatchCorePlan {
    std::uint64_t images = 0;
    int gridWidth = 0;
    int gridHeight = 0;
    int dimension = 0;           ///< D: channels of all layers together
    int projected = 0;           ///< k of § 2; equals `dimension` when nothing is projected
    std::uint64_t patches = 0;   ///< n
    std::uint64_t selected = 0;  ///< m: rows of the bank
    PatchStorage storage = PatchStorage::Vectors;
    std::uint64_t memoryBytes = 0;   ///< peak of what training holds, without trunk and program
    std::uint64_t scratchBytes = 0;  ///< size of the temporary file

    bool projects() const noexcept { return projected != dimension; }
    bool secondPass() const noexcept { return projects() && storage != PatchStorage::Vectors; }
    std::uint64_t patchesPerImage() const noexcept {
        return static_cast<std::uint64_t>(gridWidth) * static_cast<std::uint64_t>(gridHeight);
    }
};

/// k = trunc(4 ln n / (ε²/2 − ε³/3)), the Johnson–Lindenstrauss dimension of § 2.
int projectionDimension(std::uint64_t patches, double epsilon);

/// `channels`: of the backbone's layer1 … layer4. Throws Error{InvalidData} for no images and
/// Error{OutOfMemory} when not even the scratch storage fits the memory limit.
PatchCorePlan planPatchCore(const PatchCoreOptions& options, const std::vector<int>& channels,
                            std::uint64_t images);

}  // namespace segad
