#include <algorithm>
#include <cmath>
#include <set>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/image/heat_colors.h"
#include "core/image/lab.h"
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

/// The colour as an eye without red (or without green) receptors sees it: the projection of Viénot, Brettel
/// and Mollon (1999), in linear light.
cv::Vec3b seenWithout(bool red, const cv::Vec3b& rgb) {
    const auto linear = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    const double r = linear(rgb[0] / 255.0);
    const double g = linear(rgb[1] / 255.0);
    const double b = linear(rgb[2] / 255.0);
    const double yellow = red ? 0.11238 * r + 0.88762 * g : 0.29275 * r + 0.70725 * g;
    const double blue = red ? 0.00401 * r - 0.00401 * g + b : -0.02234 * r + 0.02234 * g + b;
    const auto coded = [](double v) {
        const double c = std::clamp(v, 0.0, 1.0);
        return cv::saturate_cast<std::uint8_t>(
            255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055));
    };
    return {coded(yellow), coded(yellow), coded(blue)};
}

double difference(const Lab& a, const Lab& b) {
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

TEST(HeatColors, NeverGetDarkerAndAreToldApartByEveryEye) {
    for (const HeatColorsInfo& row : heatColorsCatalog()) {
        const auto& table = heatTable(row.id);
        for (const auto& see : {+[](const cv::Vec3b& rgb) { return rgb; },
                                +[](const cv::Vec3b& rgb) { return seenWithout(true, rgb); },
                                +[](const cv::Vec3b& rgb) { return seenWithout(false, rgb); }}) {
            for (std::size_t i = 0; i + 1 < table.size(); ++i) {
                // A step of 8 bit may round down a little.
                EXPECT_GT(toLab(see(table[i + 1]))[0], toLab(see(table[i]))[0] - 0.6) << row.key << " " << i;
            }
            for (std::size_t i = 0; i + 16 < table.size(); i += 8) {
                EXPECT_GT(difference(toLab(see(table[i])), toLab(see(table[i + 16]))), 3)
                    << row.key << " " << i;
            }
        }
    }
}

TEST(HeatColors, OfDifferencesAreEvenOnBothSidesAndToldApartByEveryEye) {
    const auto& table = heatTable(HeatColors::Difference);
    for (std::size_t i = 0; i < 127; ++i) {
        EXPECT_LT(toLab(table[i])[0], toLab(table[i + 1])[0] + 0.3) << i;
        EXPECT_NEAR(toLab(table[i])[0], toLab(table[255 - i])[0], 1.5) << i;
    }
    for (const bool red : {true, false}) {
        for (std::size_t i = 0; i < 96; i += 8) {
            EXPECT_GT(difference(toLab(seenWithout(red, table[i])), toLab(seenWithout(red, table[255 - i]))),
                      20)
                << red << " " << i;
        }
    }
    const auto& overlay = heatOverlayTable(HeatColors::Difference);
    EXPECT_EQ(overlay[127][3], 0);
    EXPECT_EQ(overlay[128][3], 0);
    EXPECT_EQ(overlay[0][3], 255);
    EXPECT_EQ(overlay[255][3], 255);
}

TEST(Lab, ComesBackToTheSameColour) {
    EXPECT_NEAR(toLab({255, 255, 255})[0], 100, 0.01);
    EXPECT_NEAR(toLab({0, 0, 0})[0], 0, 0.01);
    for (const cv::Vec3b& rgb : {cv::Vec3b(0, 114, 178), cv::Vec3b(255, 0, 1), cv::Vec3b(17, 200, 90)})
        EXPECT_EQ(fromLab(toLab(rgb)), rgb);
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
