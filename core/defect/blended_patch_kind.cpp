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
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/base/median.h"
#include "core/defect/kinds_p.h"
#include "core/defect/membrane.h"
#include "core/defect/patch_places.h"

namespace segad {

namespace {
constexpr int kPatchTries = 4;         // for one that can be seen
constexpr double kLabelThreshold = 1;  // grey levels

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

/// The patch as it looks where it goes, inside `mask`; led over to the rim where the two `agree`. CV_32FC3.
cv::Mat cloned(const cv::Mat& source, const cv::Mat& target, const cv::Mat& mask, const cv::Mat& agree,
               bool mixed) {
    if (mixed) return integrated(target, mask, largerSteps(source, target));
    return source + stretched(target - source, mask, agree & (mask == 0));
}

/// How steep the brightness is: grey levels per pixel, CV_32FC1.
cv::Mat slopeOf(const cv::Mat& rgb) {
    cv::Mat grey;
    cv::transform(rgb, grey, cv::Matx13f::all(1.0F / 3));
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(grey, dx, CV_32F, 1, 0, 3, 1.0 / 8);
    cv::Sobel(grey, dy, CV_32F, 0, 1, 3, 1.0 / 8);
    cv::Mat slope;
    cv::magnitude(dx, dy, slope);
    return slope;
}

/// Whether leading over has left shades that neither picture has: when they are much of what there is to see,
/// or steeper than the texture they lie on. On a flat ground everybody sees them.
bool isSmeared(const cv::Mat& source, const cv::Mat& target, const cv::Mat& result, const cv::Mat& mask) {
    constexpr double kMostShade = 0.6;  // of the change
    constexpr double kUnseen = 0.4;     // grey levels per pixel
    constexpr double kSteepest = 0.9;   // of the pixels are less steep
    const cv::Mat change = cv::min(cv::max(result, 0), 255) - target;
    if (deviationOf(result - source, mask) > kMostShade * deviationOf(change, mask)) return true;
    cv::Mat inner;
    cv::erode(mask, inner, cv::Mat(), {-1, -1}, 2);
    std::vector<cv::Point> pixels;
    cv::findNonZero(inner, pixels);
    if (pixels.empty()) return false;
    const cv::Mat added = slopeOf(result - source);
    const cv::Mat own = cv::max(slopeOf(target), slopeOf(source));
    std::vector<double> shades;
    std::vector<double> texture;
    for (const cv::Point& at : pixels) {
        shades.push_back(static_cast<double>(added.at<float>(at)));
        texture.push_back(static_cast<double>(own.at<float>(at)));
    }
    const auto steep =
        shades.begin() + static_cast<std::ptrdiff_t>(kSteepest * static_cast<double>(shades.size()));
    std::ranges::nth_element(shades, steep);
    return *steep > kUnseen + medianOf(std::move(texture));
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
        if (facts.at<int>(i, cv::CC_STAT_AREA) < std::max(PatchPlaces::kLeastPixels, largest / kShare))
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
    const cv::Vec3f usual = usualStep(step, rimOf(mask));
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

/// Whether the change is more than grain somewhere: a patch that fits in everywhere is no defect, nor is an
/// edge that lies a pixel elsewhere.
bool isSeen(const cv::Mat& before, const cv::Mat& after, std::size_t picturePixels) {
    constexpr std::size_t kOfPicture = 2000;
    constexpr double kClear = 24;    // grey levels, mean of the channels
    constexpr double kThin = 0.006;  // of the side
    cv::Mat difference;
    cv::absdiff(before, after, difference);
    cv::Mat mean;
    cv::transform(difference, mean, cv::Matx13f::all(1.0F / 3));
    cv::Mat clear = mean > kClear;
    const int thick =
        std::max(3, static_cast<int>(std::lround(kThin * std::sqrt(static_cast<double>(picturePixels)))));
    cv::morphologyEx(clear, clear, cv::MORPH_OPEN, cv::Mat::ones(thick, thick, CV_8UC1));
    return cv::countNonZero(clear) >=
           std::max(PatchPlaces::kLeastPixels, static_cast<int>(picturePixels / kOfPicture));
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
    if (cv::countNonZero(mask) < PatchPlaces::kLeastPixels) return false;
    cv::Mat borrowed;
    source.convertTo(borrowed, CV_32FC3);
    cv::Mat target;
    draft.rgb(patch.to).convertTo(target, CV_32FC3);
    const cv::Mat result = cloned(borrowed, target, mask, agree, params.at("mixed").get<bool>());
    if (most < 255 && isSmeared(borrowed, target, result, mask)) return false;
    cv::Mat rounded;
    result.convertTo(rounded, CV_8UC3);
    cv::Mat rgb = draft.rgb.clone();
    rounded.copyTo(rgb(patch.to), mask);
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
    const PatchOverview here(scene, scene.wantedMask());
    const PatchOverview there(scene.partner(), scene.partner().product());
    const int most = params.at("patches").get<int>();
    const int wanted = params.at("places").get<int>();
    const auto blended = [&] {
        for (int i = 0; i < kPatchTries; ++i) {
            const std::optional<Patch> patch =
                PatchPlaces(scene, here, there, params, random).draw(wanted, random);
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
