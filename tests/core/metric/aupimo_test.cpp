// AUPIMO: tests/data/metrics.json and its limits.
#include "core/metric/aupimo.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "tests/core/metric/pixel_vectors.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
AnomalyMap flat(float value) {
    return {cv::Mat(16, 16, CV_32FC1, cv::Scalar(value)), "flat"};
}

/// A good map whose values are 0, 1, …, 255.
AnomalyMap ramp() {
    cv::Mat pixels(16, 16, CV_32FC1);
    for (int i = 0; i < 256; ++i)
        pixels.ptr<float>()[i] = static_cast<float>(i);
    return {pixels, "ramp"};
}

AupimoBand rampBand(const AupimoOptions& options) {
    PixelRange range({16, 16});
    range.add(ramp());
    AupimoThresholds thresholds(range, options);
    thresholds.add(ramp());
    return *thresholds.band();
}

TEST(Aupimo, EqualsTheVectors) {
    const Json file = test::vectors("metrics.json");
    const Json& expected = file.at("pixel").at("aupimo");
    const test::PixelCase data = test::pixelCase();
    PixelRange range(data.size);
    for (std::size_t i = 0; i < data.maps.size(); ++i) {
        if (!data.isBad(i)) range.add(data.maps[i]);
    }
    AupimoThresholds thresholds(range, {.thresholds = expected["K"].get<int>(),
                                        .lowerFpr = expected["fpr_bounds"][0].get<double>(),
                                        .upperFpr = expected["fpr_bounds"][1].get<double>()});
    for (std::size_t i = 0; i < data.maps.size(); ++i) {
        if (!data.isBad(i)) thresholds.add(data.maps[i]);
    }
    const AupimoBand band = *thresholds.band();
    EXPECT_EQ(band.points(), expected["n_points"].get<std::size_t>());
    EXPECT_TRUE(band.fineEnough());
    EXPECT_NEAR(band.lowestFpr(), expected["fpr_defacto"][0].get<double>(), 1e-12);
    EXPECT_NEAR(band.highestFpr(), expected["fpr_defacto"][1].get<double>(), 1e-12);
    std::vector<double> scores;
    for (std::size_t i = 0; i < data.maps.size(); ++i) {
        if (data.isBad(i)) scores.push_back(*band.score(data.maps[i], data.masks[i]));
    }
    ASSERT_EQ(scores.size(), expected["per_anomalous_image"].size());
    for (std::size_t i = 0; i < scores.size(); ++i)
        EXPECT_NEAR(scores[i], expected["per_anomalous_image"][i].get<double>(), 1e-9);
}

TEST(Aupimo, IsOneForDefectsAboveAllGoodPixelsAndZeroForThoseBelow) {
    const AupimoBand band = rampBand({.thresholds = 20'001, .lowerFpr = 0.01, .upperFpr = 0.5});
    const cv::Mat mask(16, 16, CV_8UC1, cv::Scalar(1));
    EXPECT_NEAR(*band.score(flat(300), mask), 1, 0.05) << "up to how well the rates meet the bounds";
    EXPECT_EQ(*band.score(flat(-1), mask), 0);
}

TEST(Aupimo, SaysWhenItIsTooCoarse) {
    EXPECT_FALSE(rampBand({.thresholds = 21, .lowerFpr = 0.01, .upperFpr = 0.5}).fineEnough());
    EXPECT_TRUE(rampBand({.thresholds = 2001, .lowerFpr = 0.01, .upperFpr = 0.5}).fineEnough());
}

TEST(Aupimo, IsAbsentWithoutGoodPixelsOrDefects) {
    PixelRange range({16, 16});
    range.add(ramp());
    EXPECT_FALSE(AupimoThresholds(range).band());
    const AupimoBand band = rampBand({.thresholds = 2001, .lowerFpr = 0.01, .upperFpr = 0.5});
    EXPECT_FALSE(band.score(ramp(), cv::Mat(16, 16, CV_8UC1, cv::Scalar(0))));
}

TEST(Aupimo, IsAbsentWhenGoodMapsAreConstant) {
    PixelRange range({16, 16});
    range.add(flat(2));
    AupimoThresholds thresholds(range, {.thresholds = 101});
    thresholds.add(flat(2));
    const std::optional<AupimoBand> band = thresholds.band();
    EXPECT_TRUE(!band || !band->fineEnough());
}

TEST(Aupimo, RefusesBadInput) {
    PixelRange range({16, 16});
    EXPECT_THROW(AupimoThresholds{range}, Error);
    range.add(ramp());
    EXPECT_THROW(AupimoThresholds(range, {.thresholds = 1}), Error);
    EXPECT_THROW(AupimoThresholds(range, {.lowerFpr = 1e-4, .upperFpr = 1e-5}), Error);
    EXPECT_THROW(AupimoThresholds(range, {.lowerFpr = 0}), Error);
    const AupimoBand band = rampBand({.thresholds = 2001, .lowerFpr = 0.01, .upperFpr = 0.5});
    EXPECT_THROW(band.score(ramp(), cv::Mat()), Error);
}
}  // namespace
