#include "core/metric/roc.h"

#include <algorithm>
#include <limits>

#include "core/base/error.h"
#include "core/metric/cumulative.h"

namespace segad {

std::optional<RocCurve> rocCurve(const ScoreSets& scores) {
    const CumulativeCounts counts = cumulativeCounts(scores);
    if (!scores.bothPresent()) return std::nullopt;
    RocCurve curve{.good = scores.good.size(), .bad = scores.bad.size()};
    curve.points.reserve(counts.size() + 1);
    curve.points.push_back({.threshold = std::numeric_limits<double>::infinity()});
    for (const CumulativeCount& count : counts) {
        curve.points.push_back({count.threshold,
                                static_cast<double>(count.falsePositives) / static_cast<double>(curve.good),
                                static_cast<double>(count.truePositives) / static_cast<double>(curve.bad)});
    }
    return curve;
}

std::optional<double> auroc(const ScoreSets& scores) {
    return aurocOf(cumulativeCounts(scores));
}

std::optional<double> partialAuroc(const ScoreSets& scores, double maxFpr) {
    if (!(maxFpr > 0 && maxFpr <= 1)) {
        throw Error(ErrorCode::InvalidArgument, "largest false positive rate",
                    "must be above 0 and at most 1", "Choose a rate between 0 and 1.");
    }
    const std::optional<RocCurve> curve = rocCurve(scores);
    if (!curve) return std::nullopt;
    double area = 0;
    for (std::size_t i = 1; i < curve->points.size(); ++i) {
        const RocPoint& from = curve->points[i - 1];
        const RocPoint& to = curve->points[i];
        if (from.falsePositiveRate >= maxFpr) break;
        const double width = to.falsePositiveRate - from.falsePositiveRate;
        if (width == 0) continue;
        const double used = std::min(to.falsePositiveRate, maxFpr) - from.falsePositiveRate;
        const double end =
            from.truePositiveRate + (to.truePositiveRate - from.truePositiveRate) * used / width;
        area += used * (from.truePositiveRate + end) / 2;
    }
    const double chance = maxFpr * maxFpr / 2;
    return (1 + (area - chance) / (maxFpr - chance)) / 2;
}

}  // namespace segad
