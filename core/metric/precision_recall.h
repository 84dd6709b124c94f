// Precision and recall (metrics.md § 2 and 3).
#pragma once

#include <optional>
#include <vector>

#include "core/metric/cumulative.h"
#include "core/metric/score_sets.h"

namespace segad {

struct PrecisionRecallPoint {
    double threshold = 0;  ///< +∞ for the end point (recall 0, precision 1)
    double precision = 1;
    double recall = 0;
};

/// From (recall 0, precision 1) to recall 1, one point per distinct score, thresholds falling.
std::optional<std::vector<PrecisionRecallPoint>> precisionRecallCurve(const ScoreSets& scores);

/// Step-wise area, scikit-learn's average_precision_score.
std::optional<double> averagePrecision(const ScoreSets& scores);

/// Trapezoid area, as reported for VisA; optimistic between points, so name it when you show it.
std::optional<double> auprTrapezoid(const ScoreSets& scores);

std::optional<F1Max> f1Max(const ScoreSets& scores);

}  // namespace segad
