#include "core/defect/membrane.h"

#include <algorithm>
#include <array>

#include <opencv2/imgproc.hpp>

namespace segad {

namespace {
constexpr int kSweeps = 12;  // on each level; the coarser ones have done the work
constexpr int kCoarsest = 4;

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

/// Calls `f` with each open pixel, the sum of its neighbours that take part, and how many these are.
template <class Function>
void forOpen(const Level& level, Function f) {
    static const std::array<cv::Point, 4> kNeighbours{{{-1, 0}, {1, 0}, {0, -1}, {0, 1}}};
    const cv::Rect all({}, level.values.size());
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
            if (count > 0) f(cv::Point(x, y), sum, count);
        }
    }
}

/// Gauss–Seidel: each open pixel becomes what its neighbours that take part and its steps say.
void relax(Level& level, const cv::Mat& steps, int sweeps) {
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        forOpen(level, [&](cv::Point at, cv::Vec3f sum, int count) {
            if (!steps.empty()) sum += steps.at<cv::Vec3f>(at);
            level.values.at<cv::Vec3f>(at) = sum * (1.0F / static_cast<float>(count));
        });
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
        relax(level, {}, kSweeps);
        return;
    }
    Level coarse = halved(level);
    solve(coarse);
    cv::Mat guess;
    cv::resize(coarse.values, guess, level.values.size(), 0, 0, cv::INTER_LINEAR);
    guess.copyTo(level.values, level.state != kFixed);
    relax(level, {}, kSweeps);
}

/// What is missing for the open pixels' differences to add up to `steps`; 0 elsewhere.
cv::Mat residual(const Level& level, const cv::Mat& steps) {
    cv::Mat left = cv::Mat::zeros(level.values.size(), CV_32FC3);
    forOpen(level, [&](cv::Point at, const cv::Vec3f& sum, int count) {
        left.at<cv::Vec3f>(at) =
            steps.at<cv::Vec3f>(at) - (level.values.at<cv::Vec3f>(at) * static_cast<float>(count) - sum);
    });
    return left;
}

/// One V-cycle: what a level can't see is corrected on the next coarser one.
void correct(Level& level, const cv::Mat& steps) {
    constexpr int kSmoothing = 3;
    relax(level, steps, kSmoothing);
    if (std::min(level.values.rows, level.values.cols) <= kCoarsest) {
        relax(level, steps, kSweeps);
        return;
    }
    const cv::Mat left = residual(level, steps);
    Level coarse = halved({cv::Mat::zeros(level.values.size(), CV_32FC3), level.state});
    // Twice the distance, four times the divergence: the mean of four pixels times four.
    cv::Mat sums;
    cv::Mat even;
    cv::copyMakeBorder(left, even, 0, left.rows % 2, 0, left.cols % 2, cv::BORDER_CONSTANT);
    cv::resize(even, sums, coarse.values.size(), 0, 0, cv::INTER_AREA);
    correct(coarse, sums * 4);
    cv::Mat correction;
    cv::resize(coarse.values, correction, even.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat(level.values + correction(cv::Rect({}, level.values.size())))
        .copyTo(level.values, level.state == kOpen);
    relax(level, steps, kSmoothing);
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

cv::Mat integrated(const cv::Mat& values, const cv::Mat& hole, const cv::Mat& steps) {
    constexpr int kCycles = 8;
    Level level{stretched(values, hole, hole == 0), cv::Mat(values.size(), CV_8UC1, cv::Scalar(kFixed))};
    level.state.setTo(cv::Scalar(kOpen), hole);
    for (int cycle = 0; cycle < kCycles; ++cycle)
        correct(level, steps);
    return level.values;
}

}  // namespace segad
