#include "core/image/region_select.h"

#include <cmath>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/image/region_shapes.h"

using namespace segad;

namespace {
const cv::Size kImage(200, 150);

cv::Mat drawn(const Spans& spans, cv::Size image = kImage) {
    RegionMask mask(image);
    mask.paint(spans, true);
    return mask.pixels();
}

cv::Mat disc(cv::Point2d centre, double diameter) {
    return drawn(brushSpans(centre, centre, diameter, kImage));
}

double overlap(const cv::Mat& a, const cv::Mat& b) {
    return static_cast<double>(cv::countNonZero(a & b)) / cv::countNonZero(a | b);
}

TEST(SpansOf, AreWhatIsNotZero) {
    cv::Mat stencil(2, 5, CV_8UC1, cv::Scalar(0));
    stencil.at<uchar>(0, 0) = 1;
    stencil.at<uchar>(0, 3) = stencil.at<uchar>(0, 4) = 200;
    stencil.at<uchar>(1, 2) = 255;
    EXPECT_EQ(spansOf(stencil, {10, 20}), (Spans{{20, 10, 11}, {20, 13, 15}, {21, 12, 13}}));
}

TEST(Similar, TakesTheConnectedPixelsOfAboutTheColour) {
    cv::Mat picture(kImage, CV_8UC3, cv::Scalar(100, 100, 100));
    picture(cv::Rect(20, 20, 60, 40)).setTo(cv::Scalar(150, 100, 100));
    picture(cv::Rect(30, 30, 5, 5)).setTo(cv::Scalar(158, 92, 100));
    picture(cv::Rect(120, 20, 30, 30)).setTo(cv::Scalar(150, 100, 100));  // the same, elsewhere
    const cv::Mat before = picture.clone();
    const cv::Mat found = drawn(similarSpans(picture, {50, 40}, 8));
    EXPECT_EQ(cv::countNonZero(found), 60 * 40);
    EXPECT_EQ(cv::countNonZero(found(cv::Rect(20, 20, 60, 40))), 60 * 40);
    EXPECT_EQ(cv::countNonZero(drawn(similarSpans(picture, {50, 40}, 7))), 60 * 40 - 25);
    EXPECT_EQ(cv::countNonZero(drawn(similarSpans(picture, {0, 0}, 255))), kImage.area());
    EXPECT_TRUE(similarSpans(picture, {200, 0}, 8).empty());
    EXPECT_EQ(cv::norm(picture, before), 0) << "the picture is only read";
}

TEST(Heat, TakesWhatHangsTogetherAboveTheValue) {
    cv::Mat values(15, 20, CV_32FC1, cv::Scalar(0));
    values(cv::Rect(4, 4, 3, 3)).setTo(10);
    values(cv::Rect(14, 8, 3, 3)).setTo(10);
    const AnomalyMap map(values, "test");
    const cv::Mat found = drawn(heatSpans(map, kImage, {55, 55}, 0, 0.5));
    const cv::Mat drawnMap = map.resized(kImage).pixels() >= 5;
    EXPECT_GT(cv::countNonZero(found), 30 * 30 / 2);
    EXPECT_EQ(cv::countNonZero(found & ~drawnMap), 0);
    EXPECT_EQ(cv::countNonZero(found.colRange(100, 200)), 0) << "the other spot is not connected";
    EXPECT_EQ(cv::countNonZero(drawnMap.colRange(0, 100)), cv::countNonZero(found));
    EXPECT_LT(cv::countNonZero(drawn(heatSpans(map, kImage, {55, 55}, 0, 0.9))), cv::countNonZero(found));
    EXPECT_FALSE(heatSpans(map, kImage, {55, 55}, 0, 1).empty()) << "the seed itself";
    EXPECT_TRUE(heatSpans(map, kImage, {5, 5}, 0, 0.5).empty());
    EXPECT_TRUE(heatSpans(map, kImage, {-1, 5}, 0, 0.5).empty());
}

TEST(GrabCut, FindsWhatStandsOut) {
    cv::RNG random(5);
    cv::Mat picture(kImage, CV_8UC3, cv::Scalar(90, 100, 110));
    const cv::Mat truth = disc({100, 70}, 50);
    picture.setTo(cv::Scalar(170, 90, 60), truth);
    cv::Mat noise(kImage, CV_8UC3);
    random.fill(noise, cv::RNG::UNIFORM, 0, 24);
    picture += noise;
    const cv::Mat nothing(kImage, CV_8UC1, cv::Scalar(0));
    const cv::Rect around(65, 38, 70, 66);
    const Spans found = grabCutSpans(picture, around, nothing);
    EXPECT_GT(overlap(drawn(found), truth), 0.95);
    EXPECT_EQ(found, grabCutSpans(picture, around, nothing)) << "the same every time";
    EXPECT_EQ(cv::countNonZero(drawn(found)(around)), cv::countNonZero(drawn(found)));
    // From a rough stroke inside of a rectangle that is much too large.
    const cv::Mat stroke = disc({100, 70}, 12);
    EXPECT_GT(overlap(drawn(grabCutSpans(picture, {20, 10, 160, 120}, stroke)), truth), 0.95);
    // A region that reaches into the rectangle from elsewhere says nothing.
    const cv::Mat neighbour = drawn(brushSpans({10, 40}, {80, 50}, 9, kImage));
    EXPECT_EQ(found, grabCutSpans(picture, around, neighbour));
}

TEST(GrabCut, LargePicturesAreReducedAndOddRectanglesAreHarmless) {
    cv::Mat picture(1500, 2000, CV_8UC3, cv::Scalar(60, 60, 60));
    const cv::Mat truth = drawn(brushSpans({1000, 700}, {1000, 700}, 600, picture.size()), picture.size());
    picture.setTo(cv::Scalar(200, 180, 160), truth);
    const cv::Mat nothing(picture.size(), CV_8UC1, cv::Scalar(0));
    const cv::Mat found = drawn(grabCutSpans(picture, {600, 350, 800, 700}, nothing), picture.size());
    EXPECT_GT(overlap(found, truth), 0.97);
    for (const cv::Rect& odd : {cv::Rect(0, 0, 2000, 1500), cv::Rect(-10, -10, 12, 12),
                                cv::Rect(1999, 1499, 1, 1), cv::Rect(5000, 5000, 10, 10), cv::Rect()})
        drawn(grabCutSpans(picture, odd, nothing), picture.size());
    cv::Mat flat(30, 30, CV_8UC3, cv::Scalar(9, 9, 9));
    grabCutSpans(flat, {0, 0, 30, 30}, cv::Mat(30, 30, CV_8UC1, cv::Scalar(255)));
}

TEST(Tidy, FillsHolesAndRemovesSpecks) {
    cv::Mat mask(kImage, CV_8UC1, cv::Scalar(0));
    mask(cv::Rect(10, 10, 50, 40)).setTo(255);
    mask(cv::Rect(20, 20, 7, 9)).setTo(0);   // a hole
    mask(cv::Rect(40, 10, 3, 12)).setTo(0);  // a bay: open to the outside
    mask(cv::Rect(100, 100, 3, 3)).setTo(255);
    mask.at<uchar>(103, 103) = 255;  // hangs on by a corner
    EXPECT_EQ(cv::countNonZero(drawn(holeSpans(mask))), 63);
    EXPECT_EQ(countRegions(mask), 2);
    EXPECT_TRUE(speckSpans(mask, 10).empty());
    EXPECT_EQ(cv::countNonZero(drawn(speckSpans(mask, 11))), 10);
    const cv::Mat nothing(kImage, CV_8UC1, cv::Scalar(0));
    EXPECT_TRUE(holeSpans(nothing).empty() && speckSpans(nothing, 5).empty());
    EXPECT_EQ(countRegions(nothing), 0);
}

TEST(Tidy, GrowsAndShrinksByTheRadius) {
    const cv::Mat mask = disc({100, 75}, 40);
    EXPECT_NEAR(cv::countNonZero(mask | drawn(growSpans(mask, 5))), M_PI * 25 * 25, 40);
    EXPECT_NEAR(cv::countNonZero(mask & ~drawn(shrinkSpans(mask, 5))), M_PI * 15 * 15, 40);
    EXPECT_EQ(cv::countNonZero(drawn(growSpans(mask, 5)) & mask), 0);
    // At the border nothing is outside to grow into, and no edge to shrink from.
    cv::Mat half(kImage, CV_8UC1, cv::Scalar(0));
    half.colRange(0, 50).setTo(255);
    EXPECT_EQ(cv::countNonZero(drawn(growSpans(half, 2))), 2 * kImage.height);
    EXPECT_EQ(cv::countNonZero(drawn(shrinkSpans(half, 2))), 2 * kImage.height);
    EXPECT_TRUE(shrinkSpans(cv::Mat(kImage, CV_8UC1, cv::Scalar(255)), 3).empty());
    EXPECT_TRUE(growSpans(cv::Mat(kImage, CV_8UC1, cv::Scalar(0)), 3).empty());
}
}  // namespace
