#include "core/metric/confusion.h"

#include <algorithm>

namespace segad {

namespace {
std::optional<double> ratio(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

std::uint64_t countAtLeast(const std::vector<double>& scores, double threshold) {
    return static_cast<std::uint64_t>(
        std::ranges::count_if(scores, [=](double score) { return score >= threshold; }));
}
}  // namespace

std::optional<double> Confusion::accuracy() const {
    return ratio(trueNegatives + truePositives,
                 trueNegatives + falsePositives + falseNegatives + truePositives);
}

std::optional<double> Confusion::balancedAccuracy() const {
    const std::optional<double> caught = truePositiveRate();
    const std::optional<double> alarms = falsePositiveRate();
    if (!caught || !alarms) return std::nullopt;
    return (*caught + (1 - *alarms)) / 2;
}

std::optional<double> Confusion::truePositiveRate() const {
    return ratio(truePositives, truePositives + falseNegatives);
}

std::optional<double> Confusion::falsePositiveRate() const {
    return ratio(falsePositives, falsePositives + trueNegatives);
}

std::optional<double> Confusion::precision() const {
    return ratio(truePositives, truePositives + falsePositives);
}

Confusion confusionAt(const ScoreSets& scores, double threshold) {
    const std::uint64_t alarms = countAtLeast(scores.good, threshold);
    const std::uint64_t caught = countAtLeast(scores.bad, threshold);
    return {.trueNegatives = scores.good.size() - alarms,
            .falsePositives = alarms,
            .falseNegatives = scores.bad.size() - caught,
            .truePositives = caught};
}

}  // namespace segad
