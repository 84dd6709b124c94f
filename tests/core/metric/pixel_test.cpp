// Pixel metrics: tests/data/metrics.json, exact against binned, and small pictures drawn by hand.
#include "core/metric/pixel.h"

#include <cmath>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "tests/core/metric/pixel_vectors.h"
#include "tests/support/test_support.h"

using namespace segad;
using test::PixelCase;

namespace {
constexpr double kTolerance = 1e-9;

const Json& expected() {
    static const Json file = test::vectors("metrics.json");
    return file.at("pixel");
}

void feed(PixelMetrics& metrics, const PixelCase& data, std::size_t from = 0, std::size_t to = SIZE_MAX) {
    for (std::size_t i = from; i < std::min(to, data.maps.size()); ++i) {
        if (data.isBad(i)) {
            metrics.addBad(data.maps[i], data.masks[i]);
        } else {
            metrics.addGood(data.maps[i]);
        }
    }
}

PixelFigures exactFigures(const PixelCase& data, double limit = 0.3) {
    PixelMetrics metrics = PixelMetrics::exact(data.size);
    feed(metrics, data);
    return metrics.figures(limit);
}

PixelRange rangeOf(const PixelCase& data) {
    PixelRange range(data.size);
    for (const AnomalyMap& map : data.maps)
        range.add(map);
    return range;
}

PixelFigures binnedFigures(const PixelCase& data, int bins, double limit = 0.3) {
    PixelMetrics metrics = PixelMetrics::binned(rangeOf(data), bins);
    feed(metrics, data);
    return metrics.figures(limit);
}

AnomalyMap mapOf(const cv::Mat& pixels) {
    return {pixels, "drawn"};
}

TEST(PixelMetrics, ExactEqualsTheVectors) {
    const PixelCase data = test::pixelCase();
    const PixelFigures figures = exactFigures(data);
    EXPECT_NEAR(*figures.auroc, expected()["pixel_auroc"].get<double>(), kTolerance);
    EXPECT_NEAR(*figures.averagePrecision, expected()["pixel_ap"].get<double>(), kTolerance);
    EXPECT_NEAR(*figures.aupro, expected()["aupro_fpr0.30"].get<double>(), kTolerance);
    EXPECT_EQ(figures.regions, expected()["n_components_8conn"].get<std::uint64_t>());
    EXPECT_EQ(figures.goodPixels + figures.badPixels, 6U * 32 * 32);
    EXPECT_NEAR(*exactFigures(data, 0.05).aupro, expected()["aupro_fpr0.05"].get<double>(), kTolerance);
    EXPECT_NEAR(*exactFigures(data, 1).aupro, expected()["aupro_fpr1.00"].get<double>(), kTolerance);
}

TEST(PixelMetrics, ExactEqualsTheVectorsWithManyTies) {
    const PixelFigures figures = exactFigures(test::pixelCase(1));
    EXPECT_NEAR(*figures.auroc, expected()["rounded_to_0.1"]["pixel_auroc"].get<double>(), kTolerance);
    EXPECT_NEAR(*figures.aupro, expected()["rounded_to_0.1"]["aupro_030"].get<double>(), kTolerance);
    EXPECT_NEAR(exactFigures(test::pixelCase(2)).f1Max->f1, expected()["pixel_f1max"].get<double>(),
                kTolerance);
}

TEST(PixelMetrics, BinnedEqualsTheVectors) {
    const PixelCase data = test::pixelCase();
    for (const int bins : {64, 1024, 65536}) {
        SCOPED_TRACE(bins);
        const PixelFigures figures = binnedFigures(data, bins);
        EXPECT_NEAR(*figures.auroc, expected()["hist_auroc_B" + std::to_string(bins)].get<double>(),
                    kTolerance);
        EXPECT_NEAR(*figures.averagePrecision, expected()["hist_ap_B" + std::to_string(bins)].get<double>(),
                    kTolerance);
    }
}

TEST(PixelMetrics, BinnedComesCloseToExact) {
    const PixelCase data = test::pixelCase();
    const PixelFigures exact = exactFigures(data);
    const PixelFigures binned = binnedFigures(data, kPixelBins);
    EXPECT_NEAR(*binned.aupro, *exact.aupro, 1e-4);
    EXPECT_NEAR(*binned.auroc, *exact.auroc, 1e-4);
    EXPECT_NEAR(binned.f1Max->f1, exact.f1Max->f1, 1e-3);
    EXPECT_NEAR(binned.f1Max->threshold, exact.f1Max->threshold, 1e-3);
    EXPECT_EQ(binned.regions, exact.regions);
    EXPECT_EQ(binned.badPixels, exact.badPixels);
}

TEST(PixelMetrics, DoNotDependOnOrderOrOnWhoAdds) {
    const PixelCase data = test::pixelCase();
    const PixelFigures whole = binnedFigures(data, 1024);
    PixelMetrics first = PixelMetrics::binned(rangeOf(data), 1024);
    PixelMetrics second = PixelMetrics::binned(rangeOf(data), 1024);
    feed(second, data, 0, 2);
    feed(first, data, 2);
    first.merge(second);
    EXPECT_EQ(*first.figures().auroc, *whole.auroc);
    EXPECT_NEAR(*first.figures().aupro, *whole.aupro, 1e-12);

    PixelMetrics exactFirst = PixelMetrics::exact(data.size);
    PixelMetrics exactSecond = PixelMetrics::exact(data.size);
    feed(exactFirst, data, 3);
    feed(exactSecond, data, 0, 3);
    exactFirst.merge(exactSecond);
    EXPECT_EQ(*exactFirst.figures().auroc, *exactFigures(data).auroc);

    PixelRange halves(data.size);
    PixelRange rest(data.size);
    halves.add(data.maps[0]);
    for (std::size_t i = 1; i < data.maps.size(); ++i)
        rest.add(data.maps[i]);
    halves.merge(rest);
    EXPECT_EQ(halves.low(), rangeOf(data).low());
    EXPECT_EQ(halves.high(), rangeOf(data).high());
}

TEST(PixelMetrics, SeeThroughAMonotoneChange) {
    const PixelCase data = test::pixelCase();
    PixelCase bent = data;
    bent.maps.clear();
    for (const AnomalyMap& map : data.maps) {
        cv::Mat pixels = map.pixels() * 2 + 5;
        bent.maps.push_back(mapOf(pixels));
    }
    EXPECT_NEAR(*exactFigures(bent).auroc, *exactFigures(data).auroc, 1e-6) << "but for new float32 ties";
    EXPECT_NEAR(*exactFigures(bent).aupro, *exactFigures(data).aupro, 1e-4);
}

TEST(PixelMetrics, EveryRegionCountsTheSameHoweverSmall) {
    // A region of 1 pixel that is found and one of 16 that is not: half the regions are covered at once.
    cv::Mat mask(16, 16, CV_8UC1, cv::Scalar(0));
    mask.at<std::uint8_t>(1, 1) = 1;
    mask(cv::Rect(6, 6, 4, 4)) = 255;
    cv::Mat pixels(16, 16, CV_32FC1, cv::Scalar(0.5F));
    pixels.at<float>(1, 1) = 1;
    pixels(cv::Rect(6, 6, 4, 4)) = 0;
    PixelMetrics metrics = PixelMetrics::exact({16, 16});
    metrics.addBad(mapOf(pixels), mask);
    const PixelFigures figures = metrics.figures(1);
    EXPECT_EQ(figures.regions, 2U);
    EXPECT_NEAR(*figures.aupro, 0.5, 1e-12);
    EXPECT_NEAR(*figures.auroc, 1.0 / 17, 1e-12);
}

TEST(PixelMetrics, RegionsTouchAtCorners) {
    cv::Mat mask(8, 8, CV_8UC1, cv::Scalar(0));
    mask.at<std::uint8_t>(2, 2) = mask.at<std::uint8_t>(3, 3) = mask.at<std::uint8_t>(6, 6) = 1;
    PixelMetrics metrics = PixelMetrics::exact({8, 8});
    metrics.addBad(mapOf(cv::Mat(8, 8, CV_32FC1, cv::Scalar(1))), mask);
    EXPECT_EQ(metrics.figures().regions, 2U);
}

TEST(PixelMetrics, PerfectMapsAreOneAndConstantMapsChance) {
    cv::Mat mask(32, 32, CV_8UC1, cv::Scalar(0));
    mask(cv::Rect(4, 4, 9, 9)) = 1;
    cv::Mat perfect;
    mask.convertTo(perfect, CV_32F);
    PixelMetrics found = PixelMetrics::exact({32, 32});
    found.addBad(mapOf(perfect), mask);
    EXPECT_EQ(*found.figures().auroc, 1);
    EXPECT_NEAR(*found.figures().aupro, 1, 1e-12);
    EXPECT_EQ(found.figures().f1Max->f1, 1);

    const AnomalyMap flat = mapOf(cv::Mat(32, 32, CV_32FC1, cv::Scalar(3)));
    PixelRange range({32, 32});
    range.add(flat);
    PixelMetrics chance = PixelMetrics::binned(range);
    chance.addBad(flat, mask);
    EXPECT_EQ(*chance.figures().auroc, 0.5);
    EXPECT_NEAR(*chance.figures(0.3).aupro, 0.15, 1e-12) << "the diagonal up to 0.3";
}

TEST(PixelMetrics, CompareAtOneSize) {
    // A mask of 512² whose square is 128² at (128, 256), and a map of 64² that marks the same place.
    cv::Mat mask(512, 512, CV_8UC1, cv::Scalar(0));
    mask(cv::Rect(128, 256, 128, 128)) = 255;
    cv::Mat pixels(64, 64, CV_32FC1, cv::Scalar(0));
    pixels(cv::Rect(16, 32, 16, 16)) = 1;
    PixelMetrics metrics = PixelMetrics::exact();
    metrics.addBad(mapOf(pixels), mask);
    const PixelFigures figures = metrics.figures();
    EXPECT_EQ(figures.badPixels, 64U * 64);
    EXPECT_EQ(figures.goodPixels + figures.badPixels, 256U * 256);
    EXPECT_GT(*figures.auroc, 0.999);
}

TEST(PixelMetrics, SayNothingTheyDoNotKnow) {
    const PixelFigures none = PixelMetrics::exact().figures();
    EXPECT_FALSE(none.auroc || none.averagePrecision || none.f1Max || none.aupro);
    PixelMetrics onlyGood = PixelMetrics::exact({8, 8});
    onlyGood.addGood(mapOf(cv::Mat(8, 8, CV_32FC1, cv::Scalar(1))));
    EXPECT_FALSE(onlyGood.figures().auroc);
    EXPECT_FALSE(onlyGood.figures().aupro);
    EXPECT_EQ(onlyGood.figures().goodPixels, 64U);
    PixelMetrics allBad = PixelMetrics::exact({8, 8});
    allBad.addBad(mapOf(cv::Mat(8, 8, CV_32FC1, cv::Scalar(1))), cv::Mat(8, 8, CV_8UC1, cv::Scalar(1)));
    EXPECT_FALSE(allBad.figures().auroc);
    EXPECT_FALSE(allBad.figures().aupro);
}

TEST(PixelMetrics, RefuseBadInput) {
    const AnomalyMap map = mapOf(cv::Mat(8, 8, CV_32FC1, cv::Scalar(1)));
    EXPECT_THROW(PixelMetrics::binned(PixelRange()), Error) << "no map seen";
    PixelRange range({8, 8});
    range.add(map);
    EXPECT_THROW(PixelMetrics::binned(range, 1), Error);
    PixelMetrics metrics = PixelMetrics::binned(range);
    EXPECT_THROW(metrics.addBad(map, cv::Mat()), Error);
    EXPECT_THROW(metrics.addBad(map, cv::Mat(8, 8, CV_32FC1, cv::Scalar(1))), Error);
    EXPECT_THROW(metrics.figures(0), Error);
    EXPECT_THROW(metrics.merge(PixelMetrics::exact({8, 8})), Error);
    EXPECT_THROW(metrics.merge(PixelMetrics::binned(range, 128)), Error);
}
}  // namespace
