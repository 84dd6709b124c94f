#include "core/image/region_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace segad {

namespace {
/// Centres that lie on the rim belong to the shape, whatever the last bit of the arithmetic says.
constexpr double kRim = 1e-7;
/// With a radius of half a pixel's diagonal the pixel under the cursor is always covered.
constexpr double kHalfDiagonal = 0.7072;

int clampedFloor(double value, int low, int high) {
    return static_cast<int>(std::floor(std::clamp<double>(value, low, high)));
}

/// Adds the pixels whose centres lie in [low, high] of row y.
void addCentres(Spans& spans, int y, double low, double high, int width) {
    if (!(low <= high)) return;
    const int begin = clampedFloor(std::ceil(low - 0.5 - kRim), 0, width);
    const int end = clampedFloor(std::floor(high - 0.5 + kRim) + 1, 0, width);
    if (begin < end) spans.push_back({y, begin, end});
}

struct Interval {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double x) {
        low = std::min(low, x);
        high = std::max(high, x);
    }
};

void addDisc(Interval& row, cv::Point2d centre, double radius, double y) {
    const double dy = y - centre.y;
    if (std::abs(dy) > radius + kRim) return;
    const double half = std::sqrt(std::max(0.0, radius * radius - dy * dy));
    row.add(centre.x - half);
    row.add(centre.x + half);
}

void addEdge(Interval& row, cv::Point2d a, cv::Point2d b, double y) {
    if (a.y > b.y) std::swap(a, b);
    if (y < a.y || y > b.y || a.y == b.y) return;
    row.add(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
}

/// Every pixel that holds a point of the line.
void addPassedThrough(Spans& spans, cv::Point2d a, cv::Point2d b, cv::Size image) {
    if (a.y > b.y) std::swap(a, b);
    if (b.y < 0 || a.y >= image.height) return;
    const int last = clampedFloor(b.y, 0, image.height - 1);
    for (int y = clampedFloor(a.y, 0, image.height - 1); y <= last; ++y) {
        Interval row;
        for (const double at : {std::max<double>(a.y, y), std::min<double>(b.y, y + 1)})
            row.add(a.y == b.y ? a.x : a.x + (b.x - a.x) * (at - a.y) / (b.y - a.y));
        if (a.y == b.y) row.add(b.x);
        const int begin = clampedFloor(row.low, 0, image.width);
        const int end = row.high < 0 ? 0 : clampedFloor(row.high + 1, 0, image.width);
        if (begin < end) spans.push_back({y, begin, end});
    }
}
}  // namespace

Spans brushSpans(cv::Point2d from, cv::Point2d to, double diameter, cv::Size image) {
    Spans spans;
    if (image.empty()) return spans;
    const double radius = diameter / 2;
    const cv::Point2d along = to - from;
    const double length = std::hypot(along.x, along.y);
    const cv::Point2d aside =
        length > 0 ? cv::Point2d(-along.y, along.x) * (radius / length) : cv::Point2d(0, 0);
    const std::array corners{from + aside, to + aside, to - aside, from - aside};
    const double top = std::min(from.y, to.y) - radius;
    const double bottom = std::max(from.y, to.y) + radius;
    const int end = clampedFloor(bottom + 1, 0, image.height);
    // A brush line is convex: in each row it is one interval, from the two round ends and the straight sides.
    for (int y = clampedFloor(top - 1, 0, image.height); y < end; ++y) {
        const double centre = y + 0.5;
        Interval row;
        addDisc(row, from, radius, centre);
        addDisc(row, to, radius, centre);
        for (std::size_t i = 0; i < corners.size(); ++i)
            addEdge(row, corners[i], corners[(i + 1) % corners.size()], centre);
        addCentres(spans, y, row.low, row.high, image.width);
    }
    if (radius < kHalfDiagonal) addPassedThrough(spans, from, to, image);
    return spans;
}

Spans polygonSpans(std::span<const cv::Point2d> corners, cv::Size image) {
    if (corners.size() < 3 || image.empty()) return {};
    std::vector<std::vector<double>> crossings(static_cast<std::size_t>(image.height));
    for (std::size_t i = 0; i < corners.size(); ++i) {
        cv::Point2d a = corners[i];
        cv::Point2d b = corners[(i + 1) % corners.size()];
        if (a.y > b.y) std::swap(a, b);
        // Rows whose centre is in [a.y, b.y): a corner that touches a row counts once.
        const int end = clampedFloor(std::ceil(b.y - 0.5), 0, image.height);
        for (int y = clampedFloor(std::ceil(a.y - 0.5), 0, image.height); y < end; ++y)
            crossings[static_cast<std::size_t>(y)].push_back(a.x +
                                                             (b.x - a.x) * (y + 0.5 - a.y) / (b.y - a.y));
    }
    Spans spans;
    for (int y = 0; y < image.height; ++y) {
        std::vector<double>& row = crossings[static_cast<std::size_t>(y)];
        std::ranges::sort(row);
        for (std::size_t i = 0; i + 1 < row.size(); i += 2) {
            const int begin = clampedFloor(std::ceil(row[i] - 0.5), 0, image.width);
            const int end = clampedFloor(std::ceil(row[i + 1] - 0.5), 0, image.width);
            if (begin < end) spans.push_back({y, begin, end});
        }
    }
    return spans;
}

cv::Rect pixelRect(cv::Point2d a, cv::Point2d b, cv::Size image) {
    const cv::Point2d low(std::min(a.x, b.x), std::min(a.y, b.y));
    const cv::Point2d high(std::max(a.x, b.x), std::max(a.y, b.y));
    if (image.empty() || high.x < 0 || high.y < 0 || low.x >= image.width || low.y >= image.height) return {};
    const cv::Point first(clampedFloor(low.x, 0, image.width - 1), clampedFloor(low.y, 0, image.height - 1));
    const cv::Point last(clampedFloor(high.x, 0, image.width - 1), clampedFloor(high.y, 0, image.height - 1));
    return {first, last + cv::Point(1, 1)};
}

Spans rectangleSpans(const cv::Rect& area) {
    Spans spans;
    for (int y = area.y; y < area.br().y && area.width > 0; ++y)
        spans.push_back({y, area.x, area.br().x});
    return spans;
}

Spans ellipseSpans(const cv::Rect& area) {
    Spans spans;
    const cv::Point2d radius(area.width / 2.0, area.height / 2.0);
    const cv::Point2d centre(area.x + radius.x, area.y + radius.y);
    for (int y = area.y; y < area.br().y; ++y) {
        const double dy = (y + 0.5 - centre.y) / radius.y;
        const double half = radius.x * std::sqrt(std::max(0.0, 1 - dy * dy));
        addCentres(spans, y, centre.x - half, centre.x + half, area.br().x);
    }
    return spans;
}

}  // namespace segad
