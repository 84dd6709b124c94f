// The pixel-level case of tests/data/metrics.json: six maps with masks.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/image/anomaly_map.h"
#include "tests/support/npy_vector.h"

namespace segad::test {

struct PixelCase {
    std::vector<AnomalyMap> maps;
    std::vector<cv::Mat> masks;
    cv::Size size;

    bool isBad(std::size_t i) const { return cv::countNonZero(masks[i]) > 0; }
};

/// `decimals` < 0 leaves the maps as they are; else they are rounded in double, half to even.
inline PixelCase pixelCase(int decimals = -1) {
    const NpyVector maps = npyVector("pixel_maps.npy");
    const NpyVector masks = npyVector("pixel_gt.npy");
    PixelCase result{.size = {static_cast<int>(maps.shape[2]), static_cast<int>(maps.shape[1])}};
    const std::size_t area = maps.shape[1] * maps.shape[2];
    const double scale = std::pow(10, decimals);
    for (std::size_t i = 0; i < maps.shape[0]; ++i) {
        cv::Mat map(result.size, CV_32FC1);
        cv::Mat mask(result.size, CV_8UC1);
        for (std::size_t k = 0; k < area; ++k) {
            double value = maps.values[i * area + k];
            if (decimals >= 0) value = std::nearbyint(value * scale) / scale;
            map.ptr<float>()[k] = static_cast<float>(value);
            mask.ptr<std::uint8_t>()[k] = static_cast<std::uint8_t>(masks.values[i * area + k]);
        }
        result.maps.emplace_back(map, "vector");
        result.masks.push_back(mask);
    }
    return result;
}

}  // namespace segad::test
