// The runs of a project that verdicts come from. Private to the room.
#pragma once

#include <optional>
#include <string>

#include "core/workflow/part_features.h"

namespace segad {

struct JudgingRuns {
    RunRecord judge;       ///< a Fit run, or the Train run of a detector that judges alone
    FeatureInputs inputs;  ///< without segments for a detector alone
    ThresholdRecord thresholds;

    bool byForest() const noexcept { return judge.kind == RunKind::Fit; }
    /// "brf(patchcore)" or "patchcore".
    std::string name() const;
};

/// Of the run `id`, or of the project's newest forest, or of its newest detector when none was fitted. Throws
/// Error{NotFound} when there is no such run, nothing is trained or no thresholds are set, and
/// Error{InvalidArgument} for a run that judges nothing.
JudgingRuns judgingRuns(const Project& project, std::optional<RunId> id = {});

/// The forest of a Fit run. Throws Error{Corrupt} when it has gone.
ForestRecord forestOf(const Project& project, const RunRecord& fit);

/// What the segments are called that the forest was fitted with. Throws Error{InvalidData} when the project
/// has others now.
std::vector<std::string> segmentNamesOf(const Project& project, const FeatureInputs& inputs);

}  // namespace segad
