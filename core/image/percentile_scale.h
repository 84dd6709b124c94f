// Where a value stands among the pixels of good parts: the one scale on which maps of different detectors
// can be compared, for their raw values mean nothing to each other.
//
// A scale is the 101 percentiles 0 … 100 of a run's calibration pixels. Between two of them a value is
// interpolated; of equal ones the highest counts. Below the smallest it is 0, above the largest 100: how far
// above says nothing between detectors, as each has its own way of growing. So where both see more than any
// good part shows they agree, and their difference is 0.
#pragma once

#include <span>

#include "core/image/anomaly_map.h"

namespace segad {

/// 0 … 100. `percentiles` are 101 ascending values.
double percentileAmong(std::span<const double> percentiles, double value);

/// What one detector saw, and the scale of its run.
struct ScaledMap {
    const AnomalyMap& map;
    std::span<const double> percentiles;
};

/// First minus second in points, −100 … 100: above 0 the first sees more. CV_32FC1 at the size of the larger
/// map, to which the other is resized before it is looked up. Where both are below `from` the result is 0:
/// the ups and downs of good pixels are nobody's concern.
cv::Mat percentileDifference(const ScaledMap& first, const ScaledMap& second, double from = 0);

}  // namespace segad
