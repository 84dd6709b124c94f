// Random numbers for simulations, the same on every machine.
#pragma once

#include <cmath>

#include "core/base/random.h"

namespace segad::test {

/// In (0, 1).
inline double uniform(SplitMix64& random) {
    return (static_cast<double>(random() >> 11U) + 0.5) * 0x1p-53;
}

/// Box and Muller, one of the two.
inline double normal(SplitMix64& random) {
    const double radius = std::sqrt(-2 * std::log(uniform(random)));
    return radius * std::cos(2 * std::acos(-1.0) * uniform(random));
}

}  // namespace segad::test
