// Receiver operating characteristic (metrics.md § 1 and 6). A part is called bad when score ≥ threshold.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/metric/score_sets.h"

namespace segad {

struct RocPoint {
    double threshold = 0;  ///< +∞ for the first point
    double falsePositiveRate = 0;
    double truePositiveRate = 0;
};

struct RocCurve {
    std::vector<RocPoint> points;  ///< from (0, 0) to (1, 1), one per distinct score, thresholds falling
    std::size_t good = 0;
    std::size_t bad = 0;
};

std::optional<RocCurve> rocCurve(const ScoreSets& scores);

/// Area under the curve: the probability that a bad part outranks a good one, ties counting half.
std::optional<double> auroc(const ScoreSets& scores);

/// McClish-standardised area up to `maxFpr` ∈ (0, 1]: 0.5 for chance, 1 for perfect.
std::optional<double> partialAuroc(const ScoreSets& scores, double maxFpr);

}  // namespace segad
