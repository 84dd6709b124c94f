// What is made from the stored results of inspections: tables and reports at any time, one result of many
// shares.
#pragma once

#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/project/inspection_store.h"

namespace segad {

struct ResultsRequest {
    Path store;                   ///< project or results file; it is only read
    InspectionId inspection = 0;  ///< 0 = the newest
    Path csv;                     ///< "" = none
    Path report;                  ///< HTML, "" = none
    Path pdf;                     ///< "" = none
};

/// Writes table and report again, as inspect() does. Also while the inspection goes on. Throws
/// Error{NotFound} when there is no such inspection.
InspectionRecord writeResults(const ResultsRequest& request, Job& job);

struct MergeRequest {
    Path out;                  ///< a new results file
    std::vector<Path> inputs;  ///< projects or results files; the newest inspection of each
};

struct MergeReport {
    InspectionRecord totals;
    std::uint64_t duplicates = 0;    ///< parts that several inputs had, with the same result
    std::vector<std::string> notes;  ///< shares that are missing or did not come to their end
};

/// Joins results, in natural order of the paths. Throws Error{AlreadyExists} when `out` is there, and
/// Error{InvalidData} naming the input or part when models or thresholds differ or two inputs contradict each
/// other; nothing is written then.
MergeReport mergeInspections(const MergeRequest& request, Job& job);

}  // namespace segad
