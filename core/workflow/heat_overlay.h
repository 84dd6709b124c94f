// Heatmaps laid over pictures, for reports and overlay files. Private to the room.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/image/anomaly_map.h"

namespace segad {

/// Where a heatmap's colours begin and end; fixed per detector run, never per picture.
struct HeatRange {
    float low = 0;   ///< transparent up to here
    float high = 1;  ///< last colour from here on
};

/// From the 101 percentiles of the calibration pixels: transparent up to the 95th; the last colour as far
/// above their maximum as that is above their median.
HeatRange heatRange(const std::vector<double>& percentiles);

/// `rgb` with the map over it, at the picture's size.
cv::Mat heatOverlay(const cv::Mat& rgb, const AnomalyMap& map, HeatRange range);

}  // namespace segad
