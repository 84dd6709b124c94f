// How well bad parts of each kind are told from the good ones: by defect type, by the segment the defect lies
// in, by whether the forest has learned from defects of that type. What `segad evaluate --by` prints and the
// window draws.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/job.h"
#include "core/metric/intervals.h"
#include "core/project/project.h"
#include "core/workflow/live_forest.h"

namespace segad {

enum class GroupBy {
    DefectType,  ///< "unnamed" where a part has none
    Segment,     ///< in which most of the defect lies; only parts with a mask or painted regions
    /// "seen": bad parts of the type were learned from; "unseen": none were, or the dataset keeps the type
    /// from training; "unnamed": the part has no type. Nothing where no bad part with a type was learned
    /// from.
    Novelty
};

/// "defect_type", "segment", "novelty".
std::string_view toString(GroupBy by) noexcept;
/// The reverse; throws Error{InvalidArgument} saying what there is.
GroupBy groupByFromString(std::string_view name);

/// The bad parts of one group against all good ones.
struct GroupFigures {
    std::string name;  ///< "" for all of them
    std::vector<PartId> bad;
    std::optional<double> auroc;
    std::optional<DeLong> interval;
    std::optional<double> fprAt95Tpr;
};

struct ScorerBreakdown {
    RunId run = 0;       ///< 0: the live forest
    std::string forest;  ///< kind; "" for a bare detector
    std::vector<std::string> detectors;
    std::vector<PartId> good;
    GroupFigures all;
    std::vector<GroupFigures> groups;  ///< in the order of their names
};

/// Of everyone that evaluateProject() would judge, by the labels and scores of today. Throws Error{NotFound}
/// when there is nothing to judge.
std::vector<ScorerBreakdown> breakDown(const Project& project, GroupBy by, Job& job);

/// Of the live forest: each part by forests that had not seen it, so a type is "seen" when there is another
/// bad part of it that is neither a copy nor made from the same part. Absent when there is no forest.
std::optional<ScorerBreakdown> breakDown(const Project& project, const LiveFeatures& features,
                                         const LiveForest& live, GroupBy by, Job& job);

}  // namespace segad
