#include "core/image/percentile_scale.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

using namespace segad;

namespace {
/// 0, 1, …, 100 times `step`.
std::vector<double> evenScale(double step) {
    std::vector<double> percentiles(101);
    for (std::size_t i = 0; i < percentiles.size(); ++i)
        percentiles[i] = step * static_cast<double>(i);
    return percentiles;
}

TEST(PercentileScale, InterpolatesAndSaturates) {
    const std::vector<double> scale = evenScale(2);
    EXPECT_DOUBLE_EQ(percentileAmong(scale, 0), 0);
    EXPECT_DOUBLE_EQ(percentileAmong(scale, 85), 42.5);
    EXPECT_DOUBLE_EQ(percentileAmong(scale, -1), 0);
    EXPECT_DOUBLE_EQ(percentileAmong(scale, 1e9), 100);
    std::vector<double> flat(101, 3);
    EXPECT_DOUBLE_EQ(percentileAmong(flat, 3), 100);
    EXPECT_DOUBLE_EQ(percentileAmong(flat, 2.9), 0);
    EXPECT_THROW(percentileAmong(std::vector<double>(3), 1), std::logic_error);
}

TEST(PercentileScale, DifferenceIsInPointsWhateverTheRawValues) {
    cv::Mat a(2, 2, CV_32FC1);
    a.at<float>(0, 0) = 99;    // 99 against 20
    a.at<float>(0, 1) = 10;    // 10 against 98
    a.at<float>(1, 0) = 40;    // 40 against 60: neither is remarkable
    a.at<float>(1, 1) = 5000;  // both beyond all good pixels
    cv::Mat b(2, 2, CV_32FC1);
    b.at<float>(0, 0) = 0.20F;
    b.at<float>(0, 1) = 0.98F;
    b.at<float>(1, 0) = 0.60F;
    b.at<float>(1, 1) = 1.5F;
    const AnomalyMap first(a, "a");
    const AnomalyMap second(b, "b");
    const std::vector<double> firstScale = evenScale(1);
    const std::vector<double> secondScale = evenScale(0.01);
    const cv::Mat all = percentileDifference({first, firstScale}, {second, secondScale});
    EXPECT_NEAR(all.at<float>(0, 0), 79, 1e-4);
    EXPECT_NEAR(all.at<float>(0, 1), -88, 1e-4);
    EXPECT_NEAR(all.at<float>(1, 0), -20, 1e-4);
    EXPECT_EQ(all.at<float>(1, 1), 0);
    const cv::Mat remarkable = percentileDifference({first, firstScale}, {second, secondScale}, 95);
    EXPECT_NEAR(remarkable.at<float>(0, 0), 79, 1e-4);
    EXPECT_EQ(remarkable.at<float>(1, 0), 0);
    const cv::Mat turned = percentileDifference({second, secondScale}, {first, firstScale});
    EXPECT_NEAR(turned.at<float>(0, 1), 88, 1e-4);
}

TEST(PercentileScale, ComparesMapsOfDifferentSizeAtTheLarger) {
    const AnomalyMap small(cv::Mat(2, 2, CV_32FC1, cv::Scalar(100)), "small");
    const AnomalyMap large(cv::Mat(6, 8, CV_32FC1, cv::Scalar(25)), "large");
    const std::vector<double> scale = evenScale(1);
    const cv::Mat difference = percentileDifference({small, scale}, {large, scale});
    EXPECT_EQ(difference.size(), cv::Size(8, 6));
    EXPECT_EQ(difference.at<float>(3, 3), 75);
}
}  // namespace
