#include "core/metric/cumulative.h"

#include <algorithm>
#include <functional>

namespace segad {

namespace {
std::vector<double> descending(const std::vector<double>& scores) {
    std::vector<double> sorted = scores;
    std::ranges::sort(sorted, std::greater<>());
    return sorted;
}

bool bothPresent(std::span<const CumulativeCount> counts) {
    return !counts.empty() && counts.back().falsePositives > 0 && counts.back().truePositives > 0;
}
}  // namespace

CumulativeCounts cumulativeCounts(const ScoreSets& scores) {
    scores.requireFinite();
    const std::vector<double> good = descending(scores.good);
    const std::vector<double> bad = descending(scores.bad);
    CumulativeCounts counts;
    std::size_t g = 0;
    std::size_t b = 0;
    while (g < good.size() || b < bad.size()) {
        const bool fromGood = b == bad.size() || (g < good.size() && good[g] >= bad[b]);
        const double threshold = fromGood ? good[g] : bad[b];
        while (g < good.size() && good[g] == threshold)
            ++g;
        while (b < bad.size() && bad[b] == threshold)
            ++b;
        counts.push_back({threshold, g, b});
    }
    return counts;
}

std::optional<double> aurocOf(std::span<const CumulativeCount> counts) {
    if (!bothPresent(counts)) return std::nullopt;
    // Twice the number of won pairs, so that ties stay whole numbers as long as they can.
    double twiceWon = 0;
    CumulativeCount before;
    for (const CumulativeCount& count : counts) {
        const auto good = static_cast<double>(count.falsePositives - before.falsePositives);
        twiceWon +=
            good * (static_cast<double>(before.truePositives) + static_cast<double>(count.truePositives));
        before = count;
    }
    return twiceWon / 2 / static_cast<double>(before.falsePositives) /
           static_cast<double>(before.truePositives);
}

std::optional<double> averagePrecisionOf(std::span<const CumulativeCount> counts) {
    if (!bothPresent(counts)) return std::nullopt;
    double sum = 0;
    std::uint64_t before = 0;
    for (const CumulativeCount& count : counts) {
        const auto caught = static_cast<double>(count.truePositives);
        sum += static_cast<double>(count.truePositives - before) * caught /
               (caught + static_cast<double>(count.falsePositives));
        before = count.truePositives;
    }
    return sum / static_cast<double>(before);
}

std::optional<F1Max> f1MaxOf(std::span<const CumulativeCount> counts) {
    if (!bothPresent(counts)) return std::nullopt;
    const std::uint64_t bad = counts.back().truePositives;
    F1Max best;
    for (const CumulativeCount& count : counts) {
        const double f1 = static_cast<double>(2 * count.truePositives) /
                          static_cast<double>(count.truePositives + count.falsePositives + bad);
        // Thresholds fall: of equals the last one is the smallest.
        if (f1 >= best.f1) best = {f1, count.threshold};
    }
    return best;
}

}  // namespace segad
