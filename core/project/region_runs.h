// Painted regions as lengths of runs, row by row across line ends: unpainted, painted, unpainted, … The first
// length is 0 when the first pixel is painted. A mask of 4000 × 3000 pixels is a few kilobytes of them.
// Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace segad {

struct RegionRuns {
    std::vector<std::uint32_t> lengths;
    std::int64_t pixels = 0;  ///< that are painted
    int count = 0;            ///< connected areas, diagonals included
};

/// `mask` is CV_8UC1, not empty and holds 0 and 255 only; absent when it holds anything else.
std::optional<RegionRuns> regionRuns(const cv::Mat& mask);

/// Writes the runs into a continuous CV_8UC1 `mask`. False, with `mask` in any state, when they don't fill it
/// exactly.
bool drawRegionRuns(std::span<const std::uint32_t> lengths, cv::Mat& mask);

}  // namespace segad
