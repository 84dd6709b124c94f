// Pieces of the product that are not where they belong. The shape is the segment's; its surroundings are
// those of the pictured product, so that the result looks like a photograph of such a part.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/base/median.h"
#include "core/defect/inpaint.h"
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

/// What the piece lies on: the segments that make up its surroundings and are larger than it. Its small
/// neighbours (a wire that ends at it) lie there, too, and stay. Without any other segment: all.
struct Ground {
    std::vector<int> segments;
    cv::Mat mask;  ///< CV_8UC1, 255 on any of them
};

Ground groundOf(const DefectScene& scene, const cv::Mat& piece, int segment) {
    constexpr double kLeastShare = 0.08;  // of the rim
    constexpr double kRim = 0.012;        // of the side
    const cv::Mat rim = grown(piece, std::max(3.0, kRim * scene.side())) & (scene.labels() != segment);
    std::array<int, 256> counts{};
    const cv::Rect bounds = boundsOf(rim, 0);
    int total = 0;
    for (int y = bounds.y; y < bounds.br().y; ++y) {
        for (int x = bounds.x; x < bounds.br().x; ++x) {
            if (rim.at<std::uint8_t>(y, x) == 0) continue;
            ++counts.at(scene.labels().at<std::uint8_t>(y, x));
            ++total;
        }
    }
    if (total == 0) return {.mask = cv::Mat(scene.size(), CV_8UC1, 255)};
    Ground ground{.mask = cv::Mat::zeros(scene.size(), CV_8UC1)};
    const auto most = std::ranges::max_element(counts) - counts.begin();
    const int size = cv::countNonZero(piece);
    for (int label = 0; label < static_cast<int>(counts.size()); ++label) {
        if (counts.at(static_cast<std::size_t>(label)) < kLeastShare * total) continue;
        const cv::Mat mask = scene.labels() == label;
        if (label != most && cv::countNonZero(mask) < size) continue;
        ground.segments.push_back(label);
        ground.mask |= mask;
    }
    return ground;
}

/// Where a surface is clearly darker than it mostly is at `usual`; its grain is not.
cv::Mat darkOn(const cv::Mat& surface, const cv::Mat& usual, const cv::Mat& grey, double share,
               double deviations) {
    constexpr std::size_t kMost = 20'000;
    std::vector<cv::Point> points;
    cv::findNonZero(usual, points);
    std::vector<double> values;
    values.reserve(std::min(points.size(), kMost) + 1);
    for (std::size_t i = 0; i < points.size(); i += 1 + points.size() / kMost)
        values.push_back(grey.at<std::uint8_t>(points[i]));
    if (values.empty()) return cv::Mat::zeros(surface.size(), CV_8UC1);
    const double middle = medianOf(values);
    const double spread = medianDeviationOf(std::move(values), middle);
    return surface & (grey < middle - std::max(share * middle, deviations * spread));
}

struct Shadows {
    cv::Mat core;
    cv::Mat all;  ///< with the soft edge
};

/// Where the ground is in shadow, judged by what it looks like at `around` a piece.
Shadows shadowsOn(const DefectScene& scene, const Ground& ground, const cv::Mat& around) {
    constexpr int kEnough = 200;
    constexpr double kDark = 0.18;
    constexpr double kDim = 0.08;
    cv::Mat grey;
    cv::cvtColor(scene.rgb(), grey, cv::COLOR_RGB2GRAY);
    cv::GaussianBlur(grey, grey, {}, std::max(1.0, scene.side() / 250.0));
    Shadows shadows{cv::Mat::zeros(scene.size(), CV_8UC1), cv::Mat::zeros(scene.size(), CV_8UC1)};
    for (const int segment : ground.segments) {
        const cv::Mat surface = scene.labels() == segment;
        cv::Mat usual = surface & around;
        if (cv::countNonZero(usual) < kEnough) usual = surface;
        shadows.core |= darkOn(surface, usual, grey, kDark, 2);
        shadows.all |= darkOn(surface, usual, grey, kDim, 1);
    }
    return shadows;
}

/// Every connected piece of `mask` that touches `seed`.
cv::Mat touching(const cv::Mat& mask, const cv::Mat& seed) {
    cv::Mat numbers;
    const int count = cv::connectedComponents(mask, numbers, 8, CV_32S);
    std::vector<std::uint8_t> touches(static_cast<std::size_t>(count), 0);
    for (int y = 0; y < mask.rows; ++y) {
        for (int x = 0; x < mask.cols; ++x) {
            if (seed.at<std::uint8_t>(y, x) != 0)
                touches[static_cast<std::size_t>(numbers.at<int>(y, x))] = 255;
        }
    }
    touches[0] = 0;
    cv::Mat result = cv::Mat::zeros(mask.size(), CV_8UC1);
    for (int y = 0; y < mask.rows; ++y) {
        for (int x = 0; x < mask.cols; ++x)
            result.at<std::uint8_t>(y, x) = touches[static_cast<std::size_t>(numbers.at<int>(y, x))];
    }
    return result;
}

/// A piece with what belongs to it: its blurred edge and the shadow it throws on the ground. Its neighbours
/// and their edges stay as they are.
struct Body {
    cv::Mat mask;
    cv::Mat clean;  ///< ground that shows neither shadow nor the edge of anything
    double margin = 0;
};

