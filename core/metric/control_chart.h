// Charts that say when a process is no longer what it was, one value after another, in constant memory.
//
//   EwmaChart       do the values still have the mean they had?
//   ProportionChart does something happen more often than it did?
//
// Both know what is usual beforehand; they do not learn it.
#pragma once

#include <cstdint>

namespace segad {

/// S. W. Roberts, "Control Chart Tests Based on Geometric Moving Averages", Technometrics 1 (1959): the
/// average z(t) = λ·x(t) + (1 − λ)·z(t − 1) with z(0) = mean, and limits
/// mean ± L·σ·sqrt(λ / (2 − λ) · (1 − (1 − λ)^(2t))), which widen towards their final place as t grows.
class EwmaChart {
public:
    struct Settings {
        double lambda = 0.05;  ///< weight of the newest value, in (0, 1]
        /// Width of the limits in standard deviations of the average. With 4.5 and λ = 0.05 a process that
        /// has not changed leaves them once in 310,000 values (Markov chain of Brook and Evans, 1972): a line
        /// judges many parts, and each false alarm costs trust.
        double width = 4.5;
    };
    struct Point {
        double average = 0;
        double low = 0;
        double high = 0;
    };

    /// Throws Error{InvalidArgument} unless `mean` is finite, `deviation` is finite and > 0, and the settings
    /// are in their ranges.
    EwmaChart(double mean, double deviation, Settings settings);
    EwmaChart(double mean, double deviation) : EwmaChart(mean, deviation, Settings()) {}

    /// Where the average and its limits are after `value`, which must be finite (Error{InvalidArgument}).
    Point add(double value);

    /// Values so far.
    std::uint64_t count() const noexcept { return count_; }

private:
    double mean_;
    double deviation_;
    Settings settings_;
    double average_;
    double memory_ = 1;  ///< (1 − λ)^(2t)
    std::uint64_t count_ = 0;
};

/// Page's cumulative sum (1954) for events that happened with the probability `usual` and should be noticed
/// when they happen with `raised`. By Lorden (1971) the mean number of trials between false alarms is at
/// least exp(threshold).
class ProportionChart {
public:
    /// Throws Error{InvalidArgument} unless 0 < usual < raised < 1 and threshold > 0.
    ProportionChart(double usual, double raised, double threshold);

    /// True when the sum is at or above the threshold after this trial. It stays there (and no higher) until
    /// enough trials without the event have taken it down again.
    bool add(bool happened);

    double sum() const noexcept { return sum_; }
    double threshold() const noexcept { return threshold_; }

private:
    double up_;
    double down_;
    double threshold_;
    double sum_ = 0;
};

}  // namespace segad
