// Where the features of a frozen trunk are kept while a detector learns from them. Without augmentation a
// part gives the same features in every epoch, so they are computed once, if there is room for them.
// Torch-free: estimates and the training follow the same plan.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/json.h"
#include "core/base/param_spec.h"
#include "core/nn/network_input.h"

namespace segad {

enum class FeatureStorage {
    Memory,     ///< features of all parts stay in memory
    Scratch,    ///< they go to an unnamed temporary file
    Recomputed  ///< they are computed anew for every step, from pictures at the network's size
};

/// How much may be kept.
struct FeatureBounds {
    std::uint64_t memory = 0;   ///< bytes
    std::uint64_t scratch = 0;  ///< bytes of temporary file

    /// From the parameters memory_limit and cache_limit.
    static FeatureBounds fromParams(const Json& params);
};

struct FeaturePlan {
    FeatureStorage storage = FeatureStorage::Memory;
    NetworkInput input;
    std::vector<int> layers;
    std::vector<std::int64_t> floats;  ///< of one part, by layer
    std::uint64_t parts = 0;
    std::uint64_t memoryBytes = 0;   ///< what is kept in memory all along
    std::uint64_t scratchBytes = 0;  ///< size of the temporary file

    std::uint64_t floatsPerPart() const noexcept;
    /// How often the trunk looks at each part in a training of so many epochs.
    std::int64_t passes(std::int64_t epochs) const noexcept {
        return storage == FeatureStorage::Recomputed ? epochs : 1;
    }
};

/// `channels`: of the backbone's layer1 … layer4.
FeaturePlan planFeatures(const NetworkInput& input, const std::vector<int>& layers,
                         const std::vector<int>& channels, std::uint64_t parts, const FeatureBounds& bounds);

/// "memory", "temporary file" or "computed every epoch".
const char* nameOf(FeatureStorage storage) noexcept;

/// The two parameters of FeatureBounds.
ParamSpec featureMemoryParam();
ParamSpec featureCacheParam();

}  // namespace segad
