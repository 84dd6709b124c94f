// From good parts to PatchCore's memory bank, within the memory its plan states (patchcore.md § 2).
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/job.h"
#include "core/base/json.h"
#include "core/detector/patchcore_plan.h"
#include "core/image/image.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

class Trunk;

struct TrainedBank {
    std::vector<float> rows;             ///< [m, D] row-major, in order of selection
    std::vector<std::int64_t> selected;  ///< which patch each row is: picture · patches per picture + patch
    Json facts = Json::object();         ///< counts, storage, seconds per stage
};

/// Embeds all pictures, selects the coreset, gathers its rows. The bank is the same for every memory limit.
/// Throws as Detector::train().
TrainedBank trainBank(const PatchCoreOptions& options, const Trunk& trunk, const ImageSource& pictures,
                      std::uint64_t seed, Job& job);

}  // namespace segad::nn
