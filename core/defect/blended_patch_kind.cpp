// NSA: patches of another good part, blended in by Poisson's equation (Schlüter et al. 2022, § 3;
// generated_defects.md § 2.3). Where the original calls OpenCV's seamlessClone(), the equation is solved here
// on the patch itself: nothing outside of it changes, and none of OpenCV's exceptions about patches that
// touch the border can come.
#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/defect/kinds_p.h"
#include "core/defect/membrane.h"

namespace segad {

namespace {
constexpr int kTries = 200;
constexpr int kLeastPixels = 50;
constexpr double kOffset = 0.03;       // of the side; half sizes are this plus a gamma variate
constexpr double kGammaScale = 0.05;   // its shape is 2
constexpr double kLabelThreshold = 1;  // grey levels
/// Shares of product are counted on masks of this side.
constexpr int kCountSide = 256;

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

/// How much of rectangles in a picture shows the product.
class ProductShare {
public:
    explicit ProductShare(const cv::Mat& mask)
        : scale_(std::min(1.0, static_cast<double>(kCountSide) / std::max(mask.cols, mask.rows))) {
        cv::Mat small;
        cv::resize(mask, small, {}, scale_, scale_, cv::INTER_AREA);
        cv::Mat bits = small >= 128;
        bits /= 255;
        cv::integral(bits, sums_, CV_32S);
    }
    double of(const cv::Rect& area) const {
        const int left = at(area.x, sums_.cols - 1);
        const int top = at(area.y, sums_.rows - 1);
        const int right = std::max(left + 1, at(area.br().x, sums_.cols - 1));
        const int bottom = std::max(top + 1, at(area.br().y, sums_.rows - 1));
        if (right >= sums_.cols || bottom >= sums_.rows) return 0;
        const int count = sums_.at<int>(bottom, right) - sums_.at<int>(top, right) -
                          sums_.at<int>(bottom, left) + sums_.at<int>(top, left);
        return static_cast<double>(count) / ((right - left) * (bottom - top));
    }

private:
    int at(int pixel, int most) const { return std::min(static_cast<int>(std::floor(pixel * scale_)), most); }
    double scale_;
    cv::Mat sums_;
};

struct Patch {
    cv::Rect from;  ///< in the other part
    cv::Rect to;    ///< in this one
};

std::optional<cv::Rect> drawSource(const DefectScene& other, const ProductShare& share, const Json& params,
                                   SplitMix64& random) {
    const double least = params.at("object_share").get<double>();
    const cv::Rect all({}, other.size());
    for (int i = 0; i < kTries; ++i) {
        const double halfWidth = drawHalf(params, all.width, random);
        const double halfHeight = drawHalf(params, all.height, random);
        const double x = random.uniform(0, all.width);
        const double y = random.uniform(0, all.height);
        const cv::Rect area =
            cv::Rect(cv::Point(static_cast<int>(x - halfWidth), static_cast<int>(y - halfHeight)),
                     cv::Point(static_cast<int>(x + halfWidth) + 1, static_cast<int>(y + halfHeight) + 1)) &
            all;
        if (area.area() >= kLeastPixels && share.of(area) > least) return area;
    }
    return std::nullopt;
}

std::optional<Patch> drawPatch(const DefectScene& scene, const ProductShare& there, const ProductShare& here,
                               const Json& params, SplitMix64& random) {
    const std::optional<cv::Rect> from = drawSource(scene.partner(), there, params, random);
    if (!from) return std::nullopt;
    const double low = params.at("scale_min").get<double>();
    const double high = params.at("scale_max").get<double>();
    const double scale = std::clamp(1 + 0.5 * random.normal(), std::min(low, high), std::max(low, high));
    const double most =
        2 * std::max(params.at("size_min").get<double>(), params.at("size_max").get<double>()) / 100;
    const auto scaled = [&](int length, int side) {
        return std::clamp(static_cast<int>(std::lround(length * scale)), 4,
                          std::max(4, static_cast<int>(std::min(most, 1.0) * side)));
    };
    const cv::Size size(scaled(from->width, scene.size().width), scaled(from->height, scene.size().height));
    const double least = params.at("object_share").get<double>();
    for (int i = 0; i < kTries; ++i) {
        const cv::Rect to(
            static_cast<int>(random.below(static_cast<std::uint64_t>(scene.size().width - size.width) + 1)),
            static_cast<int>(random.below(static_cast<std::uint64_t>(scene.size().height - size.height) + 1)),
            size.width, size.height);
        if (here.of(to) > least) return Patch{.from = *from, .to = to};
    }
    return std::nullopt;
}

/// The patch as it looks where it goes, inside `mask`.
void clone(cv::Mat& rgb, const cv::Mat& source, const cv::Rect& to, const cv::Mat& mask) {
    cv::Mat borrowed;
    source.convertTo(borrowed, CV_32FC3);
    cv::Mat target;
    rgb(to).convertTo(target, CV_32FC3);
    const cv::Mat result = borrowed + stretched(target - borrowed, mask, mask == 0);
    cv::Mat rounded;
    result.convertTo(rounded, CV_8UC3);
    rounded.copyTo(rgb(to), mask);
}

bool blendPatch(const DefectScene& scene, const Patch& patch, DefectDraft& draft) {
    cv::Mat source;
    cv::resize(scene.partner().rgb()(patch.from), source, patch.to.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat object;
    cv::resize(scene.partner().product()(patch.from), object, patch.to.size(), 0, 0, cv::INTER_NEAREST);
    cv::Mat mask = object | scene.product()(patch.to);
    cv::rectangle(mask, {{}, mask.size()}, cv::Scalar(0));
    if (cv::countNonZero(mask) < kLeastPixels) return false;
    clone(draft.rgb, source, patch.to, mask);
    draft.region(patch.to).setTo(255, mask);
    return true;
}

/// The original's label: where the mean of the channels changed by more than a grey level, without specks.
cv::Mat labelOf(const cv::Mat& before, const cv::Mat& after) {
    cv::Mat difference;
    cv::absdiff(before, after, difference);
    cv::Mat mean;
    cv::transform(difference, mean, cv::Matx13f::all(1.0F / 3));
    cv::Mat label = mean > kLabelThreshold;
    cv::medianBlur(label, label, 5);
    return label;
}
}  // namespace

DefectDraft drawBlendedPatch(const DefectScene& scene, const Json& params, SplitMix64& random) {
    DefectDraft draft{.rgb = scene.rgb().clone(), .region = cv::Mat::zeros(scene.size(), CV_8UC1)};
    const ProductShare here(scene.wantedMask());
    const ProductShare there(scene.partner().product());
    const int most = params.at("patches").get<int>();
    bool any = false;
    for (int i = 0; i < most; ++i) {
        if (i > 0 && random.uniform() >= 0.5) continue;
        const std::optional<Patch> patch = drawPatch(scene, there, here, params, random);
        any = (patch && blendPatch(scene, *patch, draft)) || any;
    }
    if (!any) return {};
    draft.region &= labelOf(scene.rgb(), draft.rgb);
    return draft;
}

}  // namespace segad
