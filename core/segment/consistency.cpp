#include "core/segment/consistency.h"

#include <algorithm>
#include <cmath>

#include "core/base/median.h"

namespace segad {

namespace {
constexpr double kLeastDeviation = 0.01;  // of the median

/// Areas of one component that are far from the usual.
void findOddAreas(const std::vector<double>& own, int component, double usual, std::vector<OddSegment>& odd) {
    const double deviation = std::max(medianDeviationOf(own, usual), kLeastDeviation * usual);
    if (deviation <= 0) return;
    for (std::size_t part = 0; part < own.size(); ++part) {
        const double z = (own[part] - usual) / deviation;
        if (own[part] <= 0 || std::abs(z) < kOddZ) continue;
        odd.push_back({.oddity = Oddity::Area,
                       .part = part,
                       .component = component,
                       .share = own[part],
                       .usual = usual,
                       .z = z});
    }
}
}  // namespace

std::vector<double> segmentShares(const SegmentMap& map) {
    std::vector<double> counts(static_cast<std::size_t>(map.componentCount()), 0);
    for (int y = 0; y < map.labels().rows; ++y) {
        const std::uint8_t* row = map.labels().ptr(y);
        for (int x = 0; x < map.labels().cols; ++x)
            counts[row[x]] += 1;
    }
    for (double& count : counts)
        count /= static_cast<double>(map.labels().total());
    return counts;
}

std::vector<OddSegment> oddSegments(const std::vector<std::vector<double>>& shares) {
    std::vector<OddSegment> never;
    std::vector<OddSegment> absent;
    std::vector<OddSegment> areas;
    const std::size_t components = shares.empty() ? 0 : shares.front().size();
    for (std::size_t c = 0; c < components; ++c) {
        std::vector<double> own;
        own.reserve(shares.size());
        for (const std::vector<double>& row : shares)
            own.push_back(row[c]);
        const int component = static_cast<int>(c);
        const auto seen = std::ranges::count_if(own, [](double share) { return share > 0; });
        if (seen == 0) {
            never.push_back({.oddity = Oddity::NeverSeen, .component = component});
            continue;
        }
        const double usual = medianOf(own);
        if (static_cast<double>(seen) >= kNearlyAll * static_cast<double>(own.size())) {
            for (std::size_t part = 0; part < own.size(); ++part) {
                if (own[part] > 0) continue;
                absent.push_back(
                    {.oddity = Oddity::Absent, .part = part, .component = component, .usual = usual});
            }
        }
        findOddAreas(own, component, usual, areas);
    }
    std::ranges::stable_sort(areas, std::greater<>(), [](const OddSegment& one) { return std::abs(*one.z); });
    never.insert(never.end(), absent.begin(), absent.end());
    never.insert(never.end(), areas.begin(), areas.end());
    return never;
}

}  // namespace segad
