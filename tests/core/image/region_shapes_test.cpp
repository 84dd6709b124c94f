#include "core/image/region_shapes.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/image/region_mask.h"

using namespace segad;

namespace {
const cv::Size kImage(120, 90);

cv::Mat drawn(const Spans& spans, cv::Size image = kImage) {
    for (const Span& span : spans) {
        EXPECT_TRUE(span.y >= 0 && span.y < image.height && span.begin >= 0 && span.begin < span.end &&
                    span.end <= image.width)
            << "outside: " << span.y << ": " << span.begin << " – " << span.end;
    }
    RegionMask mask(image);
    mask.paint(spans, true);
    return mask.pixels();
}

double distanceToLine(cv::Point2d p, cv::Point2d a, cv::Point2d b) {
    const cv::Point2d along = b - a;
    const double squared = along.dot(along);
    const double t = squared > 0 ? std::clamp((p - a).dot(along) / squared, 0.0, 1.0) : 0;
    return cv::norm(p - (a + t * along));
}

TEST(Brush, CoversThePixelsWhoseCentreIsWithinItsRadius) {
    cv::RNG random(3);
    for (int round = 0; round < 60; ++round) {
        const cv::Point2d a(random.uniform(-20.0, 140.0), random.uniform(-20.0, 110.0));
        const cv::Point2d b =
            round % 5 == 0 ? a : cv::Point2d(random.uniform(-20.0, 140.0), random.uniform(-20.0, 110.0));
        const double diameter = random.uniform(1.5, 50.0);
        const cv::Mat mask = drawn(brushSpans(a, b, diameter, kImage));
        for (int y = 0; y < mask.rows; ++y) {
            for (int x = 0; x < mask.cols; ++x) {
                const double distance = distanceToLine({x + 0.5, y + 0.5}, a, b);
                if (std::abs(distance - diameter / 2) < 1e-6) continue;
                ASSERT_EQ(mask.at<uchar>(y, x) != 0, distance < diameter / 2)
                    << "at " << x << ", " << y << " from " << a << " to " << b << ", diameter " << diameter;
            }
        }
    }
}

TEST(Brush, DabsHaveTheirKnownSizes) {
    const auto area = [](cv::Point2d at, double diameter) {
        return cv::countNonZero(drawn(brushSpans(at, at, diameter, kImage)));
    };
    EXPECT_EQ(area({10.5, 10.5}, 1), 1);
    EXPECT_EQ(area({10.9, 10.2}, 1), 1) << "the pixel under the cursor";
    EXPECT_EQ(area({11, 11}, 2), 4);
    EXPECT_EQ(area({10.5, 10.5}, 3), 9);
    EXPECT_EQ(area({10.5, 10.5}, 5), 21);
    EXPECT_NEAR(area({40.3, 40.7}, 60), M_PI * 900, 30);
}

TEST(Brush, TheFinestLineHasNoGaps) {
    const cv::Mat line = drawn(brushSpans({3.2, 80.1}, {117.7, 12.4}, 1, kImage));
    for (int x = 3; x <= 117; ++x)
        EXPECT_GT(cv::countNonZero(line.col(x)), 0) << x;
    EXPECT_EQ(cv::countNonZero(line.colRange(0, 3)) + cv::countNonZero(line.colRange(118, 120)), 0);
    EXPECT_LT(cv::countNonZero(line), 115 + 69 + 2);
}

TEST(Brush, AStrokeDoesNotDependOnHowItIsCutIntoMoves) {
    cv::RNG random(11);
    for (int round = 0; round < 60; ++round) {
        // Multiples of 1/64: points between them are exact.
        const auto coordinate = [&](int limit) { return random.uniform(-640, limit * 64 + 640) / 64.0; };
        const cv::Point2d a(coordinate(kImage.width), coordinate(kImage.height));
        const cv::Point2d b(coordinate(kImage.width), coordinate(kImage.height));
        const double diameter = round % 3 == 0 ? 1 : random.uniform(1, 200) / 4.0;
        const cv::Mat whole = drawn(brushSpans(a, b, diameter, kImage));
        RegionMask pieces(kImage);
        cv::Point2d from = a;
        for (int i = 1; i <= 16; ++i) {
            if (i < 16 && random.uniform(0, 2) == 0) continue;
            const cv::Point2d to = a + (b - a) * (i / 16.0);
            pieces.paint(brushSpans(from, to, diameter, kImage), true);
            from = to;
        }
        ASSERT_EQ(cv::countNonZero(whole != pieces.pixels()), 0)
            << a << " to " << b << ", diameter " << diameter;
    }
}

TEST(Polygon, FollowsTheEvenOddRule) {
    using Points = std::vector<cv::Point2d>;
    EXPECT_EQ(cv::countNonZero(drawn(polygonSpans(Points{{10, 10}, {30, 10}, {30, 25}, {10, 25}}, kImage))),
              300);
    EXPECT_NEAR(cv::countNonZero(drawn(polygonSpans(Points{{10, 10}, {90, 10}, {10, 70}}, kImage))), 2400,
                40);
    // A star drawn in one line: its middle is crossed twice.
    Points star;
    for (int i = 0; i < 5; ++i) {
        const double angle = -M_PI / 2 + i * 4 * M_PI / 5;
        star.emplace_back(60 + 40 * std::cos(angle), 45 + 40 * std::sin(angle));
    }
    const cv::Mat mask = drawn(polygonSpans(star, kImage));
    EXPECT_EQ(mask.at<uchar>(45, 60), 0);
    EXPECT_EQ(mask.at<uchar>(15, 60), 255);
    EXPECT_TRUE(polygonSpans(Points{{1, 1}, {50, 50}}, kImage).empty());
}

TEST(Polygon, NeighboursShareNoPixelAndLeaveNone) {
    const std::vector<cv::Point2d> left{{-5, -5}, {63.7, -5}, {41.2, 95}, {-5, 95}};
    const std::vector<cv::Point2d> right{{63.7, -5}, {125, -5}, {125, 95}, {41.2, 95}};
    const cv::Mat a = drawn(polygonSpans(left, kImage));
    const cv::Mat b = drawn(polygonSpans(right, kImage));
    EXPECT_EQ(cv::countNonZero(a & b), 0);
    EXPECT_EQ(cv::countNonZero(a | b), kImage.area());
}

TEST(Rectangle, ReachesFromPixelToPixel) {
    EXPECT_EQ(pixelRect({7.9, 3.1}, {2.2, 9.99}, kImage), cv::Rect(2, 3, 6, 7));
    EXPECT_EQ(pixelRect({5.5, 5.5}, {5.6, 5.6}, kImage), cv::Rect(5, 5, 1, 1));
    EXPECT_EQ(pixelRect({-50, -50}, {500, 500}, kImage), cv::Rect({0, 0}, kImage));
    EXPECT_TRUE(pixelRect({-50, 10}, {-3, 20}, kImage).empty());
    EXPECT_EQ(cv::countNonZero(drawn(rectangleSpans({2, 3, 6, 7}))), 42);
    EXPECT_TRUE(rectangleSpans({}).empty());
}

TEST(Ellipse, FillsItsRectangle) {
    const cv::Rect box(10, 20, 80, 40);
    const cv::Mat mask = drawn(ellipseSpans(box));
    EXPECT_NEAR(cv::countNonZero(mask), M_PI * 40 * 20, 30);
    EXPECT_EQ(cv::countNonZero(mask(box)), cv::countNonZero(mask));
    EXPECT_TRUE(ellipseSpans({}).empty());
    EXPECT_EQ(cv::countNonZero(drawn(ellipseSpans({4, 4, 1, 1}))), 1);
}

TEST(Shapes, FarAwayOrInAnEmptyImageTheyAreNothing) {
    const cv::Point2d far(1e12, -1e12);
    EXPECT_TRUE(brushSpans(far, far, 40, kImage).empty());
    EXPECT_TRUE(brushSpans({5, 5}, {9, 9}, 4, {}).empty());
    drawn(brushSpans({-1e9, -1e9}, {1e9, 1e9}, 5, kImage));
    drawn(polygonSpans(std::vector<cv::Point2d>{{-1e9, 0}, {1e9, 10}, {5, 1e9}}, kImage));
}
}  // namespace
