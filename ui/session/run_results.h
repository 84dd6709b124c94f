// How well runs rank the labelled test parts, for tables: what an evaluation has found, else what the scores
// say that are there by now.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/project/project.h"

namespace segad::ui {

struct ProjectData;

struct RunResult {
    std::optional<double> auroc;
    std::optional<double> low;  ///< 95 % interval, of evaluations only
    std::optional<double> high;
    int good = 0;  ///< test parts it rests on
    int bad = 0;
    bool evaluated = false;  ///< from a stored evaluation
};

/// For every run that has scored parts. Reads the snapshots of those that were never evaluated.
std::unordered_map<RunId, RunResult> resultsOfRuns(const Project& project, const ProjectData& data);

}  // namespace segad::ui
