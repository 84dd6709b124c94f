#include "core/defect/feature_space.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/random.h"

using namespace segad;

namespace {
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// Two clouds with correlated columns, and a column that is always 3.
cv::Mat goodRows(int count = 120) {
    SplitMix64 random(4, "good rows");
    cv::Mat rows(count, 4, CV_64FC1);
    for (int i = 0; i < count; ++i) {
        const double x = random.normal() + (i % 2 == 0 ? 40 : 60);
        rows.at<double>(i, 0) = x;
        rows.at<double>(i, 1) = 2 * x + 0.1 * random.normal();
        rows.at<double>(i, 2) = random.normal() * 0.01;
        rows.at<double>(i, 3) = 3;
    }
    return rows;
}

cv::Mat generated(FeatureDefect kind, FeatureDefectOptions options = {}, const cv::Mat& good = goodRows()) {
    options.kinds = {kind};
    return generateFeatureDefects(good, options);
}

double correlation(const cv::Mat& rows, int a, int b) {
    cv::Scalar meanA;
    cv::Scalar deviationA;
    cv::Scalar meanB;
    cv::Scalar deviationB;
    cv::meanStdDev(rows.col(a), meanA, deviationA);
    cv::meanStdDev(rows.col(b), meanB, deviationB);
    return (rows.col(a) - meanA[0]).dot(rows.col(b) - meanB[0]) / (rows.rows * deviationA[0] * deviationB[0]);
}

double spread(const cv::Mat& rows, int column) {
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(rows.col(column), mean, deviation);
    return deviation[0];
}

TEST(FeatureDefects, AreAsManyAsGoodRowsOrAsAskedFor) {
    EXPECT_EQ(generateFeatureDefects(goodRows(), {}).rows, 120);
    EXPECT_EQ(generateFeatureDefects(goodRows(), {.count = 7}).rows, 7);
    EXPECT_EQ(generateFeatureDefects(goodRows(5), {.count = 1}).rows, 1);
}

TEST(FeatureDefects, AreTheSameForTheSameSeed) {
    const auto equal = [](const cv::Mat& a, const cv::Mat& b) { return cv::norm(a, b, cv::NORM_INF) == 0; };
    EXPECT_TRUE(equal(generateFeatureDefects(goodRows(), {.seed = 1}),
                      generateFeatureDefects(goodRows(), {.seed = 1})));
    EXPECT_FALSE(equal(generateFeatureDefects(goodRows(), {.seed = 1}),
                       generateFeatureDefects(goodRows(), {.seed = 2})));
}

TEST(FeatureDefects, LocalOnesKeepCentresAndWiden) {
    const cv::Mat good = goodRows();
    const cv::Mat bad = generated(FeatureDefect::Local, {.count = 2000});
    cv::Scalar goodMean;
    cv::Scalar badMean;
    cv::Scalar unused;
    cv::meanStdDev(good.col(0), goodMean, unused);
    cv::meanStdDev(bad.col(0), badMean, unused);
    EXPECT_NEAR(badMean[0], goodMean[0], 1);
    EXPECT_NEAR(spread(bad, 2) / spread(good, 2), std::sqrt(5), 0.3) << "covariances times 5";
    EXPECT_GT(correlation(bad, 0, 1), 0.95) << "columns still go together";
}

TEST(FeatureDefects, ClustersAreAway) {
    const cv::Mat bad = generated(FeatureDefect::Cluster, {.count = 400});
    // Standardised, the two clouds lie at about -1 and 1: now they are at -5 and 5.
    const double middle = 50;
    const double deviation = spread(goodRows(), 0);
    for (int i = 0; i < bad.rows; ++i)
        EXPECT_GT(std::abs(bad.at<double>(i, 0) - middle) / deviation, 3.5);
}

TEST(FeatureDefects, ASingleCloudIsMovedAway) {
    SplitMix64 random(8);
    cv::Mat good(60, 2, CV_64FC1);
    for (int i = 0; i < good.rows; ++i) {
        for (int j = 0; j < good.cols; ++j)
            good.at<double>(i, j) = random.normal();
    }
    const cv::Mat bad = generated(FeatureDefect::Cluster, {.count = 100}, good);
    cv::Mat mean;
    cv::reduce(bad, mean, 0, cv::REDUCE_AVG);
    EXPECT_GT(cv::norm(mean), 3);
}

TEST(FeatureDefects, GlobalOnesFillALittleMoreThanTheRange) {
    const cv::Mat good = goodRows();
    const cv::Mat bad = generated(FeatureDefect::Global, {.count = 3000});
    double low = 0;
    double high = 0;
    cv::minMaxLoc(good.col(0), &low, &high);
    const double range = high - low;
    double badLow = 0;
    double badHigh = 0;
    cv::minMaxLoc(bad.col(0), &badLow, &badHigh);
    EXPECT_GE(badLow, low - 0.1 * range - 1e-9);
    EXPECT_LE(badHigh, high + 0.1 * range + 1e-9);
    EXPECT_LT(badLow, low);
    EXPECT_GT(badHigh, high);
    EXPECT_LT(std::abs(correlation(bad, 0, 1)), 0.1);
    EXPECT_EQ(generated(FeatureDefect::Global, {.literalGlobal = true}).rows, 120);
}

TEST(FeatureDefects, DependencyIsLostAndTheColumnsAreKept) {
    const cv::Mat bad = generated(FeatureDefect::Dependency, {.count = 2000});
    EXPECT_LT(std::abs(correlation(bad, 0, 1)), 0.1);
    EXPECT_NEAR(spread(bad, 0), spread(goodRows(), 0), 0.15 * spread(goodRows(), 0));
}

TEST(FeatureDefects, DoNotBetrayHowTheyWereMade) {
    cv::Mat good = goodRows();
    for (int i = 0; i < good.rows; i += 4)
        good.at<double>(i, 2) = kMissing;
    const cv::Mat bad = generateFeatureDefects(good, {.count = 800});
    int missing = 0;
    for (int i = 0; i < bad.rows; ++i) {
        EXPECT_EQ(bad.at<double>(i, 3), 3) << "a constant column stays constant";
        missing += std::isnan(bad.at<double>(i, 2)) ? 1 : 0;
    }
    EXPECT_NEAR(missing / 800.0, 0.25, 0.06);
}

TEST(FeatureDefects, FewRowsOfManyColumnsAreEnough) {
    SplitMix64 random(2);
    cv::Mat good(4, 50, CV_64FC1);
    for (auto& value : cv::Mat_<double>(good))
        value = random.normal();
    const cv::Mat bad = generateFeatureDefects(good, {.count = 40});
    EXPECT_EQ(bad.size(), cv::Size(50, 40));
    EXPECT_TRUE(cv::checkRange(bad));
}

TEST(FeatureDefects, TheGuardKeepsRowsThatLookGoodOut) {
    const cv::Mat bad = generated(FeatureDefect::Dependency, {.count = 300, .risingColumns = {0, 1}});
    int below = 0;
    for (int i = 0; i < bad.rows; ++i)
        below += bad.at<double>(i, 0) < 50 && bad.at<double>(i, 1) < 100 ? 1 : 0;
    EXPECT_LT(below, 10) << "a quarter would be by chance";
}

TEST(FeatureDefects, RefuseWhatCantWork) {
    EXPECT_THROW(generateFeatureDefects(goodRows(1), {}), Error);
    EXPECT_THROW(generateFeatureDefects(cv::Mat(), {}), Error);
    EXPECT_THROW(generateFeatureDefects(goodRows(), {.kinds = {}}), Error);
    EXPECT_THROW(generateFeatureDefects(goodRows(), {.count = -1}), Error);
    EXPECT_THROW(generateFeatureDefects(goodRows(), {.alpha = 0}), Error);
    EXPECT_THROW(generateFeatureDefects(goodRows(), {.margin = -1}), Error);
    EXPECT_THROW(generateFeatureDefects(goodRows(), {.risingColumns = {4}}), Error);
    cv::Mat infinite = goodRows();
    infinite.at<double>(0, 0) = std::numeric_limits<double>::infinity();
    EXPECT_THROW(generateFeatureDefects(infinite, {}), Error);
    EXPECT_EQ(featureDefectFromString("global"), FeatureDefect::Global);
    EXPECT_THROW(featureDefectFromString("celestial"), Error);
}
}  // namespace
