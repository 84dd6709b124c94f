// What a package says of itself, as values and as the JSON entries that stand in it. The models, weights and
// pictures are items of the package under the names given here. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/nn/weight_store.h"
#include "core/project/package_file.h"
#include "core/project/records.h"
#include "core/workflow/known_pictures.h"
#include "core/workflow/picture_sizes.h"

namespace segad {

struct PackagedDetector {
    RunRecord run;
    std::string item;                 ///< its model, a safetensors file named by its hash
    std::vector<double> percentiles;  ///< 0…100 of the calibration pixels; empty when there are none
    cv::Size input;                   ///< what pictures are brought to
};

struct PackagedSegments {
    RunRecord run;     ///< subject and params make the source
    std::string item;  ///< what it has learned; "" when the parameters say it all
    std::vector<std::string> names;
};

struct PackagedWeights {
    WeightEntry entry;  ///< its `file` is where the weights are now
    std::string item;
};

/// A picture with what is expected of it.
struct PackagedReference {
    std::string name;  ///< path of the part
    std::string label;
    std::string item;                    ///< the file as it was
    std::string segments;                ///< item of its segment map (PNG); "" when the source makes it
    double score = 0;                    ///< of the judge
    std::string verdict;                 ///< word
    std::vector<double> detectorScores;  ///< image scores, in the order of the detectors
};

/// The machine and the way the expected scores were computed.
struct PackagedComputing {
    std::string processor;
    int threads = 0;
    std::string device;                   ///< "cpu", "cuda:0"
    std::vector<std::string> precisions;  ///< of the detectors' trunks; "" for those without one
};

struct PackageContents {
    std::string name;     ///< "brf(patchcore)"
    std::string project;  ///< file name of the project
    RunRecord judge;
    ThresholdRecord thresholds;
    std::vector<PackagedDetector> detectors;
    std::optional<PackagedSegments> segments;  ///< absent for a detector alone, as is the forest
    std::vector<PackagedWeights> weights;
    std::vector<std::string> licences;  ///< a line each
    std::vector<PackagedReference> references;
    PackagedComputing computing;
    KnownPictures learned;
    PictureSizes sizes;

    static constexpr const char* kForestItem = "forest.json";

    void write(PackageWriter& writer) const;
    /// Throws Error{InvalidData} naming the package when it says something this program doesn't understand.
    static PackageContents read(const PackageFile& package);
};

}  // namespace segad
