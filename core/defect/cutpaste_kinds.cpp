// CutPaste, normal and scar (Li et al. 2021, § 2.3; generated_defects.md § 2.2).
#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/defect/kinds_p.h"
#include "core/image/colour_jitter.h"

namespace segad {

namespace {
constexpr double kAspect = 0.3;
constexpr double kTurn = 45;  // degrees, either way

cv::Point drawCorner(cv::Size room, SplitMix64& random) {
    const int x = static_cast<int>(random.below(static_cast<std::uint64_t>(room.width) + 1));
    const int y = static_cast<int>(random.below(static_cast<std::uint64_t>(room.height) + 1));
    return {x, y};
}

/// Where a piece of `size` goes: its middle on a wanted segment, or anywhere; wholly inside the picture.
cv::Rect drawTarget(const DefectScene& scene, cv::Size size, bool onProduct, int& segment,
                    SplitMix64& random) {
    const cv::Size room(scene.size().width - size.width, scene.size().height - size.height);
    if (!onProduct) return {drawCorner(room, random), size};
    segment = scene.drawSegment(random);
    const cv::Point middle = scene.drawPoint(segment, random);
    return {std::clamp(middle.x - size.width / 2, 0, room.width),
            std::clamp(middle.y - size.height / 2, 0, room.height), size.width, size.height};
}

cv::Mat drawPiece(const DefectScene& scene, cv::Size size, const Json& params, SplitMix64& random) {
    const cv::Point corner =
        drawCorner({scene.size().width - size.width, scene.size().height - size.height}, random);
    return jitterColours(scene.rgb()(cv::Rect(corner, size)), params.at("jitter").get<double>(), random);
}

int sideOf(double length, int most) {
    return std::clamp(static_cast<int>(std::lround(length)), 1, most);
}

DefectDraft pasted(const DefectScene& scene, const cv::Mat& piece, const cv::Mat& alpha,
                   const cv::Rect& target) {
    DefectDraft draft{.rgb = scene.rgb().clone(), .region = cv::Mat::zeros(scene.size(), CV_8UC1)};
    blendInto(draft.rgb, target, piece, alpha);
    draft.region(target).setTo(255, alpha > 0);
    return draft;
}
}  // namespace

DefectDraft drawCutPaste(const DefectScene& scene, const Json& params, SplitMix64& random) {
    const double area = drawBetween(params, "area", random) * static_cast<double>(scene.rgb().total());
    const double aspect = std::exp(random.uniform(std::log(kAspect), std::log(1 / kAspect)));
    const cv::Size size(sideOf(std::sqrt(area * aspect), scene.size().width),
                        sideOf(std::sqrt(area / aspect), scene.size().height));
    const cv::Mat piece = drawPiece(scene, size, params, random);
    int segment = -1;
    const cv::Rect target = drawTarget(scene, size, params.at("on_product").get<bool>(), segment, random);
    DefectDraft draft = pasted(scene, piece, cv::Mat(size, CV_32FC1, cv::Scalar(1)), target);
    draft.segment = segment;
    return draft;
}

DefectDraft drawCutPasteScar(const DefectScene& scene, const Json& params, SplitMix64& random) {
    const double width = drawSize(scene, params, "width", random, 2);
    const double length = drawSize(scene, params, "length", random, 2);
    const double degrees = random.uniform(-kTurn, kTurn);
    const cv::Size size(sideOf(width, scene.size().width), sideOf(length, scene.size().height));
    const cv::Mat piece = drawPiece(scene, size, params, random);

    // Turned with room for its corners, cut off only when the picture itself is smaller.
    const int across = static_cast<int>(std::ceil(std::hypot(size.width, size.height))) + 1;
    const cv::Size turnedSize(std::min(across, scene.size().width), std::min(across, scene.size().height));
    cv::Mat rotation = cv::getRotationMatrix2D(
        {static_cast<float>(size.width - 1) / 2, static_cast<float>(size.height - 1) / 2}, degrees, 1);
    rotation.at<double>(0, 2) += (turnedSize.width - size.width) / 2.0;
    rotation.at<double>(1, 2) += (turnedSize.height - size.height) / 2.0;
    cv::Mat turned;
    cv::Mat alpha;
    cv::warpAffine(piece, turned, rotation, turnedSize, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::warpAffine(cv::Mat(size, CV_32FC1, cv::Scalar(1)), alpha, rotation, turnedSize);
    int segment = -1;
    const cv::Rect target =
        drawTarget(scene, turnedSize, params.at("on_product").get<bool>(), segment, random);
    DefectDraft draft = pasted(scene, turned, alpha, target);
    draft.segment = segment;
    return draft;
}

}  // namespace segad
