#include "core/defect/membrane.h"

#include <algorithm>
#include <array>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace segad {

namespace {
constexpr int kSweeps = 12;  // on each level; the coarser ones have done the work
constexpr int kCoarsest = 4;
constexpr int kPlacesTried = 80;

enum : std::uint8_t { kFree = 0, kFixed = 1, kOpen = 2 };

/// One level of the pyramid: a value per pixel and whether it is fixed, to be found (open), or takes no part.
struct Level {
    cv::Mat values;
    cv::Mat state;
};

/// Half the size; a pixel is fixed when one of its four is, with their mean.
Level halved(const Level& fine) {
    const cv::Size size((fine.values.cols + 1) / 2, (fine.values.rows + 1) / 2);
    Level coarse{cv::Mat::zeros(size, CV_32FC3), cv::Mat::zeros(size, CV_8UC1)};
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            cv::Vec3f sum{};
            int fixed = 0;
            bool open = false;
            for (int v = 2 * y; v < std::min(2 * y + 2, fine.values.rows); ++v) {
                for (int u = 2 * x; u < std::min(2 * x + 2, fine.values.cols); ++u) {
                    const std::uint8_t state = fine.state.at<std::uint8_t>(v, u);
                    open = open || state == kOpen;
                    if (state != kFixed) continue;
                    sum += fine.values.at<cv::Vec3f>(v, u);
                    ++fixed;
                }
            }
            if (fixed > 0) coarse.values.at<cv::Vec3f>(y, x) = sum * (1.0F / static_cast<float>(fixed));
            coarse.state.at<std::uint8_t>(y, x) = fixed > 0 ? kFixed : open ? kOpen : kFree;
        }
    }
    return coarse;
}

/// Gauss–Seidel: each open pixel becomes the mean of its neighbours that take part.
void relax(Level& level) {
    static const std::array<cv::Point, 4> kNeighbours{{{-1, 0}, {1, 0}, {0, -1}, {0, 1}}};
    const cv::Rect all({}, level.values.size());
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        for (int y = 0; y < all.height; ++y) {
            for (int x = 0; x < all.width; ++x) {
                if (level.state.at<std::uint8_t>(y, x) != kOpen) continue;
                cv::Vec3f sum{};
                int count = 0;
                for (const cv::Point& step : kNeighbours) {
                    const cv::Point there = cv::Point(x, y) + step;
                    if (!all.contains(there) || level.state.at<std::uint8_t>(there) == kFree) continue;
                    sum += level.values.at<cv::Vec3f>(there);
                    ++count;
                }
                if (count > 0) level.values.at<cv::Vec3f>(y, x) = sum * (1.0F / static_cast<float>(count));
            }
        }
    }
}

void fillOpen(Level& level, const cv::Vec3f& value) {
    level.values.setTo(cv::Scalar(value[0], value[1], value[2]), level.state != kFixed);
}

void solve(Level& level) {
    if (std::min(level.values.rows, level.values.cols) <= kCoarsest) {
        const cv::Scalar mean = cv::mean(level.values, level.state == kFixed);
        fillOpen(level,
                 {static_cast<float>(mean[0]), static_cast<float>(mean[1]), static_cast<float>(mean[2])});
        relax(level);
        return;
    }
    Level coarse = halved(level);
    solve(coarse);
    cv::Mat guess;
    cv::resize(coarse.values, guess, level.values.size(), 0, 0, cv::INTER_LINEAR);
    guess.copyTo(level.values, level.state != kFixed);
    relax(level);
}

/// The place whose pixels `surroundings` has most of, as an offset from the hole; how many of the hole's
/// pixels it has.
std::pair<cv::Point, int> bestPlace(const cv::Mat& hole, const cv::Rect& bounds, const cv::Mat& surroundings,
                                    SplitMix64& random) {
    std::pair<cv::Point, int> best{{}, -1};
    const int wanted = cv::countNonZero(hole(bounds));
    for (int i = 0; i < kPlacesTried && best.second < wanted; ++i) {
        const int x =
            static_cast<int>(random.below(static_cast<std::uint64_t>(hole.cols - bounds.width) + 1));
        const int y =
            static_cast<int>(random.below(static_cast<std::uint64_t>(hole.rows - bounds.height) + 1));
        const cv::Rect there({x, y}, bounds.size());
        const int count = cv::countNonZero(surroundings(there) & hole(bounds));
        if (count > best.second) best = {{x - bounds.x, y - bounds.y}, count};
    }
    return best;
}
}  // namespace

cv::Mat stretched(const cv::Mat& values, const cv::Mat& hole, const cv::Mat& known) {
    Level level{values.clone(), cv::Mat(values.size(), CV_8UC1, cv::Scalar(kFree))};
    level.state.setTo(cv::Scalar(kFixed), known);
    level.state.setTo(cv::Scalar(kOpen), hole);
    solve(level);
    values.copyTo(level.values, hole == 0);
    return level.values;
}

cv::Rect boundsOf(const cv::Mat& mask, int margin) {
    const cv::Rect tight = cv::boundingRect(mask);
    if (tight.empty()) return {};
    return cv::Rect(tight.x - margin, tight.y - margin, tight.width + 2 * margin, tight.height + 2 * margin) &
           cv::Rect({}, mask.size());
}

cv::Mat filledFromAround(const cv::Mat& rgb, const cv::Mat& hole, const cv::Mat& surroundings,
                         SplitMix64& random) {
    const cv::Rect bounds = boundsOf(hole, 2);
    cv::Mat result = rgb.clone();
    if (bounds.empty()) return result;
    cv::Mat target;
    rgb(bounds).convertTo(target, CV_32FC3);
    cv::Mat known = surroundings(bounds) & (hole(bounds) == 0);
    if (cv::countNonZero(known) == 0) known = hole(bounds) == 0;
    const cv::Mat smooth = stretched(target, hole(bounds), known);

    cv::Mat free = surroundings & (hole == 0);
    cv::erode(free, free, cv::Mat());
    const auto [offset, found] = bestPlace(hole, bounds, free, random);
    cv::Mat filled = smooth;
    if (found > 0) {
        const cv::Rect place(bounds.tl() + offset, bounds.size());
        cv::Mat texture;
        rgb(place).convertTo(texture, CV_32FC3);
        const cv::Mat usable = free(place);
        // What the place lacks is continued smoothly, so that only its fine structure is carried over.
        const cv::Mat base = stretched(texture, usable == 0, usable);
        cv::Mat borrowed = base.clone();
        texture.copyTo(borrowed, usable);
        filled = borrowed + stretched(target - borrowed, hole(bounds), known);
    }
    cv::Mat rounded;
    filled.convertTo(rounded, CV_8UC3);
    rounded.copyTo(result(bounds), hole(bounds));
    return result;
}

}  // namespace segad
