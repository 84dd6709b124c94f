#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/image/resize.h"
#include "core/segment/foreground_source.h"

namespace segad {

namespace {
/// A border colour farther than this from the usual ground belongs to a part that covers the border.
constexpr double kSameGround = 20;

/// The colour that half of the border's pixels lie below, per channel.
cv::Vec3b medianBorderColor(const cv::Mat& picture) {
    const int width = std::max(1, picture.rows / 64);
    std::array<std::array<int, 256>, 3> counts{};
    int pixels = 0;
    for (int y = 0; y < picture.rows; ++y) {
        const auto* row = picture.ptr<cv::Vec3b>(y);
        const bool whole = y < width || y >= picture.rows - width;
        for (int x = 0; x < picture.cols; ++x) {
            if (!whole && x == width) x = picture.cols - width;
            for (int c = 0; c < 3; ++c)
                ++counts[static_cast<std::size_t>(c)][row[x][c]];
            ++pixels;
        }
    }
    cv::Vec3b median;
    for (int c = 0; c < 3; ++c) {
        int below = 0;
        int value = 0;
        while ((below += counts[static_cast<std::size_t>(c)][static_cast<std::size_t>(value)]) * 2 < pixels)
            ++value;
        median[c] = static_cast<std::uint8_t>(value);
    }
    return median;
}

/// OpenCV's 8-bit CIE L*a*b*, where L* is stretched from 100 to 255 and a*, b* are shifted by 128.
cv::Mat toLab(const cv::Mat& rgb) {
    cv::Mat lab;
    cv::cvtColor(rgb, lab, cv::COLOR_RGB2Lab);
    return lab;
}

cv::Vec3b toLab(const cv::Vec3b& rgb) {
    return toLab(cv::Mat(1, 1, CV_8UC3, cv::Scalar(rgb[0], rgb[1], rgb[2]))).at<cv::Vec3b>(0);
}

float labDistance(const cv::Vec3b& a, const cv::Vec3b& b) {
    constexpr float kLightness = 100.0F / 255.0F;
    const float lightness = kLightness * static_cast<float>(a[0] - b[0]);
    const auto green = static_cast<float>(a[1] - b[1]);
    const auto blue = static_cast<float>(a[2] - b[2]);
    return std::sqrt(lightness * lightness + green * green + blue * blue);
}

cv::Mat distanceFrom(const cv::Mat& lab, const cv::Vec3b& color) {
    cv::Mat distance(lab.size(), CV_32FC1);
    for (int y = 0; y < lab.rows; ++y) {
        const auto* pixel = lab.ptr<cv::Vec3b>(y);
        auto* target = distance.ptr<float>(y);
        for (int x = 0; x < lab.cols; ++x)
            target[x] = labDistance(pixel[x], color);
    }
    return distance;
}

double otsuThreshold(const cv::Mat& distance) {
    double greatest = 0;
    cv::minMaxLoc(distance, nullptr, &greatest);
    if (greatest <= 0) return 0;
    const double scale = 255 / greatest;
    cv::Mat bytes;
    distance.convertTo(bytes, CV_8U, scale);
    return cv::threshold(bytes, bytes, 0, 1, cv::THRESH_BINARY | cv::THRESH_OTSU) / scale;
}

/// Sets connected pieces of `value` with fewer than `smallest` pixels to the other value. Pieces of
/// background that touch the border of the picture are no holes and stay.
void dropSmallAreas(cv::Mat& mask, std::uint8_t value, double smallest) {
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centroids;
    // Object pieces may touch at corners; background then must not.
    const int neighbours = value == 1 ? 8 : 4;
    const int count =
        cv::connectedComponentsWithStats(mask == value, labels, stats, centroids, neighbours, CV_32S);
    std::vector<bool> removed(static_cast<std::size_t>(count), false);
    for (int i = 1; i < count; ++i) {
        const int left = stats.at<int>(i, cv::CC_STAT_LEFT);
        const int top = stats.at<int>(i, cv::CC_STAT_TOP);
        const bool atBorder = left == 0 || top == 0 ||
                              left + stats.at<int>(i, cv::CC_STAT_WIDTH) == mask.cols ||
                              top + stats.at<int>(i, cv::CC_STAT_HEIGHT) == mask.rows;
        removed[static_cast<std::size_t>(i)] =
            stats.at<int>(i, cv::CC_STAT_AREA) < smallest && (value == 1 || !atBorder);
    }
    const auto other = static_cast<std::uint8_t>(1 - value);
    for (int y = 0; y < mask.rows; ++y) {
        const auto* label = labels.ptr<int>(y);
        std::uint8_t* pixel = mask.ptr(y);
        for (int x = 0; x < mask.cols; ++x) {
            if (removed[static_cast<std::size_t>(label[x])]) pixel[x] = other;
        }
    }
}
}  // namespace

ForegroundClue foregroundClue(const cv::Mat& rgb, int side) {
    const cv::Mat small = resizeImage(rgb, {side, side}, ResizeMode::Antialias);
    const cv::Vec3b border = medianBorderColor(small);
    return {border, otsuThreshold(distanceFrom(toLab(small), toLab(border)))};
}

cv::Mat foreground(const cv::Mat& rgb, const ForegroundOptions& options) {
    const cv::Mat small = resizeImage(rgb, {options.side, options.side}, ResizeMode::Antialias);
    // The border's own colour follows the light of this picture; the usual one steps in when the part is
    // there.
    cv::Vec3b ground = toLab(medianBorderColor(small));
    if (options.ground) {
        const cv::Vec3b usual = toLab(*options.ground);
        if (labDistance(ground, usual) > kSameGround) ground = usual;
    }
    const cv::Mat distance = distanceFrom(toLab(small), ground);
    double threshold = otsuThreshold(distance);
    if (options.contrast > 0) threshold = std::clamp(threshold, options.contrast / 2, options.contrast * 2);
    cv::Mat mask = (distance > threshold / options.sensitivity) & 1;
    if (options.close > 1) {
        const cv::Mat element = cv::getStructuringElement(cv::MORPH_RECT, {options.close, options.close});
        cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, element);
    }
    const auto pixels = static_cast<double>(mask.total());
    dropSmallAreas(mask, 1, options.minimumShare * pixels);
    dropSmallAreas(mask, 0, (options.fillHoles ? 1.0 : options.largestHole) * pixels);
    return mask;
}

}  // namespace segad
