#include "core/defect/augment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace segad {

namespace {
using Table = std::array<std::uint8_t, 256>;

template <class Function>
Table tableOf(Function f) {
    Table table{};
    for (int i = 0; i < 256; ++i)
        table.at(static_cast<std::size_t>(i)) = cv::saturate_cast<std::uint8_t>(f(i));
    return table;
}

cv::Mat looked(const cv::Mat& picture, const Table& table) {
    cv::Mat result;
    cv::LUT(picture, cv::Mat(1, 256, CV_8UC1, const_cast<std::uint8_t*>(table.data())), result);
    return result;
}

/// Each channel by a table of its own.
template <class MakeTable>
cv::Mat perChannel(const cv::Mat& rgb, MakeTable makeTable) {
    std::vector<cv::Mat> channels;
    cv::split(rgb, channels);
    for (cv::Mat& channel : channels)
        channel = looked(channel, makeTable(channel));
    cv::Mat result;
    cv::merge(channels, result);
    return result;
}

cv::Mat gamma(const cv::Mat& rgb, SplitMix64& random) {
    return perChannel(rgb, [&](const cv::Mat&) {
        const double power = random.uniform(0.5, 2);
        return tableOf([&](int i) { return 255 * std::pow(i / 255.0, power); });
    });
}

/// One channel of HSV (0 hue of 180, 1 saturation, 2 value) by a function.
template <class Function>
void changeHsv(cv::Mat& hsv, int channel, Function f) {
    for (int y = 0; y < hsv.rows; ++y) {
        auto* row = hsv.ptr<cv::Vec3b>(y);
        for (int x = 0; x < hsv.cols; ++x)
            row[x][channel] = f(row[x][channel]);
    }
}

cv::Mat brightness(const cv::Mat& rgb, SplitMix64& random) {
    const double factor = random.uniform(0.8, 1.2);
    const double shift = random.uniform(-30, 30);
    cv::Mat hsv;
    cv::cvtColor(rgb, hsv, cv::COLOR_RGB2HSV);
    changeHsv(hsv, 2, [&](int v) { return cv::saturate_cast<std::uint8_t>(v * factor + shift); });
    cv::Mat result;
    cv::cvtColor(hsv, result, cv::COLOR_HSV2RGB);
    return result;
}

cv::Mat sharpness(const cv::Mat& rgb, SplitMix64& random) {
    const double factor = random.uniform(0, 2);
    // PIL's smoothing kernel: what factor 0 shows.
    const cv::Mat kernel = (cv::Mat_<float>(3, 3) << 1, 1, 1, 1, 5, 1, 1, 1, 1) / 13;
    cv::Mat smooth;
    cv::filter2D(rgb, smooth, -1, kernel);
    cv::Mat result;
    cv::addWeighted(rgb, factor, smooth, 1 - factor, 0, result);
    return result;
}

cv::Mat hueAndSaturation(const cv::Mat& rgb, SplitMix64& random) {
    // Both are circles or scales of 255 in the original; the hue here has 180 steps.
    const double hue = random.uniform(-50, 50) / 255 * 180;
    const double saturation = random.uniform(-50, 50);
    cv::Mat hsv;
    cv::cvtColor(rgb, hsv, cv::COLOR_RGB2HSV);
    const int turned = 180 + static_cast<int>(std::lround(hue));
    changeHsv(hsv, 0, [&](int h) { return static_cast<std::uint8_t>((h + turned) % 180); });
    changeHsv(hsv, 1, [&](int s) { return cv::saturate_cast<std::uint8_t>(s + saturation); });
    cv::Mat result;
    cv::cvtColor(hsv, result, cv::COLOR_HSV2RGB);
    return result;
}

cv::Mat solarised(const cv::Mat& rgb, SplitMix64& random) {
    const double threshold = random.uniform(32, 128);
    if (random.uniform() < 0.5) return rgb.clone();
    return looked(rgb, tableOf([&](int i) { return i >= threshold ? 255 - i : i; }));
}

cv::Mat posterised(const cv::Mat& rgb, SplitMix64& random) {
    const int bits = 1 + static_cast<int>(random.below(8));
    const int mask = 256 - (1 << (8 - bits));
    return looked(rgb, tableOf([&](int i) { return i & mask; }));
}

Table stretched(const cv::Mat& channel, double cutOff) {
    std::array<std::int64_t, 256> counts{};
    for (int y = 0; y < channel.rows; ++y) {
        const auto* row = channel.ptr<std::uint8_t>(y);
        for (int x = 0; x < channel.cols; ++x)
            ++counts.at(row[x]);
    }
    const auto cut = static_cast<std::int64_t>(static_cast<double>(channel.total()) * cutOff);
    const auto end = [&](auto first, auto last) {
        std::int64_t left = cut;
        int index = 0;
        for (auto it = first; it != last && left >= *it; ++it) {
            left -= *it;
            ++index;
        }
        return std::min(index, 255);
    };
    const int low = end(counts.begin(), counts.end());
    const int high = 255 - end(counts.rbegin(), counts.rend());
    if (high <= low) return tableOf([](int i) { return i; });
    return tableOf([&](int i) { return (i - low) * 255.0 / (high - low); });
}

cv::Mat autoContrast(const cv::Mat& rgb, SplitMix64& random) {
    const double cutOff = random.uniform(0, 0.2);
    return perChannel(rgb, [&](const cv::Mat& channel) { return stretched(channel, cutOff); });
}

cv::Mat equalised(const cv::Mat& rgb) {
    std::vector<cv::Mat> channels;
    cv::split(rgb, channels);
    for (cv::Mat& channel : channels)
        cv::equalizeHist(channel, channel);
    cv::Mat result;
    cv::merge(channels, result);
    return result;
}

cv::Mat rotated(const cv::Mat& rgb, SplitMix64& random) {
    const double degrees = random.uniform(-45, 45);
    const cv::Point2f centre(static_cast<float>(rgb.cols - 1) / 2, static_cast<float>(rgb.rows - 1) / 2);
    cv::Mat result;
    cv::warpAffine(rgb, result, cv::getRotationMatrix2D(centre, degrees, 1), rgb.size());
    return result;
}
}  // namespace

cv::Mat augmented(const cv::Mat& rgb, int which, SplitMix64& random) {
    switch (which) {
        case 0:
            return gamma(rgb, random);
        case 1:
            return brightness(rgb, random);
        case 2:
            return sharpness(rgb, random);
        case 3:
            return hueAndSaturation(rgb, random);
        case 4:
            return solarised(rgb, random);
        case 5:
            return posterised(rgb, random);
        case 6: {
            cv::Mat inverted;
            cv::bitwise_not(rgb, inverted);
            return inverted;
        }
        case 7:
            return autoContrast(rgb, random);
        case 8:
            return equalised(rgb);
        default:
            return rotated(rgb, random);
    }
}

cv::Mat augmented(const cv::Mat& rgb, SplitMix64& random) {
    constexpr std::size_t kApplied = 3;
    std::array<int, kAugmenters> order{};
    std::iota(order.begin(), order.end(), 0);
    cv::Mat result = rgb;
    for (std::size_t i = 0; i < kApplied; ++i) {
        std::swap(order.at(i), order.at(i + random.below(order.size() - i)));
        result = augmented(result, order.at(i), random);
    }
    return result;
}

}  // namespace segad
