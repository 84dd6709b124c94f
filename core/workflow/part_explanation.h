// Why a part got its score from the forest: which segment under which detector raised it, and by what
// number.
#pragma once

#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/forest/feature_names.h"
#include "core/project/project.h"

namespace segad {

/// What one feature did to the margin.
struct FeatureContribution {
    int segment = kWholePart;
    std::string segmentName;  ///< "soldering dot"; "whole part" for image scores
    std::string detector;
    Statistic statistic = Statistic::ImageScore;
    double feature = 0;  ///< its value for this part; NaN when it is missing
    double value = 0;    ///< added to the margin
};

/// The sum over the statistics of one segment under one detector.
struct CellContribution {
    int segment = kWholePart;
    std::string segmentName;
    std::string detector;
    RunId run = 0;  ///< the detector's training
    double value = 0;
};

struct PartExplanation {
    PartId part = 0;
    RunRecord fit;  ///< the forest
    RunId segmentRun = 0;
    double score = 0;  ///< margin
    double bias = 0;   ///< what the forest says before it sees the part; score = bias + all contributions
    /// The forest has learned from this part, or a copy of it: score and reasons are those of a forest fitted
    /// once more without it; of the forest itself only where no other good or no other bad part was learned
    /// from.
    bool learnedFrom = false;
    std::vector<FeatureContribution> features;  ///< the largest (raising) first
    std::vector<CellContribution> cells;        ///< likewise
};

/// "mean", "skewness", …
std::string_view toString(Statistic statistic) noexcept;

/// By the newest forest. Throws Error{NotFound} when none was fitted, the part is not in the project, or has
/// no map of one of the forest's detectors; Error{Corrupt} when the forest can't be read.
PartExplanation explainPart(const Path& project, PartId part, Job& job);

}  // namespace segad
