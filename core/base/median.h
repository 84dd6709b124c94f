// The median of values in any order, and how far they are from it.
#pragma once

#include <cmath>
#include <utility>
#include <vector>

#include "core/base/quantile.h"

namespace segad {

/// The mean of the two middle ones when their number is even. `values` must not be empty.
inline double medianOf(std::vector<double> values) {
    return quantileInPlace<double>(values, 0.5);
}

/// The median absolute deviation from `middle`, times what makes it the standard deviation of normal values:
/// the odd value that doesn't fit leaves it alone (Leys et al. 2013). `values` must not be empty.
inline double medianDeviationOf(std::vector<double> values, double middle) {
    constexpr double kOfNormal = 1.4826;
    for (double& value : values)
        value = std::abs(value - middle);
    return kOfNormal * medianOf(std::move(values));
}

}  // namespace segad