Body bodyOf(const DefectScene& scene, const cv::Mat& piece, const Ground& ground, double margin) {
    constexpr double kReach = 0.8;       // of the piece's width
    constexpr double kPenumbra = 0.018;  // of the picture's side
    const cv::Mat others = (ground.mask == 0) & (piece == 0);
    const cv::Mat edges = grown(others, std::max(margin, 1.0));
    const double reach = kReach * std::sqrt(cv::countNonZero(piece));
    const Shadows shadows =
        shadowsOn(scene, ground, grown(piece, 2 * reach) & (grown(piece, reach / 2) == 0) & (edges == 0));
    const cv::Mat near = grown(piece, reach) & (edges == 0) & ground.mask;
    cv::Mat body = piece | (grown(piece, margin) & ground.mask);
    const cv::Mat core = touching(body | (shadows.core & near), body);
    if (cv::countNonZero(core & (body == 0)) > 0) {
        const cv::Mat soft = grown(core, kPenumbra * scene.side()) & near;
        body |= core | soft |
                (touching(core | (shadows.all & near), core) & grown(core, 2 * kPenumbra * scene.side()));
    }
    return {.mask = body,
            .clean = ground.mask & (shadows.all == 0) & (edges == 0) & (body == 0),
            .margin = margin};
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
/// How a piece slips: a turn about what holds it, and a shift. What goes on beyond the picture is held there;
/// a long piece turns less, so that its ends stay near where they were.
cv::Mat drawMovement(const DefectScene& scene, const cv::Mat& piece, const Json& params, SplitMix64& random) {
    const double shift = drawSize(scene, params, "shift", random, 0);
    const double direction = random.uniform(0, 2 * std::numbers::pi);
    const double wanted = drawBetween(params, "turn", random);
    const double sense = random.uniform() < 0.5 ? -1 : 1;
    const cv::Rect bounds = boundsOf(piece, 0);
    cv::Mat frame(scene.size(), CV_8UC1, 255);
    frame(cv::Rect(1, 1, std::max(0, frame.cols - 2), std::max(0, frame.rows - 2))) = 0;
    const cv::Mat holds = piece & frame;
    cv::Mat numbers;
    const cv::Rect hold = boundsOf(holds, 0);
    const bool heldFast = cv::connectedComponents(holds, numbers, 8, CV_32S) > 2 ||
                          2 * std::max(hold.width, hold.height) > std::max(bounds.width, bounds.height);
    const cv::Moments held = cv::moments(holds, true);
    const cv::Point2d pivot = held.m00 > 0
                                  ? cv::Point2d(held.m10 / held.m00, held.m01 / held.m00)
                                  : cv::Point2d(bounds.x + bounds.br().x, bounds.y + bounds.br().y) / 2;
    double farthest = 1;
    for (const cv::Point2d& corner :
         {cv::Point2d(bounds.tl()), cv::Point2d(bounds.br()), cv::Point2d(bounds.x, bounds.br().y),
          cv::Point2d(bounds.br().x, bounds.y)})
        farthest = std::max(farthest, cv::norm(corner - pivot));
    const double most = std::max(params.at("shift_min").get<double>(), params.at("shift_max").get<double>()) /
                        100 * scene.side();
    const double largest =
        heldFast ? 0 : std::asin(std::min(1.0, 1.5 * most / farthest)) * 180 / std::numbers::pi;
    cv::Mat movement = cv::getRotationMatrix2D(cv::Point2f(pivot), sense * std::min(wanted, largest), 1);
    movement.at<double>(0, 2) += shift * std::cos(direction);
    movement.at<double>(1, 2) += shift * std::sin(direction);
    return movement;
}
}  // namespace

DefectDraft drawMissing(const DefectScene& scene, const Json& params, SplitMix64& random) {
    const int segment = scene.drawSegment(random);
    const cv::Point point = scene.drawPoint(segment, random);
    const double diameter = drawSize(scene, params, "bite", random, 3);
    const cv::Mat piece = pieceAt(scene.labels() == segment, point);
    const double share = static_cast<double>(cv::countNonZero(piece)) / static_cast<double>(piece.total());
    const Ground ground = groundOf(scene, piece, segment);
    const Body body = bodyOf(scene, piece, ground, marginOf(scene, params));
    cv::Mat hole = body.mask;
    if (share > params.at("whole_up_to").get<double>()) {
        const cv::Point edge = drawEdgePoint(piece, point, random);
        hole = (piece | (grown(piece, body.margin) & ground.mask)) &
               drawBite(scene.size(), edge, diameter, random);
        cv::Mat seed = cv::Mat::zeros(scene.size(), CV_8UC1);
        seed.at<std::uint8_t>(edge) = 255;
        hole = touching(hole, seed);
    }
    return {
        .rgb = filledFromAround(scene.rgb(), hole, body.clean, random), .region = hole, .segment = segment};
}

DefectDraft drawDisplaced(const DefectScene& scene, const Json& params, SplitMix64& random) {
    const int segment = scene.drawSegment(random);
    const cv::Point point = scene.drawPoint(segment, random);
    const cv::Mat piece = pieceAt(scene.maskOf(segment), point);
    if (cv::countNonZero(piece) == 0 ||
        cv::countNonZero(piece) > kLargestMoved * static_cast<double>(piece.total()))
        return {};
    const cv::Mat movement = drawMovement(scene, piece, params, random);
    const Body body = bodyOf(scene, piece, groundOf(scene, piece, segment), marginOf(scene, params));
    DefectDraft draft{.rgb = filledFromAround(scene.rgb(), body.mask, body.clean, random),
                      .segment = segment};

    cv::Mat moved;
    cv::Mat alpha;
    cv::warpAffine(scene.rgb(), moved, movement, scene.size(), cv::INTER_LINEAR, cv::BORDER_REFLECT_101);
    cv::warpAffine(softened(body.mask, std::max(1.0, body.margin / 2)), alpha, movement, scene.size(),
                   cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    blendInto(draft.rgb, {{}, scene.size()}, moved, alpha);
    draft.region = body.mask | (alpha > 0);
    return draft;
}

}  // namespace segad
