#include "core/image/tile_painting.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/image/region_shapes.h"

namespace segad {
namespace {

bool same(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() && cv::countNonZero(a != b) == 0;
}

TEST(TilePainting, LabelsLieOverEachOtherAndComeBack) {
    cv::RNG random(7);
    TilePainting painting(cv::Mat(530, 700, CV_8UC1, cv::Scalar(255)));
    std::vector<cv::Mat> states{painting.pixels().clone()};
    std::vector<PaintDelta> steps;
    for (int i = 0; i < 30; ++i) {
        const cv::Rect box(random.uniform(-20, 690), random.uniform(-20, 520), random.uniform(1, 300),
                           random.uniform(1, 300));
        painting.paint(rectangleSpans(box), static_cast<std::uint8_t>(random.uniform(0, 5)));
        const PaintDelta step = painting.commit();
        if (step.isEmpty()) continue;
        steps.push_back(step);
        states.push_back(painting.pixels().clone());
    }
    ASSERT_GT(steps.size(), 10U);
    for (std::size_t i = steps.size(); i-- > 0;) {
        painting.undo(steps[i]);
        ASSERT_TRUE(same(painting.pixels(), states[i])) << i;
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        painting.redo(steps[i]);
        ASSERT_TRUE(same(painting.pixels(), states[i + 1])) << i;
    }
}

TEST(TilePainting, WhatHasTheValueAlreadyDoesNotChange) {
    TilePainting painting(cv::Mat(40, 40, CV_8UC1, cv::Scalar(3)));
    EXPECT_TRUE(painting.paint(rectangleSpans({0, 0, 40, 40}), 3).empty());
    EXPECT_TRUE(painting.commit().isEmpty());
    EXPECT_EQ(painting.paint(rectangleSpans({5, 6, 7, 8}), 4), cv::Rect(5, 6, 7, 8));
    EXPECT_EQ(painting.revert(), cv::Rect(0, 0, 40, 40));
    EXPECT_EQ(cv::countNonZero(painting.pixels() != 3), 0);
}

TEST(TilePainting, RunsHoldEveryValue) {
    cv::Mat noise(33, 57, CV_8UC1);
    cv::randu(noise, 0, 256);
    noise.rowRange(10, 20).setTo(9);
    cv::Mat back(noise.size(), CV_8UC1);
    unpackRuns(packRuns(noise), back);
    EXPECT_TRUE(same(back, noise));
    EXPECT_LT(packRuns(cv::Mat(3000, 4000, CV_8UC1, cv::Scalar(2))).size(), 8U);
}

}  // namespace
}  // namespace segad
