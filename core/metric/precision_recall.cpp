#include "core/metric/precision_recall.h"

#include <limits>

namespace segad {

std::optional<std::vector<PrecisionRecallPoint>> precisionRecallCurve(const ScoreSets& scores) {
    const CumulativeCounts counts = cumulativeCounts(scores);
    if (!scores.bothPresent()) return std::nullopt;
    std::vector<PrecisionRecallPoint> points;
    points.reserve(counts.size() + 1);
    points.push_back({.threshold = std::numeric_limits<double>::infinity()});
    for (const CumulativeCount& count : counts) {
        const auto caught = static_cast<double>(count.truePositives);
        points.push_back({count.threshold, caught / (caught + static_cast<double>(count.falsePositives)),
                          caught / static_cast<double>(scores.bad.size())});
    }
    return points;
}

std::optional<double> averagePrecision(const ScoreSets& scores) {
    return averagePrecisionOf(cumulativeCounts(scores));
}

std::optional<double> auprTrapezoid(const ScoreSets& scores) {
    const auto points = precisionRecallCurve(scores);
    if (!points) return std::nullopt;
    double area = 0;
    for (std::size_t i = 1; i < points->size(); ++i) {
        const PrecisionRecallPoint& from = (*points)[i - 1];
        const PrecisionRecallPoint& to = (*points)[i];
        area += (to.recall - from.recall) * (from.precision + to.precision) / 2;
    }
    return area;
}

std::optional<F1Max> f1Max(const ScoreSets& scores) {
    return f1MaxOf(cumulativeCounts(scores));
}

}  // namespace segad
