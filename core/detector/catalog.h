// Every detector this program has, in one ordered table. Torch-free: forms, command-line flags, help,
// cost estimates and validation read the rows without opening the learning library.
//
// To add a detector: its two files, one row in catalog.cpp, its line in CMakeLists.txt, its test.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/param_spec.h"

namespace segad {

enum class Supervision {
    GoodOnly,   ///< learns from good parts
    GoodAndBad  ///< also needs labelled bad parts
};

/// How much there is to do.
struct CostQuestion {
    Json params = Json::object();  ///< complete (ParamSchema::complete)
    std::string backbone = "resnet18";
    std::uint64_t trainParts = 0;  ///< good parts it learns from
    std::uint64_t badParts = 0;    ///< bad ones, for detectors that learn from them
    int threads = 1;
};

/// An estimate, shown before training. Seconds are right within a factor of about two.
struct CostEstimate {
    double trainSeconds = 0;
    double scoreSecondsPerPart = 0;
    std::uint64_t trainBytes = 0;    ///< peak memory beyond the program itself
    std::uint64_t scratchBytes = 0;  ///< temporary file, 0 when memory suffices
    std::uint64_t scoreBytes = 0;    ///< memory while scoring
    std::uint64_t modelBytes = 0;    ///< on disk
};

struct DetectorInfo {
    std::string key;        ///< stable: "patchcore"
    std::string title;      ///< "PatchCore"
    std::string summary;    ///< one sentence
    std::string reference;  ///< paper
    Supervision supervision = Supervision::GoodOnly;
    bool makesMaps = true;
    bool usesBackbone = true;
    /// Layers of the backbone it needs with these (complete) parameters, of 1…4.
    std::function<std::vector<int>(const Json& params)> backboneLayers;
    /// Architectures that can serve it, the usual one first; empty: every backbone that has the layers. A
    /// detector that imitates a teacher of its own has the teacher in the backbone's place.
    std::vector<std::string> backboneArchitectures;
    /// Taken when it is imported and none was asked for: the published one, where a quick one doesn't do.
    std::string preferredBackbone = "resnet18";
    ParamSchema params;
    /// What these (complete) parameters need beside the backbone's layers, looked at before a training
    /// starts: throws Error{MissingWeights, NotFound, …} that says what is missing and how to get it. Quick;
    /// absent when there is nothing to need.
    std::function<void(const Json& params)> requireInputs;
    std::function<CostEstimate(const CostQuestion&)> estimateCost;
    std::string factory;  ///< symbol in segad-learn

    /// Whether weights of this architecture can serve it, as far as names tell: layers are not looked at.
    bool fitsArchitecture(std::string_view architecture) const noexcept;
};

/// In the order they are offered.
const std::vector<DetectorInfo>& detectorCatalog();

/// nullptr for a key this program does not know (kept and shown as unavailable by its callers).
const DetectorInfo* findDetector(std::string_view key) noexcept;

/// Throws Error{NotFound} that lists the known keys.
const DetectorInfo& detectorInfo(std::string_view key);

}  // namespace segad
