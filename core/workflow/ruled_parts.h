// Parts of inspections of which a person has said what they are, taken into a project: the picture becomes a
// part with that label, so that the next training learns from it. See requests.h for the rules that requests
// share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/job.h"
#include "core/project/records.h"

namespace segad {

struct RuledPartsRequest {
    Path project;
    Path results;  ///< project or results file that has the inspections; may be the project itself
    std::optional<InspectionId> inspection;  ///< absent: all of them
    std::string path;                        ///< only this part of the inspection; "" = all
};

struct RuledPartsReport {
    int added = 0;               ///< pictures that are parts now
    int labelled = 0;            ///< parts whose label is another now, those added included
    int known = 0;               ///< parts that had that label already
    std::vector<Error> missing;  ///< pictures that are gone or can't be read
};

/// A picture that is a part already (the same bytes) gets the label and is not added again. One that was
/// moved after it was judged is looked for where it was moved to. A ruling that was taken back makes a part
/// unlabelled if it is one and has the label of a ruling; it stays a part. Throws what opening the two
/// throws, and Cancelled; what was taken until then stays.
RuledPartsReport takeRuledParts(const RuledPartsRequest& request, Job& job);

}  // namespace segad
