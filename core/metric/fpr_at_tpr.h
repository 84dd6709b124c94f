// How many good parts are rejected when a given share of the bad ones is caught (metrics.md § 4).
#pragma once

#include <optional>

#include "core/metric/score_sets.h"

namespace segad {

struct FprAtTpr {
    double threshold = 0;
    double falsePositiveRate = 0;
    double truePositiveRate = 0;  ///< what the threshold really catches
};

/// As released with SegAD: the threshold is the linear quantile 1 − tpr of the bad scores, so that the
/// share caught may be slightly below `tpr`. `tpr` ∈ [0, 1].
std::optional<FprAtTpr> fprAtTprQuantile(const ScoreSets& scores, double tpr = 0.95);

/// By the curve: the first of its points, thresholds falling, that catches at least `tpr`.
std::optional<FprAtTpr> fprAtTprRoc(const ScoreSets& scores, double tpr = 0.95);

}  // namespace segad
