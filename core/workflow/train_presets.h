// Choices of detectors for a user who knows none of their names, each with what it will cost.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/workflow/requests.h"

namespace segad {

/// One detector of a preset.
struct PresetDetector {
    std::string key;  ///< of the detector catalog; may be one that this program lacks
    Json params = Json::object();
    /// The published one: taken when it is imported, else the usual one; "" = the usual one.
    std::string backbone = {};
};

struct TrainPreset {
    std::string key;      ///< stable: "quick", "balanced", "paper"
    std::string title;    ///< "Quick"
    std::string summary;  ///< one sentence
    std::vector<PresetDetector> detectors;
};

/// In the order they are offered, cheapest first.
const std::vector<TrainPreset>& trainPresets();

/// Throws Error{NotFound} that lists the known keys.
const TrainPreset& trainPreset(std::string_view key);

/// What trainDetector() is to be asked for one after the other: `base` (project, seed, device, …; its
/// detector, backbone and parameters don't count) for each detector of the preset.
std::vector<TrainRequest> presetRequests(const TrainPreset& preset, const TrainRequest& base);

struct PresetPlan {
    /// Why it can't be trained as things are (a detector this program lacks, weights that are not imported,
    /// too few parts), with what to do about it; absent when it can.
    std::optional<Error> problem;
    std::vector<TrainPlan> plans;  ///< of the detectors up to the first that can't be trained
    /// Sums and maxima over `plans`. All detectors share one scoring pass where they can, which is not
    /// counted.
    double trainSeconds = 0;
    double scoreSeconds = 0;
    std::uint64_t memoryBytes = 0;
    std::uint64_t modelBytes = 0;
    std::uint64_t mapBytes = 0;              ///< of all parts, on disk
    std::optional<std::uint64_t> freeBytes;  ///< on the project's disk, where it says
};

/// planTraining() of each detector of the preset. Throws only what opening the project throws.
PresetPlan planPreset(const TrainPreset& preset, const TrainRequest& base);

}  // namespace segad
