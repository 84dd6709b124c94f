#include "core/segment/ecc.h"

#include <algorithm>
#include <cmath>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/segment/warps.h"

namespace segad {

namespace {
/// Template pixels that must meet the part for a fit to count.
constexpr double kLeastOverlap = 0.4;

/// Numbers of a homography around the middle of the picture, in units of half its side: shift, turn, then
/// what is left of an affinity, then the two of perspective. Each motion uses the first so many.
constexpr std::array<int, 4> kNumbers{2, 3, 6, 8};

/// The motion that the numbers of a step describe, in pixels of a picture of this frame.
cv::Matx33d stepWarp(Motion motion, const cv::Mat& numbers, const CentredFrame& frame) {
    const auto at = [&](int i) { return i < numbers.rows ? numbers.at<double>(i) : 0.0; };
    cv::Matx33d unit = cv::Matx33d::eye();
    if (motion == Motion::Translation || motion == Motion::Euclidean) {
        const double cosine = std::cos(at(2));
        const double sine = std::sin(at(2));
        unit = {cosine, -sine, at(0), sine, cosine, at(1), 0, 0, 1};
    } else {
        // A turn, a stretch along x, a stretch along y, a shear.
        unit = {1 + at(3), at(5) - at(2), at(0), at(5) + at(2), 1 + at(4), at(1), at(6), at(7), 1};
    }
    return frame.toPixels() * unit * frame.toUnits();
}

cv::Matx33d normalized(const cv::Matx33d& warp) {
    return warp * (1 / warp(2, 2));
}

/// Sums over the pixels where template and part meet.
struct Sums {
    double count = 0;
    double t = 0;
    double r = 0;
    double tt = 0;
    double rr = 0;
    double tr = 0;
    std::array<double, 8> g{};
    std::array<double, 8> gt{};
    std::array<double, 8> gr{};

