#include "core/detector/cutmix.h"

#include <gtest/gtest.h>

#include "tests/core/detector/pictures.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
TEST(CutMix, GeometryIsTheVectors) {
    const Json vectors = test::vectors("cutmix.json");
    for (const Json& expected : vectors.at("cases")) {
        SplitMix64 random(fnv1a64(expected.at("stream").get<std::string>()));
        const CutMixGeometry where = drawCutMix(expected.at("S").get<int>(), random);
        EXPECT_EQ(where.from.width, expected.at("w").get<int>());
        EXPECT_EQ(where.from.height, expected.at("h").get<int>());
        EXPECT_EQ(where.from.x, expected.at("src")[0].get<int>());
        EXPECT_EQ(where.from.y, expected.at("src")[1].get<int>());
        EXPECT_EQ(where.to.x, expected.at("dst")[0].get<int>());
        EXPECT_EQ(where.to.y, expected.at("dst")[1].get<int>());
    }
}

TEST(CutMix, AlwaysFits) {
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        SplitMix64 random(seed, "fits");
        const CutMixGeometry where = drawCutMix(32, random);
        const cv::Rect whole(0, 0, 32, 32);
        EXPECT_EQ(where.from & whole, where.from);
        const cv::Rect to(where.to, where.from.size());
        EXPECT_EQ(to & whole, to);
        EXPECT_GT(where.from.area(), 0);
    }
}

TEST(CutMix, ChangesOnlyWhereThePieceLandsAndItsColoursALittle) {
    const cv::Mat part = test::drawnPart(1, false, {64, 64});
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        SplitMix64 random(seed, "mix");
        SplitMix64 again(seed, "mix");
        SplitMix64 geometry(seed, "mix");
        const cv::Mat mixed = cutMix(part, random);
        EXPECT_EQ(cv::norm(mixed, cutMix(part, again), cv::NORM_INF), 0) << "the same for the same numbers";
        const CutMixGeometry where = drawCutMix(64, geometry);
        const cv::Rect target(where.to, where.from.size());
        cv::Mat outside = mixed.clone();
        part(target).copyTo(outside(target));
        EXPECT_EQ(cv::norm(outside, part, cv::NORM_INF), 0);
        // Brightness by a tenth, contrast, saturation and hue too: values stay near.
        const double before = cv::mean(cv::mean(part(where.from)))[0];
        const double after = cv::mean(cv::mean(mixed(target)))[0];
        EXPECT_NEAR(after, before, 0.4 * before + 2);
    }
}
}  // namespace
}  // namespace segad
