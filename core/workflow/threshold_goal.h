// Setting the two thresholds of a run: by hand, or from a goal (core/metric/goal.h) on the labelled parts
// that its scores say something about, because whoever scored them had not seen them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/job.h"
#include "core/metric/goal.h"
#include "core/project/project.h"
#include "core/workflow/ranked_parts.h"

namespace segad {

/// On which labelled parts thresholds are judged. Generated parts are never among them, and of identical
/// pictures one is.
enum class JudgedParts {
    All,      ///< both
    Learned,  ///< those it has learned from, by their out-of-fold scores: the test parts stay unseen
    Test      ///< test parts: figures at these thresholds are no claim afterwards
};

struct RunScores {
    RunRecord run;
    ScoreSets scores;                ///< by the labels of today
    std::vector<RankedPart> parts;   ///< the same, with the parts
    std::vector<std::string> notes;  ///< what the user should know of the choice, a sentence each
};

/// Of the run `id`, or for 0 of the run that verdicts come from: the newest forest, else the newest trained
/// detector. Throws Error{NotFound} when there is no such run, Error{InvalidArgument} for one that scores no
/// parts.
RunScores judgedScores(const Project& project, RunId id, JudgedParts parts);

struct ThresholdRequest {
    Path project;
    RunId run = 0;  ///< 0: as for judgedScores()
    JudgedParts parts = JudgedParts::All;
    Goal goal;
    /// These, review and reject, instead of those that the goal asks for.
    std::optional<std::pair<double, double>> byHand;
    std::string setBy;  ///< "" = the user of this computer
    bool store = true;
};

struct ThresholdReport {
    RunRecord run;
    ThresholdRecord thresholds;  ///< as stored, or as they would be
    GoalThresholds judged;
    std::vector<std::string> notes;
};

/// Stores thresholds with their reason, and the goal in the audit log ("threshold goal"). Throws as
/// judgedScores() and thresholdsFor() do, and Error{InvalidData} without good or without bad parts to judge
/// by.
ThresholdReport setThresholds(const ThresholdRequest& request, Job& job);

/// The thresholds in force, judged. Throws the same, and Error{NotFound} when the run has none.
ThresholdReport currentThresholds(const ThresholdRequest& request, Job& job);

/// What thresholds do and what may be promised, a sentence for each share that has a limit, or for all three
/// when there are no limits.
std::vector<std::string> sentencesOn(const GoalThresholds& judged, const Goal& goal);

}  // namespace segad
