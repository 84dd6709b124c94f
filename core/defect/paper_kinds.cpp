// SegAD's own three (Baitieva et al. 2024, supplement A.2; generated_defects.md § 1, where the sizes that the
// paper leaves open are chosen).
#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/defect/kinds_p.h"
#include "core/defect/membrane.h"

namespace segad {

namespace {
constexpr double kLeastSigma = 2;  // pixels

cv::Rect windowAround(cv::Point centre, double width, double height, cv::Size picture) {
    const int w = std::max(1, static_cast<int>(std::lround(width)));
    const int h = std::max(1, static_cast<int>(std::lround(height)));
    return cv::Rect(centre.x - w / 2, centre.y - h / 2, w, h) & cv::Rect({}, picture);
}

/// Covers a turned rectangle with one colour.
DefectDraft painted(const DefectScene& scene, cv::Point centre, cv::Size2d size, double degrees,
                    const cv::Vec3d& colour, double opacity) {
    DefectDraft draft{.rgb = scene.rgb().clone()};
    const cv::Rect area = rectangleArea(centre, size.width, size.height, degrees, scene.size());
    const cv::Mat coverage = rectangleCoverage(centre, size.width, size.height, degrees, area);
    const cv::Mat paint(area.size(), CV_8UC3, cv::Scalar(colour[0], colour[1], colour[2]));
    blendInto(draft.rgb, area, paint, coverage * opacity);
    draft.region = cv::Mat::zeros(scene.size(), CV_8UC1);
    draft.region(area).setTo(255, coverage > 0);
    return draft;
}
}  // namespace

DefectDraft drawBlur(const DefectScene& scene, const Json& params, SplitMix64& random) {
    const int segment = scene.drawSegment(random);
    const cv::Point centre = scene.drawPoint(segment, random);
    const double width = drawSize(scene, params, "size", random);
    const double height = drawSize(scene, params, "size", random);
    const double sigma = drawSize(scene, params, "blur", random, kLeastSigma);
    const cv::Rect window = windowAround(centre, width, height, scene.size());

    // As if the whole picture were blurred: the surroundings come along as far as the kernel reaches.
    const int reach = static_cast<int>(std::ceil(3 * sigma));
    const cv::Rect around =
        cv::Rect(window.x - reach, window.y - reach, window.width + 2 * reach, window.height + 2 * reach) &
        cv::Rect({}, scene.size());
    cv::Mat blurred;
    cv::GaussianBlur(scene.rgb()(around), blurred, {2 * reach + 1, 2 * reach + 1}, sigma, sigma,
                     cv::BORDER_REFLECT_101);

    DefectDraft draft{.rgb = scene.rgb().clone(), .segment = segment};
    draft.region = cv::Mat::zeros(scene.size(), CV_8UC1);
    draft.region(window) = scene.labels()(window) == segment;
    blendInto(draft.rgb, window, blurred(window - around.tl()),
              softened(draft.region(around), 1)(window - around.tl()));
    return draft;
}

DefectDraft drawRectangle(const DefectScene& scene, const Json& params, SplitMix64& random) {
    const int segment = scene.drawSegment(random);
    const cv::Point centre = scene.drawPoint(segment, random);
    const double width = drawSize(scene, params, "size", random);
    const double height = drawSize(scene, params, "size", random);
    const double degrees = random.uniform(0, 180);
    const cv::Vec3d colour = drawForeignColour(scene, random);
    const double opacity = drawBetween(params, "opacity", random);
    DefectDraft draft = painted(scene, centre, {width, height}, degrees, colour, opacity);
    draft.segment = segment;
    return draft;
}

DefectDraft drawThinRectangle(const DefectScene& scene, const Json& params, SplitMix64& random) {
    constexpr double kDark = 60;
    constexpr double kBright = 195;
    const int segment = scene.drawSegment(random);
    const cv::Point centre = scene.drawPoint(segment, random);
    const double length = drawSize(scene, params, "length", random);
    const double width = drawSize(scene, params, "width", random);
    const double degrees = random.uniform(0, 180);
    const double chance = random.uniform();
    cv::Vec3d colour;
    if (chance < 0.25) {
        colour = cv::Vec3d::all(random.uniform(0, kDark));
    } else if (chance < 0.5) {
        colour = cv::Vec3d::all(random.uniform(kBright, 255));
    } else {
        colour = drawForeignColour(scene, random);
    }
    const double opacity = drawBetween(params, "opacity", random);
    DefectDraft draft = painted(scene, centre, {length, width}, degrees, colour, opacity);
    draft.segment = segment;
    return draft;
}

}  // namespace segad
