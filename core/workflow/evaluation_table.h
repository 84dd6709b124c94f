// The stored evaluations as a table: what each rests on, as CSV, and taking some out of it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/project/project.h"

namespace segad {

struct EvaluationThresholds {
    double review = 0;
    double reject = 0;
};

/// Those that were in force when it was made; absent when there were none.
std::optional<EvaluationThresholds> thresholdsOf(const EvaluationRecord& evaluation);

/// Writes those of `evaluations` that are in the project, in that order (all, by number, when it is empty):
/// one row each with figures, intervals, thresholds, runs and snapshot. Returns how many. Throws what writing
/// a file throws.
int writeEvaluations(const Project& project, std::span<const EvaluationId> evaluations, const Path& file);

/// An evaluation with its curve.
struct StoredEvaluation {
    EvaluationRecord record;
    std::vector<RocPointRecord> roc;
};

/// Removes all of them or none, and returns what they were. Throws Error{NotFound} for one that is not there.
std::vector<StoredEvaluation> removeEvaluations(Project& project, std::span<const EvaluationId> evaluations);

/// Puts them back, under new numbers, which it returns.
std::vector<EvaluationId> restoreEvaluations(Project& project, std::span<const StoredEvaluation> removed);

}  // namespace segad
