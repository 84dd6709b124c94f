#include "core/defect/patch_places.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/base/median.h"

namespace segad {

namespace {
constexpr int kTries = 200;
constexpr double kOffset = 0.03;      // of the side; half sizes are this plus a gamma variate
constexpr double kGammaScale = 0.05;  // its shape is 2
/// Shares of product are counted, and seams compared, at this size of the pictures.
constexpr int kSmallSide = 256;

double gammaOfShapeTwo(SplitMix64& random) {
    const double a = 1 - random.uniform();
    const double b = 1 - random.uniform();
    return -std::log(a * b);
}

/// Half a width or height in pixels of a side.
double drawHalf(const Json& params, int side, SplitMix64& random) {
    const double low =
        std::min(params.at("size_min").get<double>(), params.at("size_max").get<double>()) / 100;
    const double high =
        std::max(params.at("size_min").get<double>(), params.at("size_max").get<double>()) / 100;
    return std::clamp(kOffset + kGammaScale * gammaOfShapeTwo(random), low, high) * side;
}

double shareOf(const cv::Mat& mask) {
    return mask.empty() ? 0 : static_cast<double>(cv::countNonZero(mask)) / static_cast<double>(mask.total());
}

cv::Mat sized(const cv::Mat& picture, cv::Size size, int interpolation) {
    cv::Mat result;
    cv::resize(picture, result, size, 0, 0, interpolation);
    return result;
}
}  // namespace

cv::Mat rimOf(const cv::Mat& mask) {
    cv::Mat inner;
    cv::erode(mask, inner, cv::Mat());
    return mask & (inner == 0);
}

cv::Vec3f usualStep(const cv::Mat& step, const cv::Mat& mask) {
    std::vector<cv::Point> pixels;
    cv::findNonZero(mask, pixels);
    cv::Vec3f usual;
    for (int c = 0; c < 3 && !pixels.empty(); ++c) {
        std::vector<double> values;
        values.reserve(pixels.size());
        for (const cv::Point& point : pixels)
            values.push_back(step.at<cv::Vec3f>(point)[c]);
        usual[c] = static_cast<float>(medianOf(std::move(values)));
    }
    return usual;
}

double deviationOf(const cv::Mat& values, const cv::Mat& mask) {
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(values, mean, deviation, mask);
    return (deviation[0] + deviation[1] + deviation[2]) / 3;
}

PatchOverview::PatchOverview(const DefectScene& scene, const cv::Mat& productMask)
    : scale(std::min(1.0, static_cast<double>(kSmallSide) / std::max(productMask.cols, productMask.rows))) {
    cv::resize(productMask, product, {}, scale, scale, cv::INTER_AREA);
    product = product >= 128;
    cv::resize(scene.rgb(), rgb, product.size(), 0, 0, cv::INTER_AREA);
    rgb.convertTo(rgb, CV_32FC3);
}

cv::Rect PatchOverview::area(const cv::Rect& full) const {
    const cv::Point corner(static_cast<int>(full.x * scale), static_cast<int>(full.y * scale));
    const cv::Size size(std::max(3, static_cast<int>(std::lround(full.width * scale))),
                        std::max(3, static_cast<int>(std::lround(full.height * scale))));
    return cv::Rect(corner, size) & cv::Rect({}, product.size());
}

PatchPlaces::PatchPlaces(const DefectScene& scene, const PatchOverview& here, const PatchOverview& there,
                         const Json& params, SplitMix64& random)
    : scene_(scene),
      here_(here),
      there_(there),
      least_(params.at("object_share").get<double>()),
      halfWidth_(drawHalf(params, scene.partner().size().width, random)),
      halfHeight_(drawHalf(params, scene.partner().size().height, random)) {
    const double low = params.at("scale_min").get<double>();
    const double high = params.at("scale_max").get<double>();
    scale_ = std::clamp(1 + 0.5 * random.normal(), std::min(low, high), std::max(low, high));
    most_ = 2 * std::max(params.at("size_min").get<double>(), params.at("size_max").get<double>()) / 100;
}

/// A source that shows enough of the product, and a destination whose product covers enough of the
/// source's; absent when this draw gives none.
std::optional<Patch> PatchPlaces::drawOne(SplitMix64& random) const {
    const cv::Rect all({}, scene_.partner().size());
    const double x = random.uniform(0, all.width);
    const double y = random.uniform(0, all.height);
    const cv::Rect from = cv::Rect(static_cast<int>(x - halfWidth_), static_cast<int>(y - halfHeight_),
                                   static_cast<int>(2 * halfWidth_), static_cast<int>(2 * halfHeight_)) &
                          all;
    if (from.area() < kLeastPixels || shareOf(there_.product(there_.area(from))) <= least_)
        return std::nullopt;
    const cv::Size size(scaled(from.width, scene_.size().width), scaled(from.height, scene_.size().height));
    const auto along = [&](int room) {
        return static_cast<int>(random.below(static_cast<std::uint64_t>(room) + 1));
    };
    const cv::Rect to(along(scene_.size().width - size.width), along(scene_.size().height - size.height),
                      size.width, size.height);
    const cv::Mat target = here_.product(here_.area(to));
    const cv::Mat source = sized(there_.product(there_.area(from)), target.size(), cv::INTER_NEAREST);
    if (cv::countNonZero(source & target) <= least_ * cv::countNonZero(source)) return std::nullopt;
    // What stays where it was is no defect.
    const cv::Point2d middle = (cv::Point2d(to.tl()) + cv::Point2d(to.br())) / 2;
    if (cv::norm(middle - cv::Point2d(x, y)) < std::min(to.width, to.height) / 2.0 &&
        scene_.size() == scene_.partner().size())
        return std::nullopt;
    return Patch{.from = from, .to = to};
}

/// How far the rim is from fitting, for how much there would be to see inside: lower is better. Where the
/// rims are as unlike as black and white nothing is to be seen, because the patch would be whiter than
/// white.
double PatchPlaces::misfit(const Patch& patch) const {
    constexpr double kGrain = 2;  // grey levels
    const cv::Rect to = here_.area(patch.to);
    const cv::Rect from = there_.area(patch.from);
    cv::Mat mask = sized(there_.product(from), to.size(), cv::INTER_NEAREST) | here_.product(to);
    cv::rectangle(mask, {{}, mask.size()}, cv::Scalar(0));
    const cv::Mat rim = rimOf(mask);
    if (cv::countNonZero(rim) == 0 || cv::countNonZero(mask) == cv::countNonZero(rim))
        return std::numeric_limits<double>::max();
    const cv::Mat target = here_.rgb(to);
    const cv::Mat source = sized(there_.rgb(from), to.size(), cv::INTER_LINEAR);
    const cv::Vec3f usual = usualStep(target - source, rim);
    const cv::Mat laid = source + cv::Scalar(usual[0], usual[1], usual[2]);
    const cv::Mat change = cv::min(cv::max(laid, 0), 255) - target;
    return (deviationOf(target - source, rim) + kGrain) / (deviationOf(change, mask - rim) + kGrain);
}

int PatchPlaces::scaled(int length, int side) const {
    return std::clamp(static_cast<int>(std::lround(length * scale_)), 4,
                      std::max(4, static_cast<int>(std::min(most_, 1.0) * side)));
}

std::optional<Patch> PatchPlaces::draw(int wanted, SplitMix64& random) const {
    std::optional<Patch> best;
    double least = std::numeric_limits<double>::max();
    int found = 0;
    for (int i = 0; i < kTries && found < wanted; ++i) {
        const std::optional<Patch> patch = drawOne(random);
        if (!patch) continue;
        ++found;
        const double off = wanted == 1 ? 0 : misfit(*patch);
        if (off >= least) continue;
        least = off;
        best = patch;
    }
    return best;
}

}  // namespace segad
