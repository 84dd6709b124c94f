#include "core/segment/registration.h"

#include <algorithm>
#include <cmath>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/segment/warps.h"

namespace segad {

namespace {
constexpr int kSmallestSide = 32;
constexpr int kCoarseSide = 128;
/// A coarse fit whose size is off by less says nothing of size.
constexpr double kSameScale = 0.02;
constexpr double kSmoothing = 1.2;  // pixels, of every level
/// Corners are looked for in a picture of about this side.
constexpr int kFeatureSide = 320;
/// A place by phase correlation is doubted from this error and from this turn on.
constexpr double kPoorCoarse = 0.3;
constexpr double kTurned = 0.2;  // radians

/// What a shift, a turn and a change of size are made of, each around the middle of the picture.
struct Similarity {
    cv::Matx33d shift;
    cv::Matx33d turned;  ///< shift and turn, size left out
    double scale = 1;
};

Similarity similarityOf(const cv::Matx33d& warp, cv::Size size) {
    const CentredFrame frame(size);
    const cv::Vec3d middle = warp * cv::Vec3d(frame.cx, frame.cy, 1);
    const double turn = std::atan2(warp(1, 0), warp(0, 0));
    const cv::Matx33d shift = shiftWarp({middle[0] / middle[2] - frame.cx, middle[1] / middle[2] - frame.cy});
    const cv::Matx33d rotation(std::cos(turn), -std::sin(turn), 0, std::sin(turn), std::cos(turn), 0, 0, 0,
                               1);
    return {.shift = shift,
            .turned = shift * frame.toPixels() * rotation * frame.toUnits(),
            .scale = std::hypot(warp(0, 0), warp(1, 0))};
}

/// The first level that has at most so many pixels a side, or the last.
std::size_t levelOfSide(const RegistrationPicture& picture, int side) {
    std::size_t level = 0;
    while (level + 1 < picture.levels() && picture.level(level).cols > side)
        ++level;
    return level;
}

std::size_t coarseLevel(const RegistrationPicture& picture) {
    return levelOfSide(picture, kCoarseSide);
}

std::size_t featureLevel(const RegistrationPicture& picture) {
    return levelOfSide(picture, kFeatureSide);
}

cv::Mat asBytes(const cv::Mat& brightness) {
    cv::Mat bytes;
    brightness.convertTo(bytes, CV_8U, 255);
    return bytes;
}
}  // namespace

RegistrationPicture::RegistrationPicture(const cv::Mat& rgb) {
    cv::Mat grey;
    cv::cvtColor(rgb, grey, cv::COLOR_RGB2GRAY);
    cv::Mat level;
    grey.convertTo(level, CV_32F, 1.0 / 255);
    for (;;) {
        cv::Mat smooth;
        cv::GaussianBlur(level, smooth, {0, 0}, kSmoothing);
        levels_.push_back(smooth);
        if (std::min(level.cols, level.rows) / 2 < kSmallestSide) break;
        cv::Mat half;
        cv::resize(level, half, {level.cols / 2, level.rows / 2}, 0, 0, cv::INTER_AREA);
        level = half;
    }
}

Registrar::Registrar(const RegistrationPicture& reference)
    : reference_(reference), phase_(reference.level(coarseLevel(reference))) {
    for (std::size_t i = 0; i < reference.levels(); ++i)
        levels_.emplace_back(reference.level(i));
}

std::optional<cv::Matx33d> Registrar::startByFeatures(const RegistrationPicture& part) const {
    const std::size_t at = featureLevel(reference_);
    std::call_once(once_, [&] { features_ = pictureFeatures(asBytes(reference_.level(at))); });
    const std::optional<cv::Matx33d> found =
        agreedSimilarity(features_, pictureFeatures(asBytes(part.level(at))));
    if (!found) return std::nullopt;
    const double factor =
        static_cast<double>(levels_[coarseLevel(reference_)].picture().cols) / levels_[at].picture().cols;
    return scaledWarp(*found, factor);
}

void Registrar::tryStart(const cv::Matx33d& start, const RegistrationPicture& part,
                         RegistrationFit& best) const {
    const std::size_t at = coarseLevel(reference_);
    const std::size_t small = std::min(at + 1, levels_.size() - 1);
    const double factor = static_cast<double>(levels_[small].picture().cols) / levels_[at].picture().cols;
    cv::Matx33d warp = scaledWarp(start, factor);
    const double error = levels_[small].climb(part.level(small), Motion::Euclidean, 4, warp);
    if (error >= best.error) return;
    best.error = error;
    best.warp =
        scaledWarp(warp, static_cast<double>(levels_.front().picture().cols) / levels_[small].picture().cols);
}

RegistrationFit Registrar::coarse(const RegistrationPicture& part, CoarseSearch search) const {
    RegistrationFit best;
    best.motion = Motion::Euclidean;
    if (search != CoarseSearch::Features) {
        for (const cv::Matx33d& start : phase_.of(part.level(coarseLevel(reference_))))
            tryStart(start, part, best);
    }
    const double turn = std::abs(std::atan2(best.warp(1, 0), best.warp(0, 0)));
    const bool doubtful = best.error > kPoorCoarse || turn > kTurned;
    if (search == CoarseSearch::Features || (search == CoarseSearch::Auto && doubtful)) {
        if (const std::optional<cv::Matx33d> start = startByFeatures(part)) tryStart(*start, part, best);
    }
    return best;
}

RegistrationFit Registrar::fit(const RegistrationPicture& part, const RegistrationFit& start,
                               const RegistrationOptions& options) const {
    constexpr int kRounds = 10;
    // Motions are tried at half the size, where a round costs a quarter; the last one is polished at the
    // full.
    const std::size_t half = std::min<std::size_t>(1, levels_.size() - 1);
    const double factor = static_cast<double>(levels_[half].picture().cols) / levels_.front().picture().cols;
    const Similarity coarse = similarityOf(scaledWarp(start.warp, factor), levels_[half].picture().size());
    RegistrationFit best;
    for (int m = 0; m <= static_cast<int>(options.most); ++m) {
        const auto motion = static_cast<Motion>(m);
        cv::Matx33d warp = best.warp;
        if (motion == Motion::Translation) warp = coarse.shift;
        if (motion == Motion::Euclidean) warp = coarse.turned;
        // Sizes differ: what a turn alone came to is no good start.
        if (motion == Motion::Affine && std::abs(coarse.scale - 1) > kSameScale)
            warp = scaledWarp(start.warp, factor);
        const double error = levels_[half].climb(part.level(half), motion, kRounds, warp);
        if (m == 0 || error < best.error - std::max(options.leastGain * best.error, options.leastSaving))
            best = {.warp = warp, .motion = motion, .error = error};
        if (best.error <= options.goodEnough) break;
    }
    best.warp = scaledWarp(best.warp, 1 / factor);
    constexpr int kPolish = 4;
    best.error = levels_.front().climb(part.level(0), best.motion, kPolish, best.warp);
    return best;
}

}  // namespace segad
