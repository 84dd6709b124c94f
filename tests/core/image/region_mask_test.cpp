#include "core/image/region_mask.h"

#include <array>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/image/region_select.h"
#include "core/image/region_shapes.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
bool same(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() && cv::countNonZero(a != b) == 0;
}

/// Anything a user may do, at random; parts of it outside of the image.
Spans anyShape(cv::RNG& random, cv::Size image) {
    const auto point = [&] {
        return cv::Point2d(random.uniform(-50.0, image.width + 50.0),
                           random.uniform(-50.0, image.height + 50.0));
    };
    switch (random.uniform(0, 4)) {
        case 0:
            return brushSpans(point(), point(), random.uniform(0.5, 60.0), image);
        case 1:
            return polygonSpans(std::array{point(), point(), point(), point()}, image);
        case 2:
            return rectangleSpans(pixelRect(point(), point(), image));
        default:
            return ellipseSpans(pixelRect(point(), point(), image));
    }
}

TEST(RegionMask, StartsEmptyOrFromAMask) {
    const RegionMask empty(cv::Size(300, 200));
    EXPECT_EQ(empty.area(), 0);
    EXPECT_EQ(empty.size(), cv::Size(300, 200));
    cv::Mat stored(20, 30, CV_8UC1, cv::Scalar(0));
    stored(cv::Rect(3, 4, 5, 6)).setTo(7);
    const RegionMask mask(stored);
    EXPECT_EQ(mask.area(), 30);
    EXPECT_EQ(mask.pixels().at<uchar>(4, 3), 255);
    stored.setTo(0);
    EXPECT_EQ(mask.area(), cv::countNonZero(mask.pixels())) << "it has its own pixels";
}

TEST(RegionMask, SaysWhatChangedAndLeavesOutWhatIsOutside) {
    RegionMask mask(cv::Size(100, 50));
    const Spans spans{{-1, 0, 10}, {50, 0, 10}, {3, -5, 4}, {4, 98, 200}, {5, 7, 7}};
    EXPECT_EQ(mask.paint(spans, true), cv::Rect(0, 3, 100, 2));
    EXPECT_EQ(mask.area(), 6);
    EXPECT_EQ(mask.paint(spans, true), cv::Rect()) << "it was painted already";
    EXPECT_EQ(mask.paint(Spans{{3, 2, 3}}, false), cv::Rect(2, 3, 1, 1));
    EXPECT_EQ(mask.area(), 5);
}

TEST(RegionMask, AStepHoldsOnlyTheTilesThatDiffer) {
    RegionMask mask(cv::Size(1000, 600));
    mask.paint(rectangleSpans({250, 10, 20, 5}), true);
    mask.paint(rectangleSpans({900, 590, 5, 5}), true);
    mask.paint(rectangleSpans({900, 590, 5, 5}), false);  // back to what it was
    const PaintDelta step = mask.commit();
    EXPECT_EQ(step.tiles(), (std::vector<cv::Rect>{{0, 0, 256, 256}, {256, 0, 256, 256}}));
    EXPECT_LT(step.bytes(), 1000U);
    EXPECT_TRUE(mask.commit().isEmpty());
    EXPECT_EQ(mask.undo(step), cv::Rect(0, 0, 512, 256));
    EXPECT_EQ(mask.area(), 0);
    mask.redo(step);
    EXPECT_EQ(mask.area(), 100);
}

TEST(RegionMask, UndoAndRedoRestoreEveryBitAfterAnything) {
    cv::RNG random(42);
    for (const cv::Size size : {cv::Size(700, 530), cv::Size(256, 512), cv::Size(1, 1), cv::Size(3, 900)}) {
        RegionMask mask(size);
        std::vector<cv::Mat> states{mask.pixels().clone()};
        std::vector<PaintDelta> steps;
        for (int i = 0; i < 40; ++i) {
            const bool on = random.uniform(0, 3) > 0;
            for (int piece = random.uniform(1, 4); piece > 0; --piece)
                mask.paint(anyShape(random, size), on);
            steps.push_back(mask.commit());
            states.push_back(mask.pixels().clone());
            EXPECT_EQ(mask.area(), cv::countNonZero(mask.pixels()));
        }
        // There and back at random, as impatient users do.
        std::size_t at = steps.size();
        for (int i = 0; i < 300; ++i) {
            const bool back = at == steps.size() || (at > 0 && random.uniform(0, 2) == 0);
            if (back)
                mask.undo(steps[--at]);
            else
                mask.redo(steps[at++]);
            ASSERT_TRUE(same(mask.pixels(), states[at]));
            ASSERT_EQ(mask.area(), cv::countNonZero(mask.pixels()));
        }
    }
}

TEST(RegionMask, NoiseComesBackToo) {
    cv::RNG random(7);
    cv::Mat noise(300, 300, CV_8UC1);
    random.fill(noise, cv::RNG::UNIFORM, 0, 2);
    RegionMask mask(cv::Size(300, 300));
    mask.paint(spansOf(noise, {0, 0}), true);
    const cv::Mat painted = mask.pixels().clone();
    EXPECT_TRUE(same(painted, noise * 255));
    const PaintDelta step = mask.commit();
    mask.undo(step);
    EXPECT_EQ(mask.area(), 0);
    mask.redo(step);
    EXPECT_TRUE(same(mask.pixels(), painted));
}

TEST(RegionMask, WhatIsNotCommittedCanBeTakenBack) {
    RegionMask mask(cv::Size(400, 400));
    mask.paint(rectangleSpans({0, 0, 40, 40}), true);
    const PaintDelta step = mask.commit();
    const cv::Mat before = mask.pixels().clone();
    mask.paint(rectangleSpans({20, 20, 300, 300}), true);
    mask.paint(rectangleSpans({0, 0, 10, 10}), false);
    EXPECT_EQ(mask.revert(), cv::Rect(0, 0, 400, 400));
    EXPECT_TRUE(same(mask.pixels(), before));
    EXPECT_EQ(mask.area(), 1600);
    mask.paint(rectangleSpans({20, 20, 300, 300}), true);
    mask.undo(step);
    EXPECT_EQ(mask.area(), 0) << "undo takes back what was not committed, too";
    EXPECT_TRUE(mask.commit().isEmpty());
}

TEST(RegionMask, AStepOfAnotherPictureIsRefused) {
    RegionMask small(cv::Size(40, 40));
    RegionMask large(cv::Size(400, 400));
    large.paint(rectangleSpans({300, 300, 10, 10}), true);
    const PaintDelta step = large.commit();
    EXPECT_EQ(test::codeOf([&] { small.undo(step); }), ErrorCode::InvalidArgument);
}
}  // namespace