    double correlation() const {
        if (count <= 0) return 0;
        const double vt = tt - t * t / count;
        const double vr = rr - r * r / count;
        if (vt <= 0 || vr <= 0) return 0;
        return (tr - t * r / count) / std::sqrt(vt * vr);
    }
};

/// One row's share of what the correlation needs.
void addRow(Sums& sums, const float* t, const float* r, const std::uint8_t* valid, int columns) {
    float count = 0;
    float st = 0;
    float sr = 0;
    float stt = 0;
    float srr = 0;
    float str = 0;
    for (int x = 0; x < columns; ++x) {
        const float on = valid[x] != 0 ? 1.0F : 0.0F;
        const float rx = r[x] * on;
        const float tx = t[x] * on;
        count += on;
        st += tx;
        sr += rx;
        stt += tx * tx;
        srr += rx * rx;
        str += tx * rx;
    }
    sums.count += static_cast<double>(count);
    sums.t += static_cast<double>(st);
    sums.r += static_cast<double>(sr);
    sums.tt += static_cast<double>(stt);
    sums.rr += static_cast<double>(srr);
    sums.tr += static_cast<double>(str);
}

/// One row's share of what the step needs of number `k`.
void addStepRow(Sums& sums, std::size_t k, const float* g, const float* t, const float* r,
                const std::uint8_t* valid, int columns) {
    float sg = 0;
    float sgt = 0;
    float sgr = 0;
    for (int x = 0; x < columns; ++x) {
        const float gx = valid[x] != 0 ? g[x] : 0.0F;
        sg += gx;
        sgt += gx * t[x];
        sgr += gx * r[x];
    }
    sums.g[k] += static_cast<double>(sg);
    sums.gt[k] += static_cast<double>(sgt);
    sums.gr[k] += static_cast<double>(sgr);
}

Sums sumsOf(const cv::Mat& picture, const std::vector<cv::Mat>& steps, int numbers, const cv::Mat& pulled,
            const cv::Mat& valid) {
    Sums sums;
    for (int y = 0; y < picture.rows; ++y) {
        const auto* t = picture.ptr<float>(y);
        const auto* r = pulled.ptr<float>(y);
        const std::uint8_t* v = valid.ptr(y);
        addRow(sums, t, r, v, picture.cols);
        for (std::size_t k = 0; k < static_cast<std::size_t>(numbers); ++k)
            addStepRow(sums, k, steps[k].ptr<float>(y), t, r, v, picture.cols);
    }
    return sums;
}

/// Brightness change of every pixel with each number of a homography.
std::vector<cv::Mat> stepsOf(const cv::Mat& picture) {
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(picture, dx, CV_32F, 1, 0, 3, 1.0 / 8);
    cv::Sobel(picture, dy, CV_32F, 0, 1, 3, 1.0 / 8);
    const CentredFrame frame(picture.size());
    std::vector<cv::Mat> steps(8);
    for (cv::Mat& step : steps)
        step.create(picture.size(), CV_32FC1);
    const auto scale = static_cast<float>(frame.scale);
    for (int y = 0; y < picture.rows; ++y) {
        const float v = static_cast<float>(y - frame.cy) / scale;
        const auto* gx = dx.ptr<float>(y);
        const auto* gy = dy.ptr<float>(y);
        std::array<float*, 8> out{};
        for (std::size_t k = 0; k < 8; ++k)
            out[k] = steps[k].ptr<float>(y);
        for (int x = 0; x < picture.cols; ++x) {
            const float u = static_cast<float>(x - frame.cx) / scale;
            const float a = gx[x] * scale;
            const float b = gy[x] * scale;
            const float inward = -(u * a + v * b);
            out[0][x] = a;
            out[1][x] = b;
            out[2][x] = u * b - v * a;
            out[3][x] = u * a;
            out[4][x] = v * b;
            out[5][x] = v * a + u * b;
            out[6][x] = u * inward;
            out[7][x] = v * inward;
        }
    }
    return steps;
}

/// The inverse normal equations of the first `numbers` steps, means taken off; empty when they can't be
/// solved, as for a picture of one colour.
cv::Mat inverseNormal(const std::vector<cv::Mat>& steps, int numbers) {
    cv::Mat normal(numbers, numbers, CV_64FC1);
    const auto count = static_cast<double>(steps.front().total());
    std::vector<double> sums;
    sums.reserve(static_cast<std::size_t>(numbers));
    for (int i = 0; i < numbers; ++i)
        sums.push_back(cv::sum(steps[static_cast<std::size_t>(i)])[0]);
    for (int i = 0; i < numbers; ++i) {
        for (int j = i; j < numbers; ++j) {
            const auto a = static_cast<std::size_t>(i);
            const auto b = static_cast<std::size_t>(j);
            const double value = steps[a].dot(steps[b]) - sums[a] * sums[b] / count;
            normal.at<double>(i, j) = value;
            normal.at<double>(j, i) = value;
        }
    }
    cv::Mat inverse;
    if (cv::invert(normal, inverse, cv::DECOMP_CHOLESKY) == 0) return {};
    return inverse;
}

/// The step that raises the correlation most; empty when there is none.
cv::Mat bestStep(const Sums& sums, const cv::Mat& inverse, int numbers) {
    cv::Mat gt(numbers, 1, CV_64FC1);
    cv::Mat gr(numbers, 1, CV_64FC1);
    const double meanT = sums.t / sums.count;
    const double meanR = sums.r / sums.count;
    for (int k = 0; k < numbers; ++k) {
        const auto at = static_cast<std::size_t>(k);
        gt.at<double>(k) = sums.gt[at] - meanT * sums.g[at];
        gr.at<double>(k) = sums.gr[at] - meanR * sums.g[at];
    }
    const cv::Mat solvedT = inverse * gt;
    const cv::Mat solvedR = inverse * gr;
    const double above = sums.tt - sums.t * meanT - gt.dot(solvedT);
    const double below = sums.tr - sums.t * meanR - gr.dot(solvedT);
    if (below <= 0 || above <= 0) return {};
    return solvedR * (above / below) - solvedT;
}

/// Farthest that a corner of the picture is moved.
double movement(const cv::Matx33d& warp, cv::Size size) {
    double farthest = 0;
    for (const double x : {0.0, static_cast<double>(size.width - 1)}) {
        for (const double y : {0.0, static_cast<double>(size.height - 1)}) {
            const cv::Vec3d to = warp * cv::Vec3d(x, y, 1);
            farthest = std::max(farthest, std::hypot(to[0] / to[2] - x, to[1] / to[2] - y));
        }
    }
    return farthest;
}
}  // namespace

std::string_view toString(Motion motion) noexcept {
    switch (motion) {
        case Motion::Translation:
            return "translation";
        case Motion::Euclidean:
            return "euclidean";
        case Motion::Affine:
            return "affine";
        case Motion::Homography:
            return "homography";
    }
    return "";
}

EccLevel::EccLevel(cv::Mat picture) : picture_(std::move(picture)), steps_(stepsOf(picture_)) {
    for (std::size_t m = 0; m < kNumbers.size(); ++m)
        inverse_[m] = inverseNormal(steps_, kNumbers[m]);
}

double EccLevel::climb(const cv::Mat& part, Motion motion, int rounds, cv::Matx33d& warp) const {
    const int numbers = kNumbers[static_cast<std::size_t>(motion)];
    const cv::Mat& inverse = inverse_[static_cast<std::size_t>(motion)];
    const CentredFrame frame(picture_.size());
    cv::Matx33d trial = warp;
    double best = -1;
    cv::Mat pulled;
    cv::Mat valid;
    for (int round = 0; round <= rounds; ++round) {
        pullBack(part, trial, pulled, valid);
        const Sums sums = sumsOf(picture_, steps_, numbers, pulled, valid);
        if (sums.count < kLeastOverlap * static_cast<double>(picture_.total())) break;
        const double correlation = sums.correlation();
        if (correlation > best) {
            warp = trial;
        } else if (correlation < best - 0.02) {
            break;
        }
        best = std::max(best, correlation);
        if (round == rounds || inverse.empty()) break;
        const cv::Mat numbersOfStep = bestStep(sums, inverse, numbers);
        if (numbersOfStep.empty()) break;
        const cv::Matx33d step = stepWarp(motion, numbersOfStep, frame);
        trial = normalized(trial * step.inv());
        if (movement(step, picture_.size()) < 0.02) break;
    }
    return 1 - best;
}

}  // namespace segad
