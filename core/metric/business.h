// Thresholds in a factory's terms (metrics.md § 7): how many good parts need no second look while at most
// so many bad ones slip through, and what a threshold costs. A threshold picked on the scores it is judged
// by is an oracle; pick it on validation parts for a claim.
#pragma once

#include <cstdint>
#include <optional>

#include "core/metric/score_sets.h"

namespace segad {

/// Parts with score < threshold pass without a look.
struct Clearing {
    std::uint64_t maxMissed = 0;  ///< bad parts allowed to pass
    double threshold = 0;         ///< +∞ when everything may pass
    double clearedShare = 0;      ///< of the good parts
    std::uint64_t missed = 0;     ///< bad parts that do pass, ≤ maxMissed
    double missedShare = 0;       ///< of the bad parts
};

/// Allows floor(maxMissedShare · bad) missed bad parts; `maxMissedShare` ∈ [0, 1].
std::optional<Clearing> clearing(const ScoreSets& scores, double maxMissedShare);

/// Share of all parts that must be looked at again when `defectRate` ∈ [0, 1] of the production is bad.
double recheckLoad(const Clearing& clearing, double defectRate);

struct CheapestThreshold {
    double threshold = 0;  ///< +∞: reject nothing
    double cost = 0;
    std::uint64_t missed = 0;    ///< bad parts below the threshold
    std::uint64_t rejected = 0;  ///< good parts at or above it
};

/// Minimises costMiss · missed + costReject · rejected over all distinct scores and +∞; of equals the
/// smallest threshold, because a missed part is the worse surprise. Costs must not be negative.
/// Absent when there are no parts at all.
std::optional<CheapestThreshold> cheapestThreshold(const ScoreSets& scores, double costMiss,
                                                   double costReject);

}  // namespace segad
