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
    std::string layout;              ///< key of the layout used, e.g. "folder", "mvtec", "visa-raw"
    std::vector<ScannedPart> parts;  ///< in the order of splits.md § 4
    std::vector<Finding> findings;   ///< errors, then warnings, then remarks
    std::size_t rejected = 0;        ///< pictures left out because of an error
    std::vector<PublishedSubset> publishedSubsets;

    std::size_t count(FindingKind kind) const;
};

/// A folder whose meaning the user states, for datasets whose folders' names don't.
struct StatedFolder {
    std::string path;  ///< relative to the root; "" is the root itself; of nested ones the deepest counts
    Subset subset = Subset::Unspecified;
    Label label = Label::Unlabelled;
    std::string defectType;
};

struct ScanOptions {
    std::string layout = "auto";
    std::string className;  ///< for datasets of several classes (raw VisA, MVTec root): its folder, or
                            ///< that folder's name; "" = the only one
    std::vector<StatedFolder> folders;  ///< only with the layouts "auto" and "folder"
    std::string maskFolder;             ///< with `folders`: where the masks are, "" = nowhere
};

/// Lists everything below `root`, then decodes and hashes the parts, and checks their masks, on all threads.
/// Throws Error{NotFound, InvalidData} when nothing usable is there, when the layout has labels but no good
/// training part, or a root of several classes is given without `className` (the message lists them);
/// Error{InvalidArgument} for an unknown layout; and Cancelled.
ScanResult scanDataset(const Path& root, const ScanOptions& options, Job& job);

/// Keys of the known layouts, "auto" first. "visa" also takes raw VisA.
std::vector<std::string> datasetLayouts();

/// For people, e.g. "MVTec AD"; the key itself when it is unknown.
std::string datasetLayoutTitle(const std::string& key);

}  // namespace segad
