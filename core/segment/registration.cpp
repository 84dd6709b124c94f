#include "core/segment/registration.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace segad {

namespace {
constexpr int kSmallestSide = 32;
constexpr int kCoarseSide = 128;
/// Template pixels that must meet the part for a fit to count.
constexpr double kLeastOverlap = 0.4;
/// A coarse fit whose size is off by less says nothing of size.
constexpr double kSameScale = 0.02;
constexpr double kSmoothing = 1.2;  // pixels, of every level
/// Corners are looked for in a picture of about this side.
constexpr int kFeatureSide = 320;
/// A place by phase correlation is doubted from this error and from this turn on.
constexpr double kPoorCoarse = 0.3;
constexpr double kTurned = 0.2;  // radians

/// Numbers of a homography around the middle of the picture, in units of half its side: shift, turn, then
/// what is left of an affinity, then the two of perspective. Each motion uses the first so many.
constexpr std::array<int, 4> kNumbers{2, 3, 6, 8};

struct Frame {
    double cx;
    double cy;
    double scale;  ///< pixels of one unit
    explicit Frame(cv::Size size)
        : cx((size.width - 1) / 2.0),
          cy((size.height - 1) / 2.0),
          scale(std::max(size.width, size.height) / 2.0) {}
    cv::Matx33d toPixels() const { return {scale, 0, cx, 0, scale, cy, 0, 0, 1}; }
    cv::Matx33d toUnits() const { return {1 / scale, 0, -cx / scale, 0, 1 / scale, -cy / scale, 0, 0, 1}; }
};

/// The motion that the numbers of a step describe, in pixels of a picture of this frame.
cv::Matx33d stepWarp(Motion motion, const cv::Mat& numbers, const Frame& frame) {
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

cv::Matx33d scaled(const cv::Matx33d& warp, double factor) {
    // Pixel centres: (x + ½) · factor − ½.
    const double shift = (factor - 1) / 2;
    const cv::Matx33d up{factor, 0, shift, 0, factor, shift, 0, 0, 1};
    return up * warp * up.inv();
}

cv::Matx33d normalized(const cv::Matx33d& warp) {
    return warp * (1 / warp(2, 2));
}

/// The part as the template sees it, and which pixels of the template meet the part.
void pullBack(const cv::Mat& part, const cv::Matx33d& warp, cv::Mat& pulled, cv::Mat& valid) {
    const int flags = cv::INTER_LINEAR | cv::WARP_INVERSE_MAP;
    static const float kOutside = -1;
    if (warp(2, 0) == 0 && warp(2, 1) == 0) {
        const cv::Matx23d affine(warp.val);
        cv::warpAffine(part, pulled, affine, part.size(), flags, cv::BORDER_CONSTANT, kOutside);
    } else {
        cv::warpPerspective(part, pulled, warp, part.size(), flags, cv::BORDER_CONSTANT, kOutside);
    }
    // Brightness is never negative; a pixel that is mixed with the outside is left out with a margin of half.
    valid = pulled >= 0;
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
    const Frame frame(picture.size());
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

/// Log of the spectrum's magnitude in logarithmic polar coordinates: a turn of the picture shifts it down, an
/// enlargement shifts it right.
cv::Mat polarSpectrum(const cv::Mat& picture) {
    cv::Mat window;
    cv::createHanningWindow(window, picture.size(), CV_32F);
    cv::Mat tapered = (picture - cv::mean(picture)[0]).mul(window);
    cv::Mat spectrum;
    cv::dft(tapered, spectrum, cv::DFT_COMPLEX_OUTPUT);
    cv::Mat planes[2];
    cv::split(spectrum, planes);
    cv::Mat magnitude;
    cv::magnitude(planes[0], planes[1], magnitude);
    cv::log(magnitude + 1, magnitude);
    // The origin in the middle.
    const int cx = picture.cols / 2;
    const int cy = picture.rows / 2;
    cv::Mat centred(magnitude.size(), CV_32FC1);
    for (int y = 0; y < picture.rows; ++y) {
        for (int x = 0; x < picture.cols; ++x)
            centred.at<float>((y + cy) % picture.rows, (x + cx) % picture.cols) = magnitude.at<float>(y, x);
    }
    cv::Mat polar;
    const double radius = std::min(cx, cy);
    cv::warpPolar(
        centred, polar, {picture.cols, 2 * picture.rows},
        cv::Point2f(static_cast<float>(cx), static_cast<float>(cy)), radius,
        static_cast<int>(cv::INTER_LINEAR) | cv::WARP_POLAR_LOG | static_cast<int>(cv::WARP_FILL_OUTLIERS));
    // The lowest frequencies are those of the window.
    polar.colRange(0, picture.cols / 4).setTo(cv::mean(polar.colRange(picture.cols / 4, polar.cols)));
    return polar;
}

cv::Matx33d shiftWarp(const cv::Point2d& shift) {
    return {1, 0, shift.x, 0, 1, shift.y, 0, 0, 1};
}

/// Where `part` lies against `picture`, as a shift.
cv::Matx33d phaseShift(const cv::Mat& picture, const cv::Mat& part) {
    cv::Mat window;
    cv::createHanningWindow(window, picture.size(), CV_32F);
    const cv::Point2d shift =
        cv::phaseCorrelate(picture - cv::mean(picture)[0], part - cv::mean(part)[0], window);
    // A picture of one colour has no phase.
    return shiftWarp(std::isfinite(shift.x) && std::isfinite(shift.y) ? shift : cv::Point2d());
}

/// What a shift, a turn and a change of size are made of, each around the middle of the picture.
struct Similarity {
    cv::Matx33d shift;
    cv::Matx33d turned;  ///< shift and turn, size left out
    double scale = 1;
};

Similarity similarityOf(const cv::Matx33d& warp, cv::Size size) {
    const Frame frame(size);
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

Registrar::Registrar(const RegistrationPicture& reference) : reference_(reference) {
    const cv::Mat& coarse = reference.level(coarseLevel(reference));
    polar_ = polarSpectrum(coarse);
    for (std::size_t i = 0; i < reference.levels(); ++i) {
        Level level{.picture = reference.level(i), .steps = stepsOf(reference.level(i))};
        for (std::size_t m = 0; m < kNumbers.size(); ++m)
            level.inverse[m] = inverseNormal(level.steps, kNumbers[m]);
        levels_.push_back(std::move(level));
    }
}

double Registrar::climb(const Level& level, const cv::Mat& part, Motion motion, int rounds,
                        cv::Matx33d& warp) const {
    const int numbers = kNumbers[static_cast<std::size_t>(motion)];
    const cv::Mat& inverse = level.inverse[static_cast<std::size_t>(motion)];
    const Frame frame(level.picture.size());
    cv::Matx33d trial = warp;
    double best = -1;
    cv::Mat pulled;
    cv::Mat valid;
    for (int round = 0; round <= rounds; ++round) {
        pullBack(part, trial, pulled, valid);
        const Sums sums = sumsOf(level.picture, level.steps, numbers, pulled, valid);
        if (sums.count < kLeastOverlap * static_cast<double>(level.picture.total())) break;
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
        if (movement(step, level.picture.size()) < 0.02) break;
    }
    return 1 - best;
}

std::vector<cv::Matx33d> Registrar::startsByPhase(const cv::Mat& picture) const {
    const cv::Mat& reference = reference_.level(coarseLevel(reference_));
    const cv::Size size = picture.size();
    std::vector<cv::Matx33d> starts{cv::Matx33d::eye(), phaseShift(reference, picture)};
    cv::Point2d offset = cv::phaseCorrelate(polar_, polarSpectrum(picture));
    if (!std::isfinite(offset.x) || !std::isfinite(offset.y)) offset = {};
    const double turn = offset.y * 2 * CV_PI / polar_.rows;
    const double stretch =
        std::exp(-offset.x * std::log(std::min(size.width / 2, size.height / 2)) / polar_.cols);
    if (stretch <= 0.5 || stretch >= 2) return starts;
    const Frame frame(size);
    for (const double half : {0.0, CV_PI}) {
        const double cosine = std::cos(turn + half) * stretch;
        const double sine = std::sin(turn + half) * stretch;
        const cv::Matx33d turned =
            frame.toPixels() * cv::Matx33d(cosine, -sine, 0, sine, cosine, 0, 0, 0, 1) * frame.toUnits();
        cv::Mat pulled;
        cv::Mat valid;
        pullBack(picture, turned, pulled, valid);
        pulled.setTo(cv::mean(pulled, valid), ~valid);
        starts.push_back(turned * phaseShift(reference, pulled));
    }
    return starts;
}

std::optional<cv::Matx33d> Registrar::startByFeatures(const RegistrationPicture& part) const {
    const std::size_t at = featureLevel(reference_);
    std::call_once(once_, [&] { features_ = pictureFeatures(asBytes(reference_.level(at))); });
    const std::optional<cv::Matx33d> found =
        agreedSimilarity(features_, pictureFeatures(asBytes(part.level(at))));
    if (!found) return std::nullopt;
    const double factor =
        static_cast<double>(levels_[coarseLevel(reference_)].picture.cols) / levels_[at].picture.cols;
    return scaled(*found, factor);
}

void Registrar::tryStart(const cv::Matx33d& start, const RegistrationPicture& part,
                         RegistrationFit& best) const {
    const std::size_t at = coarseLevel(reference_);
    const std::size_t small = std::min(at + 1, levels_.size() - 1);
    const double factor = static_cast<double>(levels_[small].picture.cols) / levels_[at].picture.cols;
    cv::Matx33d warp = scaled(start, factor);
    const double error = climb(levels_[small], part.level(small), Motion::Euclidean, 4, warp);
    if (error >= best.error) return;
    best.error = error;
    best.warp = scaled(warp, static_cast<double>(levels_.front().picture.cols) / levels_[small].picture.cols);
}

RegistrationFit Registrar::coarse(const RegistrationPicture& part, CoarseSearch search) const {
    RegistrationFit best;
    best.motion = Motion::Euclidean;
    if (search != CoarseSearch::Features) {
        for (const cv::Matx33d& start : startsByPhase(part.level(coarseLevel(reference_))))
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
    const double factor = static_cast<double>(levels_[half].picture.cols) / levels_.front().picture.cols;
    const Similarity coarse = similarityOf(scaled(start.warp, factor), levels_[half].picture.size());
    RegistrationFit best;
    for (int m = 0; m <= static_cast<int>(options.most); ++m) {
        const auto motion = static_cast<Motion>(m);
        cv::Matx33d warp = best.warp;
        if (motion == Motion::Translation) warp = coarse.shift;
        if (motion == Motion::Euclidean) warp = coarse.turned;
        // Sizes differ: what a turn alone came to is no good start.
        if (motion == Motion::Affine && std::abs(coarse.scale - 1) > kSameScale)
            warp = scaled(start.warp, factor);
        const double error = climb(levels_[half], part.level(half), motion, kRounds, warp);
        if (m == 0 || error < best.error - std::max(options.leastGain * best.error, options.leastSaving))
            best = {.warp = warp, .motion = motion, .error = error};
        if (best.error <= options.goodEnough) break;
    }
    best.warp = scaled(best.warp, 1 / factor);
    constexpr int kPolish = 4;
    best.error = climb(levels_.front(), part.level(0), best.motion, kPolish, best.warp);
    return best;
}

}  // namespace segad
