// Pieces of the product that are not where they belong. The shape is the segment's; its surroundings are
// those of the pictured product, so that the result looks like a photograph of such a part.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>

#include "core/defect/kinds_p.h"
#include "core/defect/membrane.h"

namespace segad {

namespace {
/// A larger piece is nearly all of the picture: nothing would be left to fill from or to move against.
constexpr double kLargestMoved = 0.6;

/// The connected piece of the segment at `point`; CV_8UC1.
cv::Mat pieceAt(const cv::Mat& segment, cv::Point point) {
    cv::Mat numbers;
    cv::connectedComponents(segment, numbers, 8, CV_32S);
    const int number = numbers.at<int>(point);
    return number == 0 ? cv::Mat::zeros(segment.size(), CV_8UC1) : cv::Mat(numbers == number);
}

cv::Mat grown(const cv::Mat& mask, double pixels) {
    if (pixels < 1) return mask.clone();
    cv::Mat distance;
    cv::distanceTransform(mask == 0, distance, cv::DIST_L2, cv::DIST_MASK_3);
    return distance <= pixels;
}

/// What lies around the hole most: the pixels of that segment, everywhere. Without any other segment: all.
cv::Mat surroundingsOf(const DefectScene& scene, const cv::Mat& hole, int segment) {
    const cv::Mat ring = grown(hole, 3) & (hole == 0) & (scene.labels() != segment);
    std::array<int, 256> counts{};
    const cv::Rect bounds = boundsOf(ring, 0);
    for (int y = bounds.y; y < bounds.br().y; ++y) {
        for (int x = bounds.x; x < bounds.br().x; ++x) {
            if (ring.at<std::uint8_t>(y, x) != 0) ++counts.at(scene.labels().at<std::uint8_t>(y, x));
        }
    }
    const auto most = std::ranges::max_element(counts);
    if (*most == 0) return cv::Mat(scene.size(), CV_8UC1, 255);
    return scene.labels() == static_cast<int>(most - counts.begin());
}

/// Where the surroundings are in shadow: clearly darker than most of them.
cv::Mat shadowsOn(const DefectScene& scene, const cv::Mat& surroundings) {
    constexpr double kDarker = 0.82;
    cv::Mat grey;
    cv::cvtColor(scene.rgb(), grey, cv::COLOR_RGB2GRAY);
    // The grain of the ground is no shadow.
    cv::GaussianBlur(grey, grey, {}, std::max(1.0, scene.side() / 250.0));
    std::array<std::int64_t, 256> counts{};
    std::int64_t total = 0;
    for (int y = 0; y < grey.rows; ++y) {
        const auto* row = grey.ptr<std::uint8_t>(y);
        const auto* on = surroundings.ptr<std::uint8_t>(y);
        for (int x = 0; x < grey.cols; ++x) {
            if (on[x] == 0) continue;
            ++counts.at(row[x]);
            ++total;
        }
    }
    int median = 0;
    for (std::int64_t below = counts[0]; 2 * below < total;
         below += counts.at(static_cast<std::size_t>(median)))
        ++median;
    return surroundings & (grey < kDarker * median);
}

/// The hole with the shadow that the piece throws: dark surroundings that touch it, with their soft edge.
cv::Mat withShadow(const DefectScene& scene, const cv::Mat& hole, const cv::Mat& surroundings,
                   const cv::Mat& shadows) {
    constexpr double kReach = 0.5;       // of the piece's width
    constexpr double kPenumbra = 0.012;  // of the picture's side
    const double reach = kReach * std::sqrt(cv::countNonZero(hole));
    const cv::Mat joined = hole | (shadows & grown(hole, reach));
    cv::Mat numbers;
    const int count = cv::connectedComponents(joined, numbers, 8, CV_32S);
    std::vector<bool> touches(static_cast<std::size_t>(count), false);
    for (int y = 0; y < hole.rows; ++y) {
        for (int x = 0; x < hole.cols; ++x) {
            if (hole.at<std::uint8_t>(y, x) != 0)
                touches[static_cast<std::size_t>(numbers.at<int>(y, x))] = true;
        }
    }
    cv::Mat result = hole.clone();
    for (int y = 0; y < hole.rows; ++y) {
        for (int x = 0; x < hole.cols; ++x) {
            const int number = numbers.at<int>(y, x);
            if (number > 0 && touches[static_cast<std::size_t>(number)]) result.at<std::uint8_t>(y, x) = 255;
        }
    }
    if (cv::countNonZero(result) == cv::countNonZero(hole)) return result;
    // Not over the neighbours.
    const cv::Mat soft = grown(result, kPenumbra * scene.side());
    return result | (soft & surroundings);
}

/// Surroundings to fill the hole from: neither shadow nor the edge of another piece, whose colour spills
/// over.
cv::Mat cleanGround(const cv::Mat& surroundings, const cv::Mat& shadows, const cv::Mat& hole, double margin) {
    const cv::Mat others = grown((surroundings == 0) & (hole == 0), std::max(margin, 1.0));
    return surroundings & (shadows == 0) & (others == 0);
}

/// A pixel on the edge of the piece, each as likely; the middle of a piece without one.
cv::Point drawEdgePoint(const cv::Mat& piece, cv::Point otherwise, SplitMix64& random) {
    cv::Mat inner;
    // Beyond the picture the piece goes on: its end is no edge.
    cv::erode(piece, inner, cv::Mat(), {-1, -1}, 1, cv::BORDER_CONSTANT, cv::Scalar::all(255));
    std::vector<cv::Point> edge;
    cv::findNonZero(piece & (inner == 0), edge);
    return edge.empty() ? otherwise : edge[random.below(edge.size())];
}

/// A roundish, uneven shape; CV_8UC1.
cv::Mat drawBite(cv::Size picture, cv::Point centre, double diameter, SplitMix64& random) {
    constexpr int kCorners = 72;
    constexpr std::array<double, 4> kWaves{0.16, 0.11, 0.07, 0.05};
    std::array<double, kWaves.size()> phases{};
    for (double& phase : phases)
        phase = random.uniform(0, 2 * std::numbers::pi);
    std::vector<cv::Point> outline;
    for (int i = 0; i < kCorners; ++i) {
        const double angle = 2 * std::numbers::pi * i / kCorners;
        double radius = diameter / 2;
        for (std::size_t k = 0; k < kWaves.size(); ++k)
            radius *= 1 + kWaves.at(k) * std::sin(static_cast<double>(k + 2) * angle + phases.at(k));
        outline.emplace_back(static_cast<int>(std::lround(centre.x + radius * std::cos(angle))),
                             static_cast<int>(std::lround(centre.y + radius * std::sin(angle))));
    }
    cv::Mat bite = cv::Mat::zeros(picture, CV_8UC1);
    cv::fillPoly(bite, std::vector<std::vector<cv::Point>>{outline}, cv::Scalar(255));
    return bite;
}

double marginOf(const DefectScene& scene, const Json& params) {
    return params.at("margin").get<double>() / 100 * scene.side();
}
}  // namespace

DefectDraft drawMissing(const DefectScene& scene, const Json& params, SplitMix64& random) {
    const int segment = scene.drawSegment(random);
    const cv::Point point = scene.drawPoint(segment, random);
    const double diameter = drawSize(scene, params, "bite", random, 3);
    const cv::Mat piece = pieceAt(scene.labels() == segment, point);
    const double share = static_cast<double>(cv::countNonZero(piece)) / static_cast<double>(piece.total());
    const double margin = marginOf(scene, params);
    cv::Mat hole = grown(piece, margin);
    const cv::Mat surroundings = surroundingsOf(scene, hole, segment);
    const cv::Mat shadows = shadowsOn(scene, surroundings);
    if (share > params.at("whole_up_to").get<double>()) {
        hole &= drawBite(scene.size(), drawEdgePoint(piece, point, random), diameter, random);
    } else {
        hole = withShadow(scene, hole, surroundings, shadows);
    }
    return {
        .rgb = filledFromAround(scene.rgb(), hole, cleanGround(surroundings, shadows, hole, margin), random),
        .region = hole,
        .segment = segment};
}

DefectDraft drawDisplaced(const DefectScene& scene, const Json& params, SplitMix64& random) {
    const int segment = scene.drawSegment(random);
    const cv::Point point = scene.drawPoint(segment, random);
    const double shift = drawSize(scene, params, "shift", random, 0);
    const double direction = random.uniform(0, 2 * std::numbers::pi);
    const double degrees = drawBetween(params, "turn", random) * (random.uniform() < 0.5 ? -1 : 1);
    const cv::Mat piece = pieceAt(scene.maskOf(segment), point);
    const cv::Rect bounds = boundsOf(piece, 0);
    if (bounds.empty() || cv::countNonZero(piece) > kLargestMoved * static_cast<double>(piece.total()))
        return {};

    const double margin = marginOf(scene, params);
    const cv::Mat body = grown(piece, margin);
    const cv::Mat surroundings = surroundingsOf(scene, body, segment);
    const cv::Mat shadows = shadowsOn(scene, surroundings);
    const cv::Mat hole = withShadow(scene, body, surroundings, shadows);
    DefectDraft draft{
        .rgb = filledFromAround(scene.rgb(), hole, cleanGround(surroundings, shadows, hole, margin), random),
        .segment = segment};

    cv::Mat movement = cv::getRotationMatrix2D(
        {static_cast<float>(bounds.x + bounds.br().x) / 2, static_cast<float>(bounds.y + bounds.br().y) / 2},
        degrees, 1);
    movement.at<double>(0, 2) += shift * std::cos(direction);
    movement.at<double>(1, 2) += shift * std::sin(direction);
    cv::Mat moved;
    cv::Mat alpha;
    cv::warpAffine(scene.rgb(), moved, movement, scene.size(), cv::INTER_LINEAR, cv::BORDER_REFLECT_101);
    cv::warpAffine(softened(hole, std::max(1.0, margin / 2)), alpha, movement, scene.size());
    blendInto(draft.rgb, {{}, scene.size()}, moved, alpha);
    draft.region = hole | (alpha > 0);
    return draft;
}

}  // namespace segad
