#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/metric/cumulative.h"
#include "core/metric/intervals.h"

namespace segad {

namespace {
/// 97.5 % point of the standard normal.
constexpr double kZ95 = 1.959963985;

/// Share of `others` below `score`, ties counting half; `others` is ascending.
double shareBelow(const std::vector<double>& others, double score) {
    const auto [first, last] = std::equal_range(others.begin(), others.end(), score);
    return (static_cast<double>(first - others.begin()) + static_cast<double>(last - others.begin())) / 2 /
           static_cast<double>(others.size());
}

/// The structural components: how often each bad part wins, and how often each good part loses.
struct Components {
    std::vector<double> ofBad;
    std::vector<double> ofGood;
};

Components components(const ScoreSets& scores) {
    std::vector<double> good = scores.good;
    std::vector<double> bad = scores.bad;
    std::ranges::sort(good);
    std::ranges::sort(bad);
    Components result;
    for (const double score : scores.bad)
        result.ofBad.push_back(shareBelow(good, score));
    for (const double score : scores.good)
        result.ofGood.push_back(1 - shareBelow(bad, score));
    return result;
}

double mean(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

/// Unbiased covariance.
double covariance(const std::vector<double>& first, const std::vector<double>& second) {
    const double firstMean = mean(first);
    const double secondMean = mean(second);
    double sum = 0;
    for (std::size_t i = 0; i < first.size(); ++i)
        sum += (first[i] - firstMean) * (second[i] - secondMean);
    return sum / static_cast<double>(first.size() - 1);
}

double aurocCovariance(const Components& first, const Components& second) {
    return covariance(first.ofBad, second.ofBad) / static_cast<double>(first.ofBad.size()) +
           covariance(first.ofGood, second.ofGood) / static_cast<double>(first.ofGood.size());
}

bool enough(const ScoreSets& scores) {
    return scores.good.size() >= 2 && scores.bad.size() >= 2;
}
}  // namespace

std::optional<DeLong> deLong(const ScoreSets& scores) {
    const std::optional<double> area = aurocOf(cumulativeCounts(scores));
    if (!area || !enough(scores)) return std::nullopt;
    const Components own = components(scores);
    DeLong result{.auroc = *area, .variance = aurocCovariance(own, own)};
    const double half = kZ95 * std::sqrt(result.variance);
    result.interval = {std::max(0.0, result.auroc - half), std::min(1.0, result.auroc + half)};
    if (result.variance == 0 && result.auroc == 1) {
        const std::size_t pairs = std::min(scores.good.size(), scores.bad.size());
        result.atLeast = std::pow(0.025, 1 / static_cast<double>(pairs));
    }
    return result;
}

std::optional<AurocComparison> compareAuroc(const ScoreSets& first, const ScoreSets& second) {
    if (first.good.size() != second.good.size() || first.bad.size() != second.bad.size()) {
        throw Error(ErrorCode::InvalidArgument, "scores", "the two are not of the same parts",
                    "Compare scores of one and the same set of parts.");
    }
    const std::optional<double> firstArea = aurocOf(cumulativeCounts(first));
    const std::optional<double> secondArea = aurocOf(cumulativeCounts(second));
    if (!firstArea || !secondArea || !enough(first)) return std::nullopt;
    const Components a = components(first);
    const Components b = components(second);
    const double variance = aurocCovariance(a, a) + aurocCovariance(b, b) - 2 * aurocCovariance(a, b);
    AurocComparison result{.difference = *firstArea - *secondArea,
                           .standardError = std::sqrt(std::max(0.0, variance))};
    const double half = kZ95 * result.standardError;
    result.interval = {result.difference - half, result.difference + half};
    // Two rankings that agree leave rounding where there should be nothing.
    constexpr double kNoVariance = 1e-12;
    if (result.standardError > kNoVariance) {
        result.z = result.difference / result.standardError;
        result.pValue = std::erfc(std::abs(*result.z) / std::sqrt(2.0));
    }
    return result;
}

std::optional<Interval> wilson(std::uint64_t successes, std::uint64_t total) {
    if (successes > total) {
        throw Error(ErrorCode::InvalidArgument, "proportion", "more successes than trials",
                    "Report this as a bug.");
    }
    if (total == 0) return std::nullopt;
    const auto n = static_cast<double>(total);
    const double p = static_cast<double>(successes) / n;
    const double z2n = kZ95 * kZ95 / n;
    const double centre = (p + z2n / 2) / (1 + z2n);
    const double half = kZ95 * std::sqrt(p * (1 - p) / n + z2n / (4 * n)) / (1 + z2n);
    // At the ends the formula gives 0 and 1 but for rounding.
    return Interval{successes == 0 ? 0 : centre - half, successes == total ? 1 : centre + half};
}

}  // namespace segad
