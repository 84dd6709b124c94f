#include "core/image/anomaly_map.h"

#include <bit>
#include <cstdint>
#include <stdexcept>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"

namespace segad {

namespace {
/// NaN and the infinities are the floats with all exponent bits set.
bool isFinite(float value) {
    constexpr std::uint32_t kExponent = 0x7f800000U;
    return (std::bit_cast<std::uint32_t>(value) & kExponent) != kExponent;
}

void requireFinite(const cv::Mat& pixels, const std::string& subject) {
    const std::size_t count = pixels.total();
    const auto* values = pixels.ptr<float>();
    std::size_t bad = 0;
    for (std::size_t i = 0; i < count; ++i)
        bad += isFinite(values[i]) ? 0U : 1U;
    if (bad == 0) return;
    std::size_t first = 0;
    while (isFinite(values[first]))
        ++first;
    const auto columns = static_cast<std::size_t>(pixels.cols);
    throw Error(ErrorCode::InvalidData, subject,
                "the anomaly map has " + std::to_string(bad) +
                    " values that are not finite numbers, the first in row " +
                    std::to_string(first / columns) + ", column " + std::to_string(first % columns),
                "Make the map again, or leave the part out.");
}
}  // namespace

AnomalyMap::AnomalyMap(cv::Mat pixels, const std::string& subject) {
    if (pixels.empty()) {
        throw Error(ErrorCode::InvalidData, subject, "the anomaly map has no pixels", "Make the map again.");
    }
    if (pixels.type() != CV_32FC1) throw std::invalid_argument("AnomalyMap takes CV_32FC1");
    pixels_ = pixels.isContinuous() ? std::move(pixels) : pixels.clone();
    requireFinite(pixels_, subject);
}

float AnomalyMap::maximum() const {
    double largest = 0;
    cv::minMaxLoc(pixels_, nullptr, &largest);
    return static_cast<float>(largest);
}

AnomalyMap AnomalyMap::resized(cv::Size size) const {
    if (size == pixels_.size()) return *this;
    cv::Mat scaled;
    cv::resize(pixels_, scaled, size, 0, 0, cv::INTER_LINEAR);
    return {scaled, "resized map"};
}

}  // namespace segad
