// Painted regions as mask pictures in a folder: how other programs get them and give them back. See
// requests.h for the rules that requests share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/project/records.h"
#include "core/project/region_steps.h"

namespace segad {

struct RegionImportRequest {
    Path project;
    /// Masks of all parts, or a dataset's root: when it has folders called ground_truth, masks, …, only what
    /// is in them is a mask.
    Path folder;
    bool replace = false;  ///< also the regions of parts that have others already
    bool dryRun = false;   ///< only the report
};

/// What became of one mask.
enum class MaskOutcome {
    Stored,     ///< its painted pixels are the part's regions now
    Unchanged,  ///< they were already
    Kept,       ///< the part has other regions, and these were not to be replaced
    Removed,    ///< nothing is painted in it: the part's regions were taken away
    Empty,      ///< nothing is painted in it and the part has no regions
    Unmatched,  ///< no part goes by its name
    Failed      ///< unreadable, of another size, …
};

/// "stored", "unchanged", "kept", "removed", "empty", "unmatched", "failed".
std::string_view toString(MaskOutcome outcome) noexcept;

struct MaskReport {
    std::string file;  ///< relative to the folder
    std::string part;  ///< path of the part, "" when there is none
    MaskOutcome outcome = MaskOutcome::Failed;
    std::string remark;  ///< what is worth knowing about it, a sentence without its end; often ""
};

struct RegionImportReport {
    std::vector<MaskReport> masks;    ///< in the order of their names
    std::vector<PartRegions> after;   ///< what was (with dryRun: would be) stored …
    std::vector<PartRegions> before;  ///< … and what the same parts had, to take it back; empty with dryRun
    int count(MaskOutcome outcome) const;
};

/// Takes mask pictures in as regions. A mask belongs to the part that exportRegions() would write it for, or
/// whose name it has as datasets name masks (MVTec AD, VisA, see core/dataset/mask_match.h). Everything but 0
/// is painted. All masks are stored in one transaction at the end.
/// A mask that fails is a warning, too. Throws Error{NotFound} when there is no mask in the folder.
RegionImportReport importRegions(const RegionImportRequest& request, Job& job);

struct RegionExportRequest {
    Path project;
    Path folder;           ///< made when it isn't there
    bool replace = false;  ///< also masks in the folder that differ
};

struct RegionExportReport {
    int written = 0;
    int unchanged = 0;  ///< were there with the same pixels
};

/// Writes one grey PNG, 0 and 255, for each part with regions, under the part's own path with the extension
/// .png (below a folder named by the source when the project has several). Each file is whole or not there.
/// Before the first is written: Error{AlreadyExists} for a file that is there and differs (unless `replace`),
/// and always for one that is no mask or that belongs to the project's pictures.
RegionExportReport exportRegions(const RegionExportRequest& request, Job& job);

/// Removes the regions of these parts (by path, as Parts::findByPath()), of all parts when none is named; how
/// many parts had some. Error{NotFound} for a path that is no part's, and then nothing changes.
int clearRegions(const Path& project, const std::vector<std::string>& parts, Job& job);

}  // namespace segad
