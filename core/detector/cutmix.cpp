#include "core/detector/cutmix.h"

#include <cmath>

#include "core/image/colour_jitter.h"

namespace segad {

namespace {
constexpr double kLeastArea = 0.02;
constexpr double kLargestArea = 0.15;
constexpr double kAspect = 0.3;
constexpr double kJitter = 0.1;

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
    jitterColours(rgb(where.from), kJitter, random).copyTo(result(cv::Rect(where.to, where.from.size())));
    return result;
}

}  // namespace segad
