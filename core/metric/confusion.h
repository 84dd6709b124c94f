// What happens at one threshold (metrics.md § 5).
#pragma once

#include <cstdint>
#include <optional>

#include "core/metric/score_sets.h"

namespace segad {

/// Bad is positive, and a part is called bad when score ≥ threshold. A rate without a denominator is absent.
struct Confusion {
    std::uint64_t trueNegatives = 0;
    std::uint64_t falsePositives = 0;
    std::uint64_t falseNegatives = 0;
    std::uint64_t truePositives = 0;

    std::optional<double> accuracy() const;
    std::optional<double> balancedAccuracy() const;
    std::optional<double> truePositiveRate() const;
    std::optional<double> falsePositiveRate() const;
    std::optional<double> precision() const;
};

Confusion confusionAt(const ScoreSets& scores, double threshold);

}  // namespace segad
