// The median of values in any order.
#pragma once

#include <vector>

#include "core/base/quantile.h"

namespace segad {

/// The mean of the two middle ones when their number is even. `values` must not be empty.
inline double medianOf(std::vector<double> values) {
    return quantileInPlace<double>(values, 0.5);
}

}  // namespace segad
