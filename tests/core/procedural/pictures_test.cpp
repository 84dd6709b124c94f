// Procedural pictures: the same for the same arguments, unlike each other, within what photographs show.
#include "core/procedural/pictures.h"

#include <array>
#include <cmath>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/procedural/colours.h"
#include "tests/support/error_code.h"

namespace segad {
namespace {

bool same(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0;
}

TEST(ProceduralPictures, HaveTheSizeAndTypeAskedFor) {
    for (const int side : {kProceduralMinSide, 97, 256, kProceduralMaxSide}) {
        for (const cv::Mat& picture : {proceduralPicture(1, 2, side), proceduralTexture(1, 2, side)}) {
            EXPECT_EQ(picture.size(), cv::Size(side, side));
            EXPECT_EQ(picture.type(), CV_8UC3);
            EXPECT_TRUE(picture.isContinuous());
        }
    }
}

TEST(ProceduralPictures, EveryFamilyDrawsAtEverySize) {
    for (std::size_t family = 0; family < proceduralFamilies().size(); ++family) {
        for (const int side : {64, 65, 200}) {
            for (std::uint64_t index = 0; index < 12; ++index)
                EXPECT_EQ(proceduralPictureOf(family, 5, index, side).rows, side);
        }
    }
}

TEST(ProceduralPictures, RefuseSizesOutsideTheirRange) {
    for (const int side : {-1, 0, kProceduralMinSide - 1, kProceduralMaxSide + 1}) {
        EXPECT_EQ(test::codeOf([&] { proceduralPicture(1, 1, side); }), ErrorCode::InvalidArgument);
        EXPECT_EQ(test::codeOf([&] { proceduralTexture(1, 1, side); }), ErrorCode::InvalidArgument);
    }
    EXPECT_EQ(test::codeOf([] { proceduralPictureOf(proceduralFamilies().size(), 1, 1, 64); }),
              ErrorCode::InvalidArgument);
}

TEST(ProceduralPictures, AreTheSameInAnyOrderAndOnAnyThread) {
    constexpr int kPictures = 24;
    std::vector<cv::Mat> alone;
    for (std::uint64_t index = 0; index < kPictures; ++index)
        alone.push_back(proceduralPicture(3, index, 96));
    std::vector<cv::Mat> together(kPictures);
    std::vector<std::thread> threads;
    for (std::size_t first = 0; first < 4; ++first) {
        threads.emplace_back([&, first] {
            for (std::size_t index = kPictures - 1 - first; index < kPictures; index -= 4)
                together[index] = proceduralPicture(3, index, 96);
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (std::size_t index = 0; index < kPictures; ++index)
        EXPECT_TRUE(same(alone[index], together[index])) << index;
}

TEST(ProceduralPictures, StayTheSameFromVersionToVersion) {
    // A training run is repeated from its seed. The tolerance is for last places of float arithmetic.
    struct Row {
        std::uint64_t index;
        double mean;
        double deviation;
    };
    constexpr std::array<Row, 8> kRows{{{0, 103.566, 10.954},
                                        {1, 95.503, 14.542},
                                        {2, 95.632, 33.606},
                                        {3, 109.951, 51.433},
                                        {4, 105.656, 26.065},
                                        {5, 98.413, 66.811},
                                        {6, 172.934, 38.524},
                                        {7, 67.540, 38.309}}};
    for (const Row& row : kRows) {
        const cv::Mat picture = proceduralPicture(2026, row.index, 128).reshape(1);
        cv::Scalar mean;
        cv::Scalar deviation;
        cv::meanStdDev(picture, mean, deviation);
        EXPECT_NEAR(mean[0], row.mean, 0.05) << row.index;
        EXPECT_NEAR(deviation[0], row.deviation, 0.05) << row.index;
    }
}

/// Share of pixels that differ by more than 8 grey levels.
double changed(const cv::Mat& a, const cv::Mat& b) {
    cv::Mat difference;
    cv::absdiff(a, b, difference);
    return cv::countNonZero(difference.reshape(1) > 8) / static_cast<double>(3 * a.total());
}

TEST(ProceduralPictures, TwinsDifferByTheirBlemishesAlone) {
    int visible = 0;
    double share = 0;
    constexpr int kPictures = 60;
    for (std::uint64_t index = 0; index < kPictures; ++index) {
        const cv::Mat plain = proceduralPicture(4, index, 128);
        const cv::Mat twin = proceduralBlemished(4, index, 128);
        EXPECT_TRUE(same(twin, proceduralBlemished(4, index, 128)));
        share += changed(plain, twin) / kPictures;
        visible += changed(plain, twin) > 0;
        // Stains may be large, but the picture is still the same one.
        EXPECT_LT(changed(plain, twin), 0.9) << index;
    }
    EXPECT_GT(visible, kPictures / 2);
    EXPECT_LT(share, 0.15);
}

TEST(ProceduralPictures, SomeBlemishesChangeTheColourAndHardlyTheBrightness) {
    int coloured = 0;
    int brighter = 0;
    constexpr int kPictures = 300;
    for (std::uint64_t index = 0; index < kPictures; ++index) {
        cv::Mat change;
        cv::subtract(withBlemishes(cv::Mat(96, 96, CV_8UC3, cv::Scalar::all(140)), 6, index),
                     cv::Mat(96, 96, CV_8UC3, cv::Scalar::all(140)), change, cv::noArray(), CV_32FC3);
        std::vector<cv::Mat> rgb;
        cv::split(change, rgb);
        const cv::Mat brightness = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
        const double colour = cv::norm(rgb[0] - brightness) + cv::norm(rgb[2] - brightness);
        const double light = cv::norm(brightness);
        coloured += colour > 3 * light && colour > 50 ? 1 : 0;
        brighter += light > 3 * colour ? 1 : 0;
    }
    EXPECT_GT(coloured, kPictures / 20);
    EXPECT_GT(brighter, kPictures / 20);
}

TEST(Colours, ATintLeavesTheLuminanceOfAGreyAsItIs) {
    procedural::Dice dice(1, "tint");
    for (int i = 0; i < 200; ++i) {
        const float strength = dice.logUniform(0.02F, 0.6F);
        const procedural::Rgb tint = procedural::drawTint(dice, strength);
        EXPECT_NEAR(procedural::luminance(tint), 1, 1e-5);
        EXPECT_NEAR(std::hypot(tint.r - 1, tint.b - 1), strength, 1e-4);
    }
}

TEST(ProceduralPictures, APhotographCanBeBlemished) {
    const cv::Mat picture = proceduralPicture(4, 1, 128);
    const cv::Mat before = picture.clone();
    const cv::Mat twin = withBlemishes(picture, 4, 1);
    EXPECT_TRUE(same(picture, before));
    EXPECT_EQ(twin.type(), CV_8UC3);
    EXPECT_FALSE(same(twin, picture));
    EXPECT_TRUE(same(twin, withBlemishes(picture, 4, 1)));
    EXPECT_FALSE(same(twin, withBlemishes(picture, 4, 2)));
}

TEST(ProceduralPictures, DifferBySeedAndIndex) {
    const cv::Mat picture = proceduralPicture(1, 1, 64);
    EXPECT_FALSE(same(picture, proceduralPicture(1, 2, 64)));
    EXPECT_FALSE(same(picture, proceduralPicture(2, 1, 64)));
    EXPECT_FALSE(same(picture, proceduralTexture(1, 1, 64)));
}

TEST(ProceduralPictures, EveryFamilyIsReachedAboutAsOftenAsItsWeightSays) {
    const auto families = proceduralFamilies();
    float total = 0;
    for (const ProceduralFamily& family : families)
        total += family.weight;
    std::vector<int> seen(families.size());
    constexpr int kDraws = 20'000;
    for (std::uint64_t index = 0; index < kDraws; ++index)
        ++seen[proceduralFamilyOf(7, index)];
    for (std::size_t i = 0; i < families.size(); ++i) {
        const double expected = kDraws * static_cast<double>(families[i].weight / total);
        EXPECT_NEAR(seen[i], expected, 5 * std::sqrt(expected)) << families[i].name;
    }
}

TEST(ProceduralPictures, CoverDarkAndLightCalmAndRichGreyAndColoured) {
    int dark = 0;
    int light = 0;
    int calm = 0;
    int rich = 0;
    int grey = 0;
    constexpr int kPictures = 500;
    for (std::uint64_t index = 0; index < kPictures; ++index) {
        const cv::Mat picture = proceduralPicture(11, index, 96);
        cv::Scalar mean;
        cv::Scalar deviation;
        cv::meanStdDev(picture, mean, deviation);
        const double brightness = (mean[0] + mean[1] + mean[2]) / 3;
        const double contrast = (deviation[0] + deviation[1] + deviation[2]) / 3;
        dark += brightness < 60 ? 1 : 0;
        light += brightness > 180 ? 1 : 0;
        calm += contrast < 12 ? 1 : 0;
        rich += contrast > 45 ? 1 : 0;
        const auto [low, high] = std::minmax({mean[0], mean[1], mean[2]});
        grey += high - low < 8 ? 1 : 0;
    }
    // Each kind is a real share of the pictures, and none is most of them.
    for (const int count : {dark, light, calm, rich}) {
        EXPECT_GT(count, kPictures / 25);
        EXPECT_LT(count, kPictures * 6 / 10);
    }
    EXPECT_GT(grey, kPictures / 5);
    EXPECT_LT(grey, kPictures * 7 / 10);
}

}  // namespace
}  // namespace segad
