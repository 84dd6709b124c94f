// Over which doubt a map should be looked at, found from the parts themselves. Private to the room.
#pragma once

#include <functional>
#include <span>

#include "core/segment/segment_source.h"

namespace segad {

/// Median of `doubtOf` over at most `sample` parts spread evenly over all, plus five deviations from it
/// (median absolute deviation, which the odd part that doesn't fit leaves alone; Leys et al. 2013); in
/// 0.02…1. Parts for which doubtOf throws an Error are left out; 0 when all are. doubtOf is called on several
/// threads.
double usualDoubtBound(std::span<const SegmentPart> parts, std::size_t sample,
                       const std::function<double(const SegmentPart&)>& doubtOf, Job& job);

}  // namespace segad
