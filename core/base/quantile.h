// The linear quantile of NumPy (Hyndman and Fan, type 7), in double.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace segad {

/// Where a quantile lies in `count` > 0 sorted values: between `low` and `high`, `fraction` of the way.
struct QuantilePosition {
    std::size_t low;
    std::size_t high;
    double fraction;

    QuantilePosition(std::size_t count, double p) {
        const double position = static_cast<double>(count - 1) * p;
        low = std::min(static_cast<std::size_t>(position), count - 1);
        high = std::min(low + 1, count - 1);
        fraction = position - static_cast<double>(low);
    }

    /// NumPy's two-sided interpolation: exact at both ends.
    double between(double atLow, double atHigh) const {
        const double step = atHigh - atLow;
        return fraction < 0.5 ? atLow + step * fraction : atHigh - step * (1 - fraction);
    }
};

/// Quantile `p` ∈ [0, 1] of ascending, non-empty `sorted`.
template <class Number>
double quantileOfSorted(std::span<const Number> sorted, double p) {
    const QuantilePosition at(sorted.size(), p);
    return at.between(static_cast<double>(sorted[at.low]), static_cast<double>(sorted[at.high]));
}

/// The same of values in any order, which it reorders; linear time. `values` must not be empty.
template <class Number>
double quantileInPlace(std::span<Number> values, double p) {
    const QuantilePosition at(values.size(), p);
    const auto low = values.begin() + static_cast<std::ptrdiff_t>(at.low);
    std::nth_element(values.begin(), low, values.end());
    const Number atLow = *low;
    const Number atHigh = at.high == at.low ? atLow : *std::min_element(low + 1, values.end());
    return at.between(static_cast<double>(atLow), static_cast<double>(atHigh));
}

/// The same for `p` near 1 and many values, several times quicker: the few values above a bound found in
/// a sample are set aside first. In maps they stand together, so that most blocks have none.
template <class Number>
double upperQuantileInPlace(std::span<Number> values, double p) {
    constexpr std::size_t kSample = 256;
    constexpr std::size_t kWorthIt = 16 * kSample;
    constexpr std::size_t kBlock = 64;
    const std::size_t count = values.size();
    if (count < kWorthIt) return quantileInPlace(values, p);
    const std::size_t needed = count - QuantilePosition(count, p).low;
    // So many of the sample should be above the bound that too few values above it are very unlikely.
    const std::size_t above = std::min(4 * needed * kSample / count + 6, kSample - 1);
    std::array<Number, kSample> sample;
    for (std::size_t i = 0; i < kSample; ++i)
        sample[i] = values[i * count / kSample];
    const auto place = sample.end() - 1 - static_cast<std::ptrdiff_t>(above);
    std::nth_element(sample.begin(), place, sample.end());
    const Number bound = *place;
    std::vector<Number> top;
    for (std::size_t begin = 0; begin < count; begin += kBlock) {
        const std::span<Number> block = values.subspan(begin, std::min(kBlock, count - begin));
        int high = 0;
        for (const Number value : block)
            high += value >= bound ? 1 : 0;
        if (high == 0) continue;
        std::array<Number, kBlock + 1> few;
        std::size_t found = 0;
        for (const Number value : block) {  // without a branch for each
            few[found] = value;
            found += value >= bound ? 1 : 0;
        }
        top.insert(top.end(), few.begin(), few.begin() + static_cast<std::ptrdiff_t>(found));
    }
    if (top.size() < needed) return quantileInPlace(values, p);
    // Everything left out is smaller: the quantile lies among the `needed` largest.
    const auto low = top.end() - static_cast<std::ptrdiff_t>(needed);
    std::nth_element(top.begin(), low, top.end());
    const Number atLow = *low;
    const Number atHigh = needed == 1 ? atLow : *std::min_element(low + 1, top.end());
    return QuantilePosition(count, p).between(static_cast<double>(atLow), static_cast<double>(atHigh));
}

}  // namespace segad
