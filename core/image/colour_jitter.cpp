#include "core/image/colour_jitter.h"

#include <array>
#include <cmath>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace segad {

namespace {
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
}  // namespace

cv::Mat jitterColours(const cv::Mat& rgb, double strength, SplitMix64& random) {
    const auto factor = [&] { return random.uniform(1 - strength, 1 + strength); };
    const double brightness = factor();
    const double contrast = factor();
    const double saturation = factor();
    const double hue = random.uniform(-strength, strength);
    std::array<int, 4> order{0, 1, 2, 3};
    for (std::size_t i = order.size() - 1; i > 0; --i)
        std::swap(order.at(i), order.at(random.below(i + 1)));
    cv::Mat result = rgb.clone();
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

}  // namespace segad
