// What doesn't fit in the segment maps of a project: a segment nobody has, one that a part lacks, an area far
// from the usual. An odd area is itself a sign of a missing or misplaced piece.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/image/segment_map.h"

namespace segad {

/// Share of the picture that each component covers, 0…1.
std::vector<double> segmentShares(const SegmentMap& map);

enum class Oddity { NeverSeen, Absent, Area };

struct OddSegment {
    Oddity oddity = Oddity::Area;
    std::size_t part = 0;  ///< row of the shares; of no meaning for NeverSeen
    int component = 0;
    double share = 0;         ///< of this part
    double usual = 0;         ///< median over the parts
    std::optional<double> z;  ///< Area: deviations from the median
};

/// Robust z of a share: distance from the median in deviations (median absolute deviation, scaled to that of
/// a normal distribution), never counted as less than a hundredth of the median. From this on it is odd
/// (Iglewicz and Hoaglin 1993 take 3.5; parts of one product vary more than one number of a normal kind).
inline constexpr double kOddZ = 6;
/// A segment that at least so many of the parts have is missed where it is absent.
inline constexpr double kNearlyAll = 0.9;

/// `shares[part][component]`, every row as long. Segments never seen first, then absent ones, then areas from
/// the oddest on.
std::vector<OddSegment> oddSegments(const std::vector<std::vector<double>>& shares);

}  // namespace segad
