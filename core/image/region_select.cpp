#include "core/image/region_select.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace segad {

namespace {
constexpr double kGrabCutPixels = 100'000;
constexpr int kGrabCutRounds = 4;
constexpr int kGrabCutMargin = 8;
constexpr uchar kReached = 128;

/// The painted part of a mask with `margin` pixels around it, as far as there are any.
cv::Rect paintedArea(const cv::Mat& mask, int margin) {
    const cv::Rect painted = cv::boundingRect(mask);
    if (painted.empty()) return painted;
    return cv::Rect(painted.x - margin, painted.y - margin, painted.width + 2 * margin,
                    painted.height + 2 * margin) &
           cv::Rect({0, 0}, mask.size());
}

bool holds(cv::Size size, cv::Point pixel) {
    return cv::Rect({0, 0}, size).contains(pixel);
}

/// The painted areas of a cut-out of a mask that don't reach its rim.
cv::Mat wholeAreas(const cv::Mat& mask) {
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centres, 8, CV_32S);
    cv::Mat whole(mask.size(), CV_8UC1, cv::Scalar(0));
    const cv::Rect inner(1, 1, mask.cols - 2, mask.rows - 2);
    for (int label = 1; label < count; ++label) {
        const cv::Rect box(stats.at<int>(label, cv::CC_STAT_LEFT), stats.at<int>(label, cv::CC_STAT_TOP),
                           stats.at<int>(label, cv::CC_STAT_WIDTH), stats.at<int>(label, cv::CC_STAT_HEIGHT));
        if ((box & inner) == box) whole(box).setTo(255, labels(box) == label);
    }
    return whole;
}

/// Both kinds of pixels are needed, or there is nothing to tell apart.
bool canBeCut(const cv::Mat& hints) {
    const cv::Mat inside = hints & 1;  // GC_FGD and GC_PR_FGD are odd
    const int foreground = cv::countNonZero(inside);
    return foreground > 0 && foreground < static_cast<int>(hints.total());
}
}  // namespace

Spans spansOf(const cv::Mat& stencil, cv::Point at) {
    Spans spans;
    for (int y = 0; y < stencil.rows; ++y) {
        const uchar* const row = stencil.ptr(y);
        const uchar* const end = row + stencil.cols;
        for (const uchar* x = std::find_if(row, end, [](uchar v) { return v != 0; }); x != end;) {
            const auto* stop =
                static_cast<const uchar*>(std::memchr(x, 0, static_cast<std::size_t>(end - x)));
            if (stop == nullptr) stop = end;
            spans.push_back(
                {at.y + y, at.x + static_cast<int>(x - row), at.x + static_cast<int>(stop - row)});
            x = std::find_if(stop, end, [](uchar v) { return v != 0; });
        }
    }
    return spans;
}

Spans similarSpans(const cv::Mat& rgb, cv::Point seed, int tolerance) {
    if (!holds(rgb.size(), seed)) return {};
    // One pixel wider on all sides, as OpenCV wants it; the picture itself is not written to.
    cv::Mat reached(rgb.rows + 2, rgb.cols + 2, CV_8UC1, cv::Scalar(0));
    cv::Mat picture = rgb;
    const cv::Scalar range = cv::Scalar::all(tolerance);
    cv::Rect area;
    cv::floodFill(picture, reached, seed, {}, &area, range, range,
                  4 | cv::FLOODFILL_FIXED_RANGE | cv::FLOODFILL_MASK_ONLY | (kReached << 8));
    return spansOf(reached(area + cv::Point(1, 1)), area.tl());
}

Spans heatSpans(const AnomalyMap& map, cv::Size image, cv::Point seed, double low, double share) {
    if (!holds(image, seed)) return {};
    const AnomalyMap drawn = map.resized(image);
    const double atSeed = drawn.pixels().at<float>(seed);
    if (atSeed <= low) return {};
    // A bit below, or the seed itself could be lost by rounding.
    const double value = std::nextafter(static_cast<float>(low + share * (atSeed - low)), -INFINITY);
    cv::Mat above = drawn.pixels() >= value;
    cv::Rect area;
    cv::floodFill(above, seed, kReached, &area, {}, {}, 4);
    return spansOf(above(area) == kReached, area.tl());
}

