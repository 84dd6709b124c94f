// How sure a figure is (metrics.md § 8). All intervals are 95 %.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "core/base/job.h"
#include "core/metric/score_sets.h"

namespace segad {

struct Interval {
    double low = 0;
    double high = 0;
};

/// DeLong, DeLong and Clarke-Pearson (1988).
struct DeLong {
    double auroc = 0;
    double variance = 0;
    Interval interval;  ///< clipped to [0, 1]
    /// With variance 0 and AUROC 1 the interval says nothing. Then: the lower end of the exact binomial
    /// interval for min(good, bad) independent pairs, all won.
    std::optional<double> atLeast;
};

/// Absent unless there are at least two good and two bad parts.
std::optional<DeLong> deLong(const ScoreSets& scores);

struct AurocComparison {
    double difference = 0;  ///< first − second
    double standardError = 0;
    Interval interval;             ///< of the difference
    std::optional<double> z;       ///< absent when the standard error is 0
    std::optional<double> pValue;  ///< two-sided
};

/// Two scores of the same parts in the same order. Throws Error{InvalidArgument} when counts differ;
/// absent unless there are at least two good and two bad parts.
std::optional<AurocComparison> compareAuroc(const ScoreSets& first, const ScoreSets& second);

using ScoreMetric = std::function<std::optional<double>(const ScoreSets&)>;

struct Bootstrap {
    double mean = 0;
    double deviation = 0;  ///< sample standard deviation over replicates
    Interval interval;     ///< percentiles 2.5 and 97.5
};

/// Stratified: each replicate draws as many bad and as many good parts as there are, with replacement,
/// from the portable stream `streamName`. Absent when `metric` is. Reports one unit per replicate.
std::optional<Bootstrap> bootstrap(const ScoreSets& scores, const ScoreMetric& metric,
                                   std::string_view streamName, Job& job, int replicates = 2000);

/// Wilson's interval of a proportion; absent when `total` is 0. Requires successes ≤ total.
std::optional<Interval> wilson(std::uint64_t successes, std::uint64_t total);

}  // namespace segad
