// NSA: patches of another good part, blended in by Poisson's equation (Schlüter et al. 2022, § 3;
// generated_defects.md § 2.3). Where the original calls OpenCV's seamlessClone(), the equation is solved here
// on the patch itself: nothing outside of it changes, and none of OpenCV's exceptions about patches that
// touch the border can come.
//
// Poisson blending can only hide a seam where both pictures go on alike: elsewhere the difference at the rim
// is smeared over the patch. So of several places that the original would take as they come the one is chosen
// whose rim fits best for what is inside, and then the rim is drawn in to where both pictures agree, as Jia
// et al. (Drag-and-drop pasting, 2006) do ("places" = 1 and "seam" = 255 are the original).
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/base/median.h"
#include "core/defect/kinds_p.h"
#include "core/defect/membrane.h"

namespace segad {

namespace {
constexpr int kTries = 200;
constexpr int kLeastPixels = 50;
constexpr int kPatchTries = 4;         // for one that can be seen
constexpr double kOffset = 0.03;       // of the side; half sizes are this plus a gamma variate
constexpr double kGammaScale = 0.05;   // its shape is 2
constexpr double kLabelThreshold = 1;  // grey levels
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

/// A part as it is looked at for places: small.
struct Overview {
    Overview(const DefectScene& scene, const cv::Mat& productMask)
        : scale(
              std::min(1.0, static_cast<double>(kSmallSide) / std::max(productMask.cols, productMask.rows))) {
        cv::resize(productMask, product, {}, scale, scale, cv::INTER_AREA);
        product = product >= 128;
        cv::resize(scene.rgb(), rgb, product.size(), 0, 0, cv::INTER_AREA);
        rgb.convertTo(rgb, CV_32FC3);
    }
    cv::Rect area(const cv::Rect& full) const {
        const cv::Point corner(static_cast<int>(full.x * scale), static_cast<int>(full.y * scale));
        const cv::Size size(std::max(3, static_cast<int>(std::lround(full.width * scale))),
                            std::max(3, static_cast<int>(std::lround(full.height * scale))));
        return cv::Rect(corner, size) & cv::Rect({}, product.size());
    }