Spans grabCutSpans(const cv::Mat& rgb, const cv::Rect& around, const cv::Mat& painted) {
    const cv::Rect image({0, 0}, rgb.size());
    const cv::Rect wanted = around & image;
    if (wanted.empty()) return {};
    // The surroundings teach what is not meant.
    const int dx = std::max(kGrabCutMargin, wanted.width / 4);
    const int dy = std::max(kGrabCutMargin, wanted.height / 4);
    const cv::Rect crop =
        cv::Rect(wanted.x - dx, wanted.y - dy, wanted.width + 2 * dx, wanted.height + 2 * dy) & image;
    const double scale = std::min(1.0, std::sqrt(kGrabCutPixels / crop.area()));
    const cv::Size size(std::max(1, static_cast<int>(crop.width * scale)),
                        std::max(1, static_cast<int>(crop.height * scale)));
    cv::Mat small;
    cv::resize(rgb(crop), small, size, 0, 0, cv::INTER_AREA);

    cv::Mat hintsAtCrop(crop.size(), CV_8UC1, cv::Scalar(cv::GC_BGD));
    const cv::Mat certain = wholeAreas(painted(wanted));
    cv::Mat inside = hintsAtCrop(wanted - crop.tl());
    inside.setTo(cv::countNonZero(certain) > 0 ? cv::GC_PR_BGD : cv::GC_PR_FGD);
    inside.setTo(cv::GC_FGD, certain);
    cv::Mat hints;
    cv::resize(hintsAtCrop, hints, size, 0, 0, cv::INTER_NEAREST);
    // A rectangle as large as the picture leaves no surroundings: then its rim has to do.
    if (cv::countNonZero(hints == cv::GC_BGD) == 0)
        cv::rectangle(hints, cv::Rect({0, 0}, size), cv::GC_BGD, 1);
    if (!canBeCut(hints)) return {};

    cv::setRNGSeed(0);  // its clustering begins at random
    cv::Mat background;
    cv::Mat foreground;
    cv::grabCut(small, hints, {}, background, foreground, kGrabCutRounds, cv::GC_INIT_WITH_MASK);
    const cv::Mat found = (hints & 1) * 255;
    cv::Mat foundAtCrop;
    cv::resize(found, foundAtCrop, crop.size(), 0, 0, cv::INTER_LINEAR);
    return spansOf(foundAtCrop(wanted - crop.tl()) >= kReached, wanted.tl());
}

Spans holeSpans(const cv::Mat& mask) {
    const cv::Rect area = paintedArea(mask, 0);
    if (area.empty()) return {};
    cv::Mat outside;
    cv::copyMakeBorder(mask(area), outside, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::floodFill(outside, {0, 0}, kReached, nullptr, {}, {}, 4);
    return spansOf(outside({1, 1, area.width, area.height}) == 0, area.tl());
}

Spans speckSpans(const cv::Mat& mask, std::int64_t pixels) {
    const cv::Rect area = paintedArea(mask, 0);
    if (area.empty()) return {};
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mask(area), labels, stats, centres, 8, CV_32S);
    Spans spans;
    for (int label = 1; label < count; ++label) {
        if (stats.at<int>(label, cv::CC_STAT_AREA) >= pixels) continue;
        const cv::Rect box(stats.at<int>(label, cv::CC_STAT_LEFT), stats.at<int>(label, cv::CC_STAT_TOP),
                           stats.at<int>(label, cv::CC_STAT_WIDTH), stats.at<int>(label, cv::CC_STAT_HEIGHT));
        const Spans speck = spansOf(labels(box) == label, area.tl() + box.tl());
        spans.insert(spans.end(), speck.begin(), speck.end());
    }
    return spans;
}

Spans growSpans(const cv::Mat& mask, double radius) {
    const cv::Rect area = paintedArea(mask, static_cast<int>(std::ceil(radius)) + 1);
    if (area.empty()) return {};
    cv::Mat away;
    cv::distanceTransform(mask(area) == 0, away, cv::DIST_L2, cv::DIST_MASK_PRECISE);
    return spansOf((away > 0) & (away <= radius), area.tl());
}

Spans shrinkSpans(const cv::Mat& mask, double radius) {
    const cv::Rect area = paintedArea(mask, 1);
    if (area.empty()) return {};
    const cv::Mat painted = mask(area) != 0;
    if (cv::countNonZero(painted) == static_cast<int>(painted.total())) return {};
    cv::Mat depth;
    cv::distanceTransform(painted, depth, cv::DIST_L2, cv::DIST_MASK_PRECISE);
    return spansOf((depth > 0) & (depth <= radius), area.tl());
}

int countRegions(const cv::Mat& mask) {
    const cv::Rect area = paintedArea(mask, 0);
    if (area.empty()) return 0;
    cv::Mat labels;
    return cv::connectedComponents(mask(area), labels, 8, CV_32S) - 1;
}

}  // namespace segad
