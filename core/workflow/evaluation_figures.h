// The figures of one ranking of test parts. Private to the room; evaluate and its repeated fits share it.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/metric/score_sets.h"
#include "core/project/project.h"

namespace segad {

/// The labelled test parts of a run.
struct TestSet {
    std::vector<PartRecord> parts;

    /// From the stored roles of a run: Role::Test, labelled good or bad today.
    static TestSet ofRun(const Project& project, const RunRecord& run);
    std::size_t good() const;
};

/// A score for each part of the test set that has one.
using ScoreOfPart = std::unordered_map<PartId, double>;

/// In `extra["score"]` of an evaluation that judged the maxima of maps instead of a detector's own scores.
inline constexpr const char* kScoredByMapMaximum = "map_max";

struct JudgedRanking {
    EvaluationRecord record;  ///< figures filled in; run, scoredBy and name are the caller's
    std::vector<RocPointRecord> roc;
};

/// Figures, ROC, and in `extra` what doesn't have a column: the ROC variant of FPR@95TPR, trapezoid AUPR,
/// AUROC of seen and unseen defects, how many test parts had no score, what so few parts can't support.
/// Breakdowns by `groups` (name -> group of each bad part) judge each group's bad parts against all good
/// ones.
JudgedRanking rank(const TestSet& test, const ScoreOfPart& scores,
                   const std::map<std::string, std::unordered_map<PartId, std::string>>& groups);

/// 95 % bootstrap intervals of average precision, F1-max and FPR@95TPR (AUROC has DeLong's), as
/// "average_precision_ci95" … in `extra`; those of undefined figures are left out.
void addIntervals(Json& extra, const ScoreSets& sets, Job& job);

/// The scores as metrics take them.
ScoreSets scoreSets(const TestSet& test, const ScoreOfPart& scores);

}  // namespace segad
