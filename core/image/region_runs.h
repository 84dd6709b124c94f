// A painted mask in little memory: the lengths of its runs, row by row across line ends, in turn unpainted
// and painted. A mask of 4000 × 3000 pixels with a few regions is some kilobytes. Plain data, copied at will.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace segad {

struct RegionRuns {
    cv::Size size;
    std::vector<std::uint32_t> lengths;  ///< fill `size`; the first is 0 when the first pixel is painted
    std::int64_t pixels = 0;             ///< that are painted
    int count = 0;                       ///< connected areas, diagonals included

    bool operator==(const RegionRuns&) const = default;
};

/// `mask` is CV_8UC1 and holds 0 and 255 only; absent when it holds anything else.
std::optional<RegionRuns> regionRuns(const cv::Mat& mask);

/// The mask again: CV_8UC1, 0 and 255. `lengths` must fill `size` exactly.
cv::Mat drawRegions(const RegionRuns& runs);

}  // namespace segad
