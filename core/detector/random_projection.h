// The sparse random matrix that PatchCore selects its coreset through (patchcore.md § 2; Li et al. 2006).
#pragma once

#include <cstdint>
#include <vector>

namespace segad {

/// `rows` × `columns`, row-major. Each entry is non-zero with probability s = 1/sqrt(columns), then
/// ±sqrt(1/s)/sqrt(rows); formed in double, rounded to float. The same for the same seed on every machine.
std::vector<float> sparseProjection(std::size_t rows, std::size_t columns, std::uint64_t seed);

}  // namespace segad
