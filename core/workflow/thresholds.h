// Proposals for the two thresholds, made from parts the scorer has not learned from. A person may move
// them at any time. Private to the room.
#pragma once

#include <span>

#include "core/project/records.h"

namespace segad {

/// For a detector, which knows good parts only: 5 % of the calibration parts reach `review`, 0.5 %
/// `reject` (linear quantiles).
ThresholdRecord proposeForDetector(RunId run, std::span<const double> calibrateScores);

/// For a forest, from out-of-fold margins. Let g be the margin that 1 % of the good parts exceed and b the
/// margin that 5 % of the bad ones stay below: review = min(g, b), reject = max(g, b). When the two overlap
/// (b < g) a person looks at the overlap, else at the gap between them.
ThresholdRecord proposeForForest(RunId run, std::span<const double> goodMargins,
                                 std::span<const double> badMargins, const std::string& whence);

/// Pass, review or reject.
Verdict verdictOf(double score, const ThresholdRecord& thresholds) noexcept;

}  // namespace segad
