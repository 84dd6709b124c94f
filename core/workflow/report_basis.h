// What a stored report was made from, so that one can tell whether it still holds.
#pragma once

#include <string>
#include <vector>

#include "core/project/records.h"

namespace segad {

struct ReportBasis {
    std::vector<std::string> detectors;  ///< keys, in column order
    std::vector<RunId> runs;             ///< their trainings, then the run of the segment maps
    std::string labels;                  ///< of all labels and defect types

    bool operator==(const ReportBasis&) const = default;
};

}  // namespace segad
