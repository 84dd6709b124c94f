// Greedy k-centre selection (patchcore.md § 2; Roth et al. 2022, algorithm 1): repeatedly takes the row that
// is farthest from all taken so far.
//
// The order is exactly that of the plain loop over all rows, at a fraction of its work: a row's distance to
// the taken rows is known only as an upper bound, from those it was compared with so far. Bounds can only
// fall, so a row whose bound is below the largest true distance needs no further comparison yet, and most
// rows never meet most of the taken ones. Where they do, a bound from below in few coordinates (sketch.h)
// mostly says that the distance is not the smaller one.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/job.h"
#include "core/detector/row_store.h"

namespace segad {

struct CoresetRequest {
    std::size_t count = 1;    ///< rows to take, at most rows.size()
    std::size_t start = 0;    ///< where distances begin
    bool keepsStart = false;  ///< variant A: the start is the first row taken; B: it only seeds distances
};

struct CoresetStatistics {
    std::uint64_t comparisons = 0;  ///< distances computed; the plain loop needs rows · count
};

/// Distinct row indices in order of selection. Equal distances: the lowest index. Rows must be finite.
/// Memory: 80 bytes a row, and the taken rows. Throws std::logic_error for an impossible request, Error{Io},
/// Cancelled.
std::vector<std::int64_t> selectCoreset(const RowStore& rows, const CoresetRequest& request, Job& job,
                                        CoresetStatistics* statistics = nullptr);

}  // namespace segad
