#include "core/workflow/statistics.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace segad {

namespace {
constexpr int kPercentSteps = 100;

template <class T>
double quantileOfSorted(const std::vector<T>& sorted, double fraction) {
    if (sorted.empty()) throw std::logic_error("a quantile of nothing");
    const double place = fraction * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(std::floor(place));
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    const auto from = static_cast<double>(sorted[low]);
    return from + (static_cast<double>(sorted[high]) - from) * (place - static_cast<double>(low));
}
}  // namespace

double quantileOf(std::vector<double> values, double fraction) {
    std::ranges::sort(values);
    return quantileOfSorted(values, fraction);
}

std::vector<double> percentilesOf(std::vector<float> values) {
    std::ranges::sort(values);
    std::vector<double> percentiles;
    percentiles.reserve(kPercentSteps + 1);
    for (int percent = 0; percent <= kPercentSteps; ++percent)
        percentiles.push_back(quantileOfSorted(values, static_cast<double>(percent) / kPercentSteps));
    return percentiles;
}

}  // namespace segad
