// From a goal to two thresholds, and what two thresholds do: "miss at most 1 % of the bad parts, review at
// most 5 %: where do they lie, and can that be promised from so few parts?"
//
// Missed are bad parts below `review`, rejected good ones at or above `reject`, reviewed all between the two.
// Thresholds lie half-way between two scores, so that parts like these stay on their side.
#pragma once

#include <cstdint>
#include <optional>

#include "core/metric/binomial.h"
#include "core/metric/score_sets.h"

namespace segad {

/// What each outcome costs, in any unit; not negative.
struct GoalCosts {
    double missed = 0;    ///< a bad part that passes
    double rejected = 0;  ///< a good part that is rejected
    double reviewed = 0;  ///< a part that somebody looks at
};

/// Limits are fractions; an absent one does not bind.
struct Goal {
    std::optional<double> maxMissed;    ///< of the bad parts
    std::optional<double> maxRejected;  ///< of the good parts
    std::optional<double> maxReviewed;  ///< of all that is produced
    /// Share of bad parts in production; absent: as among the parts there are, which are rarely so many.
    std::optional<double> defectRate;
    std::optional<GoalCosts> costs;
    /// Lay the thresholds so that the limits can be promised, not only so that they hold on these parts.
    bool promise = false;
    double confidence = kConfidence;  ///< of promises and intervals
};

/// One of the three shares. `promised`: the limit holds on parts like these with confidence.
struct GoalRate {
    double share = 0;
    Interval interval;  ///< two-sided; of reviewed parts: that of good and of bad ones, weighted
    std::optional<double> limit;
    bool met = true;  ///< on these parts, also without a limit
    bool promised = false;
    /// Labelled parts (bad for missed, good for the others) that a promise takes in all, were the share seen
    /// now the true one; absent without a limit, and when the share is not below it.
    std::optional<std::uint64_t> needed;
    /// The same, if it never happened: no promise takes fewer.
    std::optional<std::uint64_t> leastNeeded;
};

/// Parts by verdict.
struct VerdictCounts {
    std::uint64_t pass = 0;
    std::uint64_t review = 0;
    std::uint64_t reject = 0;

    std::uint64_t total() const noexcept { return pass + review + reject; }
};

struct GoalThresholds {
    double review = 0;
    double reject = 0;
    VerdictCounts good;
    VerdictCounts bad;
    double defectRate = 0;  ///< that shares of production are weighted by
    GoalRate missed;
    GoalRate rejected;
    GoalRate reviewed;
    std::optional<double> cost;  ///< of a part that is produced, on average

    bool met() const noexcept { return missed.met && rejected.met && reviewed.met; }
    /// Every limit there is.
    bool promised() const noexcept;
};

/// The limits on missed and on rejected parts are always kept on these parts; when the one on reviewed parts
/// can't be kept besides, the fewest possible are reviewed and it is not met. Among what is left: the least
/// cost when there are costs; the fewest reviewed parts when both errors are limited, or none is and reviews
/// are not; else the fewest errors of the kinds without a limit. With `promise` fewer errors are allowed, as
/// many as mostToPromise() says, none where it says nothing. Absent without good or without bad parts. Throws
/// Error{InvalidArgument} for shares outside [0, 1], costs that are negative or infinite, a confidence
/// outside (0, 1).
std::optional<GoalThresholds> thresholdsFor(const ScoreSets& scores, const Goal& goal);

/// What given thresholds do. Throws as above, and when review > reject.
std::optional<GoalThresholds> judgeThresholds(const ScoreSets& scores, const Goal& goal, double review,
                                              double reject);

}  // namespace segad
