#include "ui/session/halvings.h"

#include <algorithm>
#include <stdexcept>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace segad::ui {

namespace {
constexpr int kSmallestSide = 64;
/// Zoomed exactly to a halving, the result must not depend on the last bit.
constexpr double kRounding = 1e-9;

cv::Mat largestOfFour(const cv::Mat& full) {
    if (full.type() != CV_8UC1) throw std::invalid_argument("the largest of four is for CV_8UC1");
    cv::Mat half((full.rows + 1) / 2, (full.cols + 1) / 2, CV_8UC1);
    for (int y = 0; y < half.rows; ++y) {
        const auto* upper = full.ptr(2 * y);
        const auto* lower = full.ptr(std::min(2 * y + 1, full.rows - 1));
        auto* target = half.ptr(y);
        for (int x = 0; x < half.cols; ++x) {
            const int left = 2 * x;
            const int right = std::min(left + 1, full.cols - 1);
            target[x] = std::max({upper[left], upper[right], lower[left], lower[right]});
        }
    }
    return half;
}

cv::Mat halved(const cv::Mat& full, Halving how) {
    if (how == Halving::Largest) return largestOfFour(full);
    cv::Mat half;
    cv::resize(full, half, cv::Size((full.cols + 1) / 2, (full.rows + 1) / 2), 0, 0, cv::INTER_AREA);
    return half;
}
}  // namespace

std::vector<cv::Mat> halvings(const cv::Mat& full, Halving how) {
    std::vector<cv::Mat> levels{full};
    while (std::min(levels.back().rows, levels.back().cols) > kSmallestSide)
        levels.push_back(halved(levels.back(), how));
    return levels;
}

std::size_t levelFor(const std::vector<cv::Mat>& levels, double scale, bool oneForOne) {
    std::size_t level = 0;
    const auto tooFine = [&] { return oneForOne ? scale < 1 - kRounding : scale <= 0.5 + kRounding; };
    while (level + 1 < levels.size() && tooFine()) {
        scale *= 2;
        ++level;
    }
    return level;
}

}  // namespace segad::ui
