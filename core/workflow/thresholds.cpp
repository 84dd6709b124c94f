#include "core/workflow/thresholds.h"

#include <algorithm>

#include "core/workflow/statistics.h"

namespace segad {

namespace {
constexpr double kDetectorReview = 0.95;
constexpr double kDetectorReject = 0.995;
constexpr double kGoodBelow = 0.99;
constexpr double kBadBelow = 0.05;

std::vector<double> copied(std::span<const double> values) {
    return {values.begin(), values.end()};
}
}  // namespace

ThresholdRecord proposeForDetector(RunId run, std::span<const double> calibrateScores) {
    return {.run = run,
            .review = quantileOf(copied(calibrateScores), kDetectorReview),
            .reject = quantileOf(copied(calibrateScores), kDetectorReject),
            .reason =
                "Proposed from " + std::to_string(calibrateScores.size()) +
                " good calibration parts: 5 % of them reach the threshold to review, 0.5 % the one to reject",
            .setBy = "segad"};
}

ThresholdRecord proposeForForest(RunId run, std::span<const double> goodMargins,
                                 std::span<const double> badMargins, const std::string& whence) {
    const double good = quantileOf(copied(goodMargins), kGoodBelow);
    const double bad = quantileOf(copied(badMargins), kBadBelow);
    return {.run = run,
            .review = std::min(good, bad),
            .reject = std::max(good, bad),
            .reason = "Proposed from " + std::to_string(goodMargins.size()) + " good and " +
                      std::to_string(badMargins.size()) + " bad parts, " + whence +
                      ": 1 % of the good exceed one threshold, 5 % of the bad stay below the other",
            .setBy = "segad"};
}

Verdict verdictOf(double score, const ThresholdRecord& thresholds) noexcept {
    if (score >= thresholds.reject) return Verdict::Reject;
    return score >= thresholds.review ? Verdict::Review : Verdict::Pass;
}

}  // namespace segad
