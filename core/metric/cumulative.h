// What all ranking metrics are computed from: how many good and bad are at or above each threshold.
// Images and pixels share it, exact or binned.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/metric/score_sets.h"

namespace segad {

/// `falsePositives` good and `truePositives` bad have a score ≥ `threshold`.
struct CumulativeCount {
    double threshold = 0;
    std::uint64_t falsePositives = 0;
    std::uint64_t truePositives = 0;
};

/// One entry per distinct score, descending; the last one counts everything.
using CumulativeCounts = std::vector<CumulativeCount>;

CumulativeCounts cumulativeCounts(const ScoreSets& scores);

/// Probability that a bad one outranks a good one, ties counting half.
std::optional<double> aurocOf(std::span<const CumulativeCount> counts);

/// Mean precision over the steps of recall, without interpolation (scikit-learn's average_precision_score).
std::optional<double> averagePrecisionOf(std::span<const CumulativeCount> counts);

struct F1Max {
    double f1 = 0;
    double threshold = 0;  ///< the smallest that reaches it
};

std::optional<F1Max> f1MaxOf(std::span<const CumulativeCount> counts);

}  // namespace segad
