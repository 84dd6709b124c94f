#include "core/detector/random_projection.h"

#include <cmath>

#include "core/base/random.h"

namespace segad {

std::vector<float> sparseProjection(std::size_t rows, std::size_t columns, std::uint64_t seed) {
    const double density = 1 / std::sqrt(static_cast<double>(columns));
    const auto value = static_cast<float>(std::sqrt(1 / density) / std::sqrt(static_cast<double>(rows)));
    SplitMix64 random(seed, "coreset projection");
    std::vector<float> matrix(rows * columns);
    // Independent entries are the same as a binomial count of distinct, uniformly chosen columns a row.
    for (float& entry : matrix) {
        const double u = random.uniform();
        if (u < density) entry = u < density / 2 ? value : -value;
    }
    return matrix;
}

}  // namespace segad
