#include "core/image/percentile_scale.h"

#include <algorithm>
#include <stdexcept>

namespace segad {

double percentileAmong(std::span<const double> percentiles, double value) {
    constexpr std::size_t kCount = 101;
    if (percentiles.size() != kCount) throw std::logic_error("a percentile scale has 101 values");
    const auto above = std::ranges::upper_bound(percentiles, value);
    if (above == percentiles.begin()) return 0;
    if (above == percentiles.end()) return 100;
    const double below = *(above - 1);
    const double step = *above - below;
    return static_cast<double>(above - percentiles.begin() - 1) + (step > 0 ? (value - below) / step : 0.0);
}

cv::Mat percentileDifference(const ScaledMap& first, const ScaledMap& second, double from) {
    const auto area = [](const AnomalyMap& map) { return map.size().area(); };
    const cv::Size size = area(first.map) >= area(second.map) ? first.map.size() : second.map.size();
    const auto at = [&](const AnomalyMap& map) { return map.size() == size ? map : map.resized(size); };
    const AnomalyMap a = at(first.map);
    const AnomalyMap b = at(second.map);
    cv::Mat difference(size, CV_32FC1);
    for (int y = 0; y < size.height; ++y) {
        const auto* va = a.pixels().ptr<float>(y);
        const auto* vb = b.pixels().ptr<float>(y);
        auto* target = difference.ptr<float>(y);
        for (int x = 0; x < size.width; ++x) {
            const double pa = percentileAmong(first.percentiles, va[x]);
            const double pb = percentileAmong(second.percentiles, vb[x]);
            target[x] = std::max(pa, pb) < from ? 0.0F : static_cast<float>(pa - pb);
        }
    }
    return difference;
}

}  // namespace segad
