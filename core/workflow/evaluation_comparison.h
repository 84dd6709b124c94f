// What changed between two stored evaluations: parts, labels, parameters, thresholds; and whether one ranks
// better.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/project/project.h"
#include "core/workflow/run_comparison.h"

namespace segad {

/// A value that differs; null where one of the two lacks it.
struct ChangedValue {
    std::string key;  ///< "forest/rounds", "seed", "detector patchcore"
    Json first;
    Json second;
};

/// A part that was used otherwise; Role::None where a run did not use it.
struct ChangedRole {
    PartId part = 0;
    std::string path;
    Role first = Role::None;
    Role second = Role::None;
};

/// A part that had another label when the second was made.
struct ChangedLabel {
    PartId part = 0;
    std::string path;
    Label first = Label::Unlabelled;
    Label second = Label::Unlabelled;
};

struct EvaluationComparison {
    EvaluationRecord first;
    EvaluationRecord second;
    RunRecord firstRun;  ///< whose scores were judged
    RunRecord secondRun;
    std::vector<ChangedValue>
        values;  ///< of the runs: parameters, seed, backbone, what they build on, thresholds
    std::vector<ChangedRole> roles;  ///< in the order of part ids, as are the labels
    std::vector<ChangedLabel> labels;
    RankingComparison ranking;  ///< on the test parts they share, by the labels of today
};

/// Throws Error{NotFound} when one of them, or the run it judged, is not in the project.
EvaluationComparison compareEvaluations(const Project& project, EvaluationId first, EvaluationId second);

}  // namespace segad
