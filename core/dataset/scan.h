// Reading a dataset's folder: which layout it has, which parts it holds, what is wrong with them.
// Nothing is copied and nothing is written; the project room stores what is found here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/dataset/finding.h"
#include "core/dataset/part.h"

namespace segad {

/// One picture found. Paths are relative to the scanned root, '/'-separated UTF-8.
struct ScannedPart {
    std::string path;
    Subset subset = Subset::Unspecified;
    Label label = Label::Unlabelled;
    std::string defectType;     ///< folder or CSV name of the defect, "" when unknown
    bool unseenDefect = false;  ///< a defect kind absent from training on purpose (VAD)
    std::string maskPath;       ///< ground-truth mask, "" when there is none
    int width = 0;              ///< upright pixels
    int height = 0;
    std::uint64_t bytes = 0;
    std::int64_t modifiedNs = 0;  ///< file time, nanoseconds since the epoch
    std::string sha256;
};

/// A named list of fit parts that the dataset publishes (VAD: one run of low_shot_train.json).
struct PublishedSubset {
    std::string name;
    std::vector<std::string> paths;
};

struct ScanResult {
    Path root;                       ///< absolute
    std::string layout;              ///< key of the layout used: "folder", "mvtec", "visa", "visa-raw", "vad"
    std::vector<ScannedPart> parts;  ///< in the order of splits.md § 4
    std::vector<Finding> findings;
    std::vector<PublishedSubset> publishedSubsets;

    std::size_t count(FindingKind kind) const;
};

struct ScanOptions {
    std::string layout = "auto";
    std::string className;  ///< for datasets of several classes (raw VisA, MVTec root); "" = the only one
};

/// Lists, probes and hashes everything below `root` on all threads. Throws Error{NotFound, InvalidData}
/// when nothing usable is there or a root of several classes is given without `className` (the message
/// lists them), and Cancelled.
ScanResult scanDataset(const Path& root, const ScanOptions& options, Job& job);

/// Keys of the known layouts, "auto" first.
std::vector<std::string> datasetLayouts();

}  // namespace segad
