// Squared Euclidean distances in float32 by direct difference and sum, not by the matmul identity, which
// loses digits (patchcore.md §§ 2, 5). Rows are padded with zeros to a multiple of kLanes, so that the sum
// of a pair is always formed in the same order: a distance is the same number alone and among others.
#pragma once

#include <cstddef>

namespace segad {

constexpr std::size_t kLanes = 16;

/// `dimension` rounded up to whole lanes: the stride of padded rows.
constexpr std::size_t paddedDimension(std::size_t dimension) noexcept {
    return (dimension + kLanes - 1) / kLanes * kLanes;
}

/// out[r] = ‖point − rows[r]‖² for `count` rows of `stride` floats (a multiple of kLanes). The widest
/// vector instructions of this processor are used.
void squaredDistances(const float* point, const float* rows, std::size_t count, std::size_t stride,
                      float* out);

/// Values whose smallest smallestOfRuns() gives together.
constexpr std::size_t kRun = 4 * kLanes;

/// smallest[k] of values[k·kRun] … values[(k+1)·kRun − 1], the last run being as long as is left; infinity
/// for NaN alone.
void smallestOfRuns(const float* values, std::size_t count, float* smallest);

/// ‖a − b‖² with differences and sums in double, always formed in the same order on one processor; with the
/// widest vector instructions there are.
double exactSquaredDistance(const float* a, const float* b, std::size_t dimension) noexcept;

}  // namespace segad
