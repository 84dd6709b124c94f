#include "core/metric/fpr_at_tpr.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/quantile.h"
#include "core/metric/confusion.h"
#include "core/metric/roc.h"

namespace segad {

namespace {
void requireRate(double tpr) {
    if (!(tpr >= 0 && tpr <= 1)) {
        throw Error(ErrorCode::InvalidArgument, "true positive rate", "must be between 0 and 1",
                    "Choose a rate between 0 and 1.");
    }
}
}  // namespace

std::optional<FprAtTpr> fprAtTprQuantile(const ScoreSets& scores, double tpr) {
    requireRate(tpr);
    scores.requireFinite();
    if (!scores.bothPresent()) return std::nullopt;
    // 1 − .95 is a hair more than .05, which would lift the threshold off a score it must equal.
    constexpr double kDecimals = 1e12;
    const double p = std::round((1 - tpr) * kDecimals) / kDecimals;
    std::vector<double> bad = scores.bad;
    const double threshold = quantileInPlace(std::span(bad), p);
    const Confusion at = confusionAt(scores, threshold);
    return FprAtTpr{threshold, *at.falsePositiveRate(), *at.truePositiveRate()};
}

std::optional<FprAtTpr> fprAtTprRoc(const ScoreSets& scores, double tpr) {
    requireRate(tpr);
    const std::optional<RocCurve> curve = rocCurve(scores);
    if (!curve) return std::nullopt;
    const auto point = std::ranges::find_if(
        curve->points, [=](const RocPoint& candidate) { return candidate.truePositiveRate >= tpr; });
    return FprAtTpr{point->threshold, point->falsePositiveRate, point->truePositiveRate};
}

}  // namespace segad
