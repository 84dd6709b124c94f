#include <cmath>
#include <set>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/image/heat_colors.h"
#include "tests/core/image/picture_files.h"

using namespace segad;

namespace {
float lightness(const cv::Vec3b& rgb) {
    cv::Mat lab;
    cv::Mat pixel(1, 1, CV_32FC3, cv::Scalar(rgb[0] / 255.0, rgb[1] / 255.0, rgb[2] / 255.0));
    cv::cvtColor(pixel, lab, cv::COLOR_RGB2Lab);
    return lab.at<cv::Vec3f>(0)[0];
}

TEST(HeatColors, GetLighterInEvenSteps) {
    for (const HeatColorsInfo& row : heatColorsCatalog()) {
        const auto& table = heatTable(row.id);
        const float first = lightness(table[0]);
        const float last = lightness(table[255]);
        EXPECT_GT(last - first, 60) << row.key;
        for (int i = 0; i <= 255; ++i) {
            const float even = first + (last - first) * static_cast<float>(i) / 255;
            EXPECT_NEAR(lightness(table[static_cast<std::size_t>(i)]), even, 9) << row.key << " " << i;
        }
        EXPECT_EQ(heatColorsFromKey(row.key), row.id);
    }
    EXPECT_TRUE(test::errorOf([] { heatColorsFromKey("jet"); }));
}

TEST(HeatColors, AreThePublishedTables) {
    EXPECT_EQ(heatTable(HeatColors::Viridis)[0], cv::Vec3b(68, 1, 84));
    EXPECT_EQ(heatTable(HeatColors::Viridis)[255], cv::Vec3b(253, 231, 37));
    EXPECT_EQ(heatTable(HeatColors::Inferno)[0], cv::Vec3b(0, 0, 4));
    EXPECT_EQ(heatTable(HeatColors::Magma)[255], cv::Vec3b(252, 253, 191));
    EXPECT_EQ(heatTable(HeatColors::Grey)[77], cv::Vec3b(77, 77, 77));
}

TEST(Colourize, MapsTheRangeAndFadesIn) {
    const cv::Mat map = (cv::Mat_<float>(1, 6) << -5, 1, 1.001F, 2, 3, 1e30F);
    const cv::Mat rgba = colourize(map, 1, 3, HeatColors::Grey);
    ASSERT_EQ(rgba.type(), CV_8UC4);
    const auto at = [&](int x) { return rgba.at<cv::Vec4b>(0, x); };
    EXPECT_EQ(at(0)[3], 0);
    EXPECT_EQ(at(1)[3], 0);
    EXPECT_LT(at(2)[3], 8);
    EXPECT_EQ(at(3), cv::Vec4b(128, 128, 128, 255));
    EXPECT_EQ(at(4), cv::Vec4b(255, 255, 255, 255));
    EXPECT_EQ(at(5), cv::Vec4b(255, 255, 255, 255));
}

TEST(Colourize, CopesWithAnEmptyRange) {
    const cv::Mat map = (cv::Mat_<float>(1, 3) << 1, 2, 3);
    const cv::Mat rgba = colourize(map, 2, 2, HeatColors::Grey);
    EXPECT_EQ(rgba.at<cv::Vec4b>(0, 1)[3], 0);
    EXPECT_EQ(rgba.at<cv::Vec4b>(0, 2), cv::Vec4b(255, 255, 255, 255));
}

TEST(SegmentColors, AreAllDifferentAndBeginWithOkabeIto) {
    EXPECT_EQ(segmentColor(1), cv::Vec3b(230, 159, 0));
    EXPECT_EQ(segmentColor(7), cv::Vec3b(204, 121, 167));
    std::set<std::array<int, 3>> seen;
    for (int label = 0; label < 256; ++label) {
        const cv::Vec3b color = segmentColor(label);
        seen.insert({color[0], color[1], color[2]});
    }
    EXPECT_EQ(seen.size(), 256U);
}

TEST(SegmentColors, PaintAMap) {
    const cv::Mat labels = (cv::Mat_<std::uint8_t>(1, 2) << 0, 1);
    EXPECT_EQ(colourizeSegments(labels, false).at<cv::Vec4b>(0, 0)[3], 0);
    EXPECT_EQ(colourizeSegments(labels, true).at<cv::Vec4b>(0, 0), cv::Vec4b(153, 153, 153, 255));
    EXPECT_EQ(colourizeSegments(labels, false).at<cv::Vec4b>(0, 1), cv::Vec4b(230, 159, 0, 255));
}
}  // namespace