    double scale;
    cv::Mat product;  ///< CV_8UC1, 255 on it
    cv::Mat rgb;      ///< CV_32FC3
};

struct Patch {
    cv::Rect from;  ///< in the other part
    cv::Rect to;    ///< in this one
};

double shareOf(const cv::Mat& mask) {
    return mask.empty() ? 0 : static_cast<double>(cv::countNonZero(mask)) / static_cast<double>(mask.total());
}

/// Deviation of the pixels of `mask`, mean of the channels.
double deviationOf(const cv::Mat& values, const cv::Mat& mask) {
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(values, mean, deviation, mask);
    return (deviation[0] + deviation[1] + deviation[2]) / 3;
}

/// Places for one patch, of sizes drawn once.
class Places {
public:
    Places(const DefectScene& scene, const Overview& here, const Overview& there, const Json& params,
           SplitMix64& random)
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
    std::optional<Patch> draw(SplitMix64& random) const {
        const cv::Rect all({}, scene_.partner().size());
        const double x = random.uniform(0, all.width);
        const double y = random.uniform(0, all.height);
        const cv::Rect from = cv::Rect(static_cast<int>(x - halfWidth_), static_cast<int>(y - halfHeight_),
                                       static_cast<int>(2 * halfWidth_), static_cast<int>(2 * halfHeight_)) &
                              all;
        if (from.area() < kLeastPixels || shareOf(there_.product(there_.area(from))) <= least_)
            return std::nullopt;
        const cv::Size size(scaled(from.width, scene_.size().width),
                            scaled(from.height, scene_.size().height));
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

    /// How far the rim is from fitting, for how much there is to see inside: lower is better.
    double misfit(const Patch& patch) const {
        constexpr double kGrain = 2;  // grey levels
        const cv::Rect to = here_.area(patch.to);
        const cv::Rect from = there_.area(patch.from);
        cv::Mat mask = sized(there_.product(from), to.size(), cv::INTER_NEAREST) | here_.product(to);
        cv::rectangle(mask, {{}, mask.size()}, cv::Scalar(0));
        cv::Mat inner;
        cv::erode(mask, inner, cv::Mat());
        const cv::Mat rim = mask & (inner == 0);
        if (cv::countNonZero(rim) == 0 || cv::countNonZero(inner) == 0)
            return std::numeric_limits<double>::max();
        const cv::Mat step = here_.rgb(to) - sized(there_.rgb(from), to.size(), cv::INTER_LINEAR);
        return (deviationOf(step, rim) + kGrain) / (deviationOf(step, inner) + kGrain);
    }

private:
    int scaled(int length, int side) const {
        return std::clamp(static_cast<int>(std::lround(length * scale_)), 4,
                          std::max(4, static_cast<int>(std::min(most_, 1.0) * side)));
    }
    static cv::Mat sized(const cv::Mat& picture, cv::Size size, int interpolation) {
        cv::Mat result;
        cv::resize(picture, result, size, 0, 0, interpolation);
        return result;
    }

    const DefectScene& scene_;
    const Overview& here_;
    const Overview& there_;
    double least_;
    double halfWidth_;
    double halfHeight_;
    double scale_ = 1;
    double most_ = 1;
};

std::optional<Patch> drawPatch(const Places& places, int wanted, SplitMix64& random) {
    std::optional<Patch> best;
    double least = std::numeric_limits<double>::max();
    int found = 0;
    for (int i = 0; i < kTries && found < wanted; ++i) {
        const std::optional<Patch> patch = places.draw(random);
        if (!patch) continue;
        ++found;
        const double misfit = wanted == 1 ? 0 : places.misfit(*patch);
        if (misfit >= least) continue;
        least = misfit;
        best = patch;
    }
    return best;
}

/// For each pixel by how much it is to exceed its neighbours: at each step the larger one of the two
/// pictures' (Pérez et al. 2003, eq. 12).
cv::Mat largerSteps(const cv::Mat& source, const cv::Mat& target) {
    cv::Mat steps = cv::Mat::zeros(source.size(), CV_32FC3);
    const auto add = [&](cv::Point a, cv::Point b) {
        for (int c = 0; c < 3; ++c) {
            const float own = source.at<cv::Vec3f>(a)[c] - source.at<cv::Vec3f>(b)[c];
            const float there = target.at<cv::Vec3f>(a)[c] - target.at<cv::Vec3f>(b)[c];
            const float step = std::abs(there) > std::abs(own) ? there : own;
            steps.at<cv::Vec3f>(a)[c] += step;
            steps.at<cv::Vec3f>(b)[c] -= step;
        }
    };
    for (int y = 0; y < steps.rows; ++y) {
        for (int x = 0; x < steps.cols; ++x) {
            if (x + 1 < steps.cols) add({x, y}, {x + 1, y});
            if (y + 1 < steps.rows) add({x, y}, {x, y + 1});
        }
    }
    return steps;
}

/// The patch as it looks where it goes, inside `mask`; led over to the rim where the two `agree`.
void clone(cv::Mat& rgb, const cv::Mat& source, const cv::Rect& to, const cv::Mat& mask, const cv::Mat& agree,
           bool mixed) {
    cv::Mat borrowed;
    source.convertTo(borrowed, CV_32FC3);
    cv::Mat target;
    rgb(to).convertTo(target, CV_32FC3);
    const cv::Mat result = mixed
                               ? integrated(target, mask, largerSteps(borrowed, target))
                               : cv::Mat(borrowed + stretched(target - borrowed, mask, agree & (mask == 0)));
    cv::Mat rounded;
    result.convertTo(rounded, CV_8UC3);
    rounded.copyTo(rgb(to), mask);
}

/// The channels' medians along the rim of `mask`.
cv::Vec3f usualStep(const cv::Mat& step, const cv::Mat& mask) {
    cv::Mat inner;
    cv::erode(mask, inner, cv::Mat());
    std::vector<cv::Point> rim;
    cv::findNonZero(mask & (inner == 0), rim);
    cv::Vec3f usual;
    for (int c = 0; c < 3 && !rim.empty(); ++c) {
        std::vector<double> values;
        values.reserve(rim.size());
        for (const cv::Point& point : rim)
            values.push_back(step.at<cv::Vec3f>(point)[c]);
        usual[c] = static_cast<float>(medianOf(std::move(values)));
    }
    return usual;
}

/// Without crumbs beside the larger pieces.
void keepLarge(cv::Mat& mask) {
    constexpr int kShare = 8;
    cv::Mat numbers;
    cv::Mat facts;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mask, numbers, facts, centres, 8, CV_32S);
    int largest = 0;
    for (int i = 1; i < count; ++i)
        largest = std::max(largest, facts.at<int>(i, cv::CC_STAT_AREA));
    for (int i = 1; i < count; ++i) {
        if (facts.at<int>(i, cv::CC_STAT_AREA) < std::max(kLeastPixels, largest / kShare))
            mask.setTo(0, numbers == i);
    }
}

/// Takes pixels from the rim of `mask` inwards for as long as the step there is more than `most` grey levels
/// off the usual one. Returns where the pictures agree, so that a rim there may be led over.
cv::Mat drawIn(cv::Mat& mask, const cv::Mat& source, const cv::Mat& target, double most) {
    static const std::array<cv::Point, 4> kNeighbours{{{-1, 0}, {1, 0}, {0, -1}, {0, 1}}};
    cv::Mat step;
    cv::subtract(target, source, step, cv::noArray(), CV_32F);
    cv::GaussianBlur(step, step, {3, 3}, 0);
    const cv::Vec3f usual = usualStep(step, mask);
    cv::Mat agree(mask.size(), CV_8UC1);
    for (int y = 0; y < mask.rows; ++y) {
        for (int x = 0; x < mask.cols; ++x) {
            const cv::Vec3f off = step.at<cv::Vec3f>(y, x) - usual;
            agree.at<std::uint8_t>(y, x) =
                std::max({std::abs(off[0]), std::abs(off[1]), std::abs(off[2])}) <= most ? 255 : 0;
        }
    }
    const cv::Rect all({}, mask.size());
    std::vector<cv::Point> waiting;
    cv::findNonZero(mask == 0, waiting);
    while (!waiting.empty()) {
        const cv::Point point = waiting.back();
        waiting.pop_back();
        for (const cv::Point& by : kNeighbours) {
            const cv::Point next = point + by;
            if (!all.contains(next) || mask.at<std::uint8_t>(next) == 0 || agree.at<std::uint8_t>(next) != 0)
                continue;
            mask.at<std::uint8_t>(next) = 0;
            waiting.push_back(next);
        }
    }
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, cv::Mat::ones(3, 3, CV_8UC1));
    keepLarge(mask);
    return agree;
}

/// Whether the change is more than grain somewhere: a patch that fits in everywhere is no defect.
bool isSeen(const cv::Mat& before, const cv::Mat& after, std::size_t picturePixels) {
    constexpr std::size_t kOfPicture = 2000;
    constexpr double kClear = 24;  // grey levels, mean of the channels
    cv::Mat difference;
    cv::absdiff(before, after, difference);
    cv::Mat mean;
    cv::transform(difference, mean, cv::Matx13f::all(1.0F / 3));
    return cv::countNonZero(mean > kClear) >=
           std::max(kLeastPixels, static_cast<int>(picturePixels / kOfPicture));
}

bool blendPatch(const DefectScene& scene, const Patch& patch, const Json& params, DefectDraft& draft) {
    constexpr double kEdge = 0.006;  // of the side: the blurred edge of a product belongs to it
    cv::Mat source;
    cv::resize(scene.partner().rgb()(patch.from), source, patch.to.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat object;
    cv::resize(scene.partner().product()(patch.from), object, patch.to.size(), 0, 0, cv::INTER_NEAREST);
    cv::Mat mask = object | scene.product()(patch.to);
    const int edge = 2 * std::max(1, static_cast<int>(std::lround(kEdge * scene.side()))) + 1;
    cv::dilate(mask, mask, cv::getStructuringElement(cv::MORPH_ELLIPSE, {edge, edge}));
    cv::rectangle(mask, {{}, mask.size()}, cv::Scalar(0));
    const double most = params.at("seam").get<double>();
    cv::Mat agree(mask.size(), CV_8UC1, cv::Scalar(255));
    if (most < 255) agree = drawIn(mask, source, draft.rgb(patch.to), most);
    if (cv::countNonZero(mask) < kLeastPixels) return false;
    cv::Mat rgb = draft.rgb.clone();
    clone(rgb, source, patch.to, mask, agree, params.at("mixed").get<bool>());
    if (!isSeen(draft.rgb(patch.to), rgb(patch.to), rgb.total())) return false;
    draft.rgb = rgb;
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
    const Overview here(scene, scene.wantedMask());
    const Overview there(scene.partner(), scene.partner().product());
    const int most = params.at("patches").get<int>();
    const int wanted = params.at("places").get<int>();
    const auto blended = [&] {
        for (int i = 0; i < kPatchTries; ++i) {
            const std::optional<Patch> patch =
                drawPatch(Places(scene, here, there, params, random), wanted, random);
            if (patch && blendPatch(scene, *patch, params, draft)) return true;
        }
        return false;
    };
    if (!blended()) return {};
    for (int i = 1; i < most; ++i) {
        if (random.uniform() < 0.5) blended();
    }
    draft.region &= labelOf(scene.rgb(), draft.rgb);
    return draft;
}

}  // namespace segad
