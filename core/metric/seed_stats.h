// Figures over seeds and classes (metrics.md § 9).
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace segad {

struct SeedStats {
    std::size_t count = 0;
    double mean = 0;
    std::optional<double> deviation;  ///< sample standard deviation (n − 1); absent for one value
};

/// Absent when there are no values. An undefined figure of one seed must be left out by the caller.
std::optional<SeedStats> seedStats(std::span<const double> values);

/// A dataset's figure: the unweighted mean of its classes' means. Absent without classes.
std::optional<double> meanOfClasses(std::span<const SeedStats> classes);

}  // namespace segad
