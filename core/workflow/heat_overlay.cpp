#include "core/workflow/heat_overlay.h"

#include <cmath>
#include <stdexcept>

#include "core/image/heat_colors.h"

namespace segad {

namespace {
constexpr std::size_t kTransparentPercentile = 95;
constexpr int kOpacityPercent = 65;
}  // namespace

HeatRange heatRange(const std::vector<double>& percentiles) {
    if (percentiles.size() != 101) throw std::logic_error("a heat scale needs 101 percentiles");
    const double low = percentiles[kTransparentPercentile];
    const double high = 2 * percentiles[100] - percentiles[50];
    return {.low = static_cast<float>(low),
            .high = static_cast<float>(high > low ? high : low + std::abs(low) + 1e-12)};
}

cv::Mat heatOverlay(const cv::Mat& rgb, const AnomalyMap& map, HeatRange range) {
    const cv::Mat heat =
        colourize(map.resized(rgb.size()).pixels(), range.low, range.high, HeatColors::Inferno);
    cv::Mat blended = rgb.clone();
    for (int y = 0; y < rgb.rows; ++y) {
        const auto* over = heat.ptr<cv::Vec4b>(y);
        auto* pixel = blended.ptr<cv::Vec3b>(y);
        for (int x = 0; x < rgb.cols; ++x) {
            const int alpha = over[x][3] * kOpacityPercent / 100;
            if (alpha == 0) continue;  // most of a good part
            for (int c = 0; c < 3; ++c)
                pixel[x][c] =
                    static_cast<std::uint8_t>((pixel[x][c] * (255 - alpha) + over[x][c] * alpha + 127) / 255);
        }
    }
    return blended;
}

}  // namespace segad
