#include "core/image/region_runs.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/random.h"

using namespace segad;

namespace {
TEST(RegionRuns, AreTheMaskAgainAndCountItsAreas) {
    SplitMix64 random(3);
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(7, 1), cv::Size(1, 9), cv::Size(33, 20)}) {
        for (int density = 0; density <= 8; ++density) {
            cv::Mat mask(size, CV_8UC1);
            for (int y = 0; y < size.height; ++y) {
                for (int x = 0; x < size.width; ++x)
                    mask.at<std::uint8_t>(y, x) = random() % 8 < static_cast<unsigned>(density) ? 255 : 0;
            }
            const auto runs = regionRuns(mask);
            ASSERT_TRUE(runs);
            const cv::Mat back = drawRegions(*runs);
            EXPECT_EQ(back.size(), size);
            EXPECT_EQ(cv::countNonZero(back != mask), 0);
            EXPECT_EQ(runs->pixels, cv::countNonZero(mask));
            cv::Mat labels;
            EXPECT_EQ(runs->count, cv::connectedComponents(mask, labels, 8) - 1) << size << ' ' << density;
        }
    }
}

TEST(RegionRuns, RefuseOtherValuesWhereverTheyAre) {
    for (const int value : {1, 128, 254}) {
        for (const int x : {0, 5, 9}) {
            cv::Mat mask = cv::Mat::zeros(4, 10, CV_8UC1);
            mask.colRange(4, 7).setTo(255);
            mask.at<std::uint8_t>(2, x) = static_cast<std::uint8_t>(value);
            EXPECT_FALSE(regionRuns(mask)) << value << " at " << x;
        }
    }
}

TEST(RegionRuns, OfNoMaskAreNone) {
    const auto runs = regionRuns(cv::Mat());
    ASSERT_TRUE(runs);
    EXPECT_EQ(*runs, RegionRuns{});
    EXPECT_TRUE(drawRegions(*runs).empty());
}
}  // namespace
