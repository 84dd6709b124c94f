// What so many parts can say of a rate: exact (Clopper–Pearson) bounds of a proportion, and how many parts a
// promise takes. The bounds hold, too, for the share of bad parts below a threshold that was laid at the
// (k + 1)-th smallest of their scores (Wilks 1941): that share follows the very beta distribution that bounds
// k successes from above.
#pragma once

#include <cstdint>
#include <optional>

#include "core/metric/intervals.h"

namespace segad {

/// What "with confidence" means where nobody says otherwise.
inline constexpr double kConfidence = 0.95;

/// Distribution function of Beta(a, b) at x ∈ [0, 1]; a, b > 0. To about 1e-12.
double betaCdf(double x, double a, double b);

/// Its inverse, for p ∈ [0, 1].
double betaQuantile(double p, double a, double b);

/// Exact two-sided interval; absent when `total` is 0. Throws Error{InvalidArgument} for successes > total or
/// a confidence outside (0, 1).
std::optional<Interval> clopperPearson(std::uint64_t successes, std::uint64_t total,
                                       double confidence = kConfidence);

/// Exact one-sided bound: the rate is at most this, with confidence. 1 when there are no trials.
double upperBound(std::uint64_t successes, std::uint64_t total, double confidence = kConfidence);

/// The most successes in `total` trials with which a rate of at most `limit` can be promised: upperBound() is
/// at most `limit`. Absent when not even 0 will do.
std::optional<std::uint64_t> mostToPromise(std::uint64_t total, double limit,
                                           double confidence = kConfidence);

/// The fewest trials that promise a rate of at most `limit` when a share of `rate` of them succeeds. Absent
/// when rate ≥ limit (then none do) or when it takes more than a thousand million.
std::optional<std::uint64_t> trialsToPromise(double rate, double limit, double confidence = kConfidence);

}  // namespace segad
