// Whom an evaluation judges, and on which parts. Private to the room; evaluate and the breakdowns share it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/workflow/evaluation_figures.h"

namespace segad {

/// One run that scored parts, to be judged on one test set.
struct JudgedScorer {
    RunRecord run;  ///< Train or Fit
    TestSet test;
    std::vector<RunRecord> detectors;  ///< itself, or the forest's
    /// The defect types among the bad parts that the owner of the test set learned from.
    std::set<std::string> learnedTypes;
};

/// The newest training of each detector that has scored parts, and the newest forest. Detectors are judged on
/// the parts of the forest that uses them, so that the two can be compared. Throws Error{NotFound} when there
/// is nothing to judge.
std::vector<JudgedScorer> scorersToJudge(const Project& project);

/// "patchcore", "brf(patchcore,rd4ad)".
std::string nameOf(const JudgedScorer& scorer);

/// The labelled test parts a stored evaluation was made on, as far as they are still there, with the labels
/// of today.
TestSet testSetOf(const Project& project, const EvaluationRecord& evaluation);

/// The scores that evaluate judges; with `byMapMaximum` those of the maps, of the parts that have one.
ScoreOfPart scoresOf(const Project& project, RunId run, bool byMapMaximum);

}  // namespace segad
