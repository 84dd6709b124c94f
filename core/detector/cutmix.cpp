#include "core/detector/cutmix.h"

#include <array>
#include <cmath>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace segad {

namespace {
constexpr double kLeastArea = 0.02;
constexpr double kLargestArea = 0.15;
constexpr double kAspect = 0.3;
constexpr double kJitter = 0.1;

/// base + factor · (rgb − base), cut to 8 bit.
cv::Mat blend(const cv::Mat& base, const cv::Mat& rgb, double factor) {
    cv::Mat result;
    cv::addWeighted(rgb, factor, base, 1 - factor, 0, result);
    return result;
}

cv::Mat greyOf(const cv::Mat& rgb) {
    cv::Mat grey;
    cv::cvtColor(rgb, grey, cv::COLOR_RGB2GRAY);
    return grey;
}

cv::Mat withHueShifted(const cv::Mat& rgb, double share) {
    cv::Mat hsv;
    cv::cvtColor(rgb, hsv, cv::COLOR_RGB2HSV_FULL);  // the circle is 0…255
    const int shift = static_cast<int>(std::lround(share * 256));
    for (auto& pixel : cv::Mat_<cv::Vec3b>(hsv))
        pixel[0] = static_cast<std::uint8_t>((pixel[0] + 256 + shift) % 256);
    cv::Mat result;
    cv::cvtColor(hsv, result, cv::COLOR_HSV2RGB_FULL);
    return result;
}

cv::Mat withColoursChanged(const cv::Mat& patch, SplitMix64& random) {
    const auto factor = [&] { return random.uniform(1 - kJitter, 1 + kJitter); };
    const double brightness = factor();
    const double contrast = factor();
    const double saturation = factor();
    const double hue = random.uniform(-kJitter, kJitter);
    std::array<int, 4> order{0, 1, 2, 3};
    for (std::size_t i = order.size() - 1; i > 0; --i)
        std::swap(order.at(i), order.at(random.below(i + 1)));
    cv::Mat result = patch.clone();
    for (const int change : order) {
        switch (change) {
            case 0:
                result = blend(cv::Mat::zeros(result.size(), CV_8UC3), result, brightness);
                break;
            case 1:
                result = blend(cv::Mat(result.size(), CV_8UC3, cv::Scalar::all(cv::mean(greyOf(result))[0])),
                               result, contrast);
                break;
            case 2: {
                cv::Mat grey;
                cv::cvtColor(greyOf(result), grey, cv::COLOR_GRAY2RGB);
                result = blend(grey, result, saturation);
                break;
            }
            default:
                result = withHueShifted(result, hue);
        }
    }
    return result;
}
}  // namespace

CutMixGeometry drawCutMix(int side, SplitMix64& random) {
    const double area = random.uniform(kLeastArea, kLargestArea) * side * side;
    const double aspect = std::exp(random.uniform(std::log(kAspect), std::log(1 / kAspect)));
    // Halves go to the even number, as Python's round().
    const int width = static_cast<int>(std::nearbyint(std::sqrt(area * aspect)));
    const int height = static_cast<int>(std::nearbyint(std::sqrt(area / aspect)));
    const auto corner = [&](int room) { return static_cast<int>(random.uniform(0, room)); };
    const int fromY = corner(side - height);
    const int fromX = corner(side - width);
    const int toY = corner(side - height);
    const int toX = corner(side - width);
    return {.from = {fromX, fromY, width, height}, .to = {toX, toY}};
}

cv::Mat cutMix(const cv::Mat& rgb, SplitMix64& random) {
    const CutMixGeometry where = drawCutMix(rgb.rows, random);
    cv::Mat result = rgb.clone();
    withColoursChanged(rgb(where.from), random).copyTo(result(cv::Rect(where.to, where.from.size())));
    return result;
}

}  // namespace segad
