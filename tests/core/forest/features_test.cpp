// Segment features: tests/data/features.json, and what must hold for any map.
#include "core/forest/features.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/core/mat.hpp>

#include "core/base/error.h"
#include "core/base/quantile.h"
#include "core/base/random.h"
#include "tests/support/npy_vector.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
cv::Mat floatMat(const std::vector<float>& values, int rows, int columns) {
    cv::Mat mat(rows, columns, CV_32FC1);
    std::ranges::copy(values, mat.ptr<float>());
    return mat;
}

cv::Mat labelMat(const std::vector<std::uint8_t>& labels, int rows, int columns) {
    cv::Mat mat(rows, columns, CV_8UC1);
    std::ranges::copy(labels, mat.ptr<std::uint8_t>());
    return mat;
}

AnomalyMap vectorMap(const std::string& name) {
    const test::NpyVector npy = test::npyVector("feat_map_" + name + ".npy");
    return {floatMat(npy.floats(), static_cast<int>(npy.shape[0]), static_cast<int>(npy.shape[1])), name};
}

SegmentMap vectorSegments() {
    const test::NpyVector npy = test::npyVector("feat_mask.npy");
    const std::vector<std::uint8_t> labels(npy.values.begin(), npy.values.end());
    return {labelMat(labels, static_cast<int>(npy.shape[0]), static_cast<int>(npy.shape[1])), 6, "feat_mask"};
}

std::vector<double> inVectorOrder(const SegmentStatistics& statistics) {
    return {statistics.q995, statistics.skewness, statistics.kurtosis, statistics.mean};
}

/// `expected` null means NaN.
void expectEqual(const std::vector<double>& values, const Json& expected, double tolerance) {
    ASSERT_EQ(values.size(), expected.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (expected[i].is_null()) {
            EXPECT_TRUE(std::isnan(values[i])) << i;
        } else {
            EXPECT_NEAR(values[i], expected[i].get<double>(), tolerance) << i;
        }
    }
}

/// A map of `side`² with a bright spot, in three components of uneven shape.
struct Example {
    int side;
    std::vector<float> values;
    std::vector<std::uint8_t> labels;

    explicit Example(int sideLength) : side(sideLength) {
        const auto count = static_cast<std::size_t>(side * side);
        for (const double number : test::uniformStream("test/features", count))
            values.push_back(static_cast<float>(number * number));
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x)
                labels.push_back(
                    static_cast<std::uint8_t>(x + y < side / 2 ? 0 : (x * y > side * side / 3 ? 2 : 1)));
        }
    }
    AnomalyMap map() const { return {floatMat(values, side, side), "example"}; }
    SegmentMap segments(int count = 3) const { return {labelMat(labels, side, side), count, "example"}; }
};

TEST(SegmentStatistics, EqualTheVectors) {
    const Json file = test::vectors("features.json");
    const SegmentMap segments = vectorSegments();
    ASSERT_EQ(file["cases"].size(), 6U);
    for (const auto& [name, expected] : file["cases"].items()) {
        SCOPED_TRACE(name);
        const AnomalyMap map = vectorMap(name);
        const auto statistics = segmentStatistics(map, segments);
        ASSERT_EQ(statistics.size(), 6U);
        EXPECT_FLOAT_EQ(map.maximum(), expected["max"].get<float>());
        for (std::size_t i = 0; i < statistics.size(); ++i) {
            SCOPED_TRACE("component " + std::to_string(i));
            const std::vector<double> own = inVectorOrder(statistics[i]);
            expectEqual(own, expected["chosen_rule_double_res1e-6"][i], 1e-9);
            const Json& released = expected["numpy_scipy_native_float32"][i];
            for (std::size_t k = 0; k < own.size(); ++k) {
                EXPECT_EQ(std::isnan(own[k]), released[k].is_null());
                if (!released[k].is_null()) {
                    EXPECT_NEAR(own[k], released[k].get<double>(), 2e-4);
                }
            }
        }
        EXPECT_EQ(statistics[4].pixels, 1U);
        EXPECT_EQ(statistics[3].pixels, 2U);
        EXPECT_EQ(statistics[5].pixels, 0U);
    }
}

TEST(Quantile, EqualsTheVectors) {
    const Json file = test::vectors("features.json");
    ASSERT_FALSE(file["quantile"].empty());
    for (const Json& entry : file["quantile"]) {
        auto values = entry["x"].get<std::vector<double>>();
        const auto p = entry["p"].get<double>();
        auto reordered = values;
        EXPECT_NEAR(quantileInPlace(std::span(reordered), p), entry["q"].get<double>(), 1e-12);
        std::ranges::sort(values);
        EXPECT_NEAR(quantileOfSorted(std::span<const double>(values), p), entry["q"].get<double>(), 1e-12);
    }
}

TEST(Quantile, TheQuickWayForManyValuesGivesTheSame) {
    const std::vector<double> numbers = test::uniformStream("test/quantile", 20'000);
    std::vector<std::vector<float>> cases(6);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        cases[0].push_back(static_cast<float>(numbers[i]));
        cases[1].push_back(static_cast<float>(-std::log(1 - numbers[i])));
        cases[2].push_back(static_cast<float>(std::floor(numbers[i] * 3)));
        cases[3].push_back(1.5F);
        cases[4].push_back(static_cast<float>(i));
    }
    // Every sampled place is high, so that the bound leaves too few: the slow way must step in.
    cases[5] = cases[0];
    for (std::size_t k = 0; k < 256; ++k)
        cases[5][k * numbers.size() / 256] += 5;
    for (std::vector<float>& values : cases) {
        for (const std::size_t count :
             {std::size_t{100}, std::size_t{4096}, std::size_t{5001}, numbers.size()}) {
            for (const double p : {0.0, 0.5, 0.9, 0.995, 0.9999, 1.0}) {
                std::vector<float> first(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count));
                std::vector<float> second = first;
                EXPECT_EQ(upperQuantileInPlace(std::span(first), p), quantileInPlace(std::span(second), p))
                    << count << " values, p " << p;
            }
        }
    }
}

TEST(SegmentStatistics, FollowTheirDefinitions) {
    const Example example(61);
    const auto statistics = segmentStatistics(example.map(), example.segments());
    for (std::size_t segment = 0; segment < 3; ++segment) {
        std::vector<double> own;
        for (std::size_t i = 0; i < example.values.size(); ++i) {
            if (example.labels[i] == segment) own.push_back(static_cast<double>(example.values[i]));
        }
        const auto n = static_cast<double>(own.size());
        const double mean = std::accumulate(own.begin(), own.end(), 0.0) / n;
        const auto moment = [&](int power) {
            double sum = 0;
            for (const double value : own)
                sum += std::pow(value - mean, power);
            return sum / n;
        };
        EXPECT_EQ(statistics[segment].pixels, own.size());
        EXPECT_NEAR(statistics[segment].mean, mean, 1e-12);
        EXPECT_NEAR(statistics[segment].skewness, moment(3) / std::pow(moment(2), 1.5), 1e-10);
        EXPECT_NEAR(statistics[segment].kurtosis, moment(4) / std::pow(moment(2), 2) - 3, 1e-10);
        std::ranges::sort(own);
        EXPECT_NEAR(statistics[segment].q995, quantileOfSorted(std::span<const double>(own), 0.995), 1e-12);
    }
}

TEST(SegmentStatistics, DoNotDependOnWhereThePixelsOfASegmentAre) {
    Example example(40);
    const auto before = segmentStatistics(example.map(), example.segments());
    std::vector<std::size_t> order(example.values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    NumpyRandom(5).shuffle(order);
    Example shuffled = example;
    for (std::size_t i = 0; i < order.size(); ++i) {
        shuffled.values[i] = example.values[order[i]];
        shuffled.labels[i] = example.labels[order[i]];
    }
    const auto after = segmentStatistics(shuffled.map(), shuffled.segments());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(after[i].pixels, before[i].pixels);
        EXPECT_EQ(after[i].q995, before[i].q995);
        EXPECT_NEAR(after[i].mean, before[i].mean, 1e-12);
        EXPECT_NEAR(after[i].skewness, before[i].skewness, 1e-9);
        EXPECT_NEAR(after[i].kurtosis, before[i].kurtosis, 1e-9);
    }
}

TEST(SegmentStatistics, AConstantShiftsOnlyMeanAndQuantileAndAFactorScalesThem) {
    Example example(48);
    for (float& value : example.values)
        value = std::round(value * 1024) / 1024;  // so that the sums below are exact in float32
    const auto plain = segmentStatistics(example.map(), example.segments());
    Example moved = example;
    for (float& value : moved.values)
        value = value * 4 + 2;
    const auto after = segmentStatistics(moved.map(), moved.segments());
    for (std::size_t i = 0; i < plain.size(); ++i) {
        EXPECT_NEAR(after[i].mean, plain[i].mean * 4 + 2, 1e-12);
        EXPECT_NEAR(after[i].q995, plain[i].q995 * 4 + 2, 1e-12);
        EXPECT_NEAR(after[i].skewness, plain[i].skewness, 1e-9);
        EXPECT_NEAR(after[i].kurtosis, plain[i].kurtosis, 1e-9);
    }
    Example mirrored = example;
    for (float& value : mirrored.values)
        value = -value;
    const auto negative = segmentStatistics(mirrored.map(), mirrored.segments());
    for (std::size_t i = 0; i < plain.size(); ++i) {
        EXPECT_NEAR(negative[i].skewness, -plain[i].skewness, 1e-12);
        EXPECT_NEAR(negative[i].kurtosis, plain[i].kurtosis, 1e-12);
    }
}

TEST(SegmentStatistics, ASpotRaisesOnlyItsOwnSegment) {
    const Example example(50);
    Example spotted = example;
    const auto place =
        static_cast<std::size_t>(std::ranges::find(example.labels, 2) - example.labels.begin());
    spotted.values[place] = 9;
    const auto before = segmentStatistics(example.map(), example.segments());
    const auto after = segmentStatistics(spotted.map(), spotted.segments());
    for (const std::size_t other : {0U, 1U})
        EXPECT_EQ(inVectorOrder(after[other]), inVectorOrder(before[other]));
    EXPECT_GT(after[2].mean, before[2].mean);
    EXPECT_GT(after[2].kurtosis, before[2].kurtosis);
}

TEST(SegmentStatistics, TakeTheSegmentMapToTheSizeOfTheMap) {
    const Example example(64);
    cv::Mat doubled(128, 128, CV_8UC1);
    for (int y = 0; y < 128; ++y) {
        for (int x = 0; x < 128; ++x)
            doubled.at<std::uint8_t>(y, x) = example.labels[static_cast<std::size_t>(y / 2 * 64 + x / 2)];
    }
    const auto small = segmentStatistics(example.map(), example.segments());
    const auto large = segmentStatistics(example.map(), SegmentMap(doubled, 3, "doubled"));
    for (std::size_t i = 0; i < small.size(); ++i)
        EXPECT_EQ(inVectorOrder(large[i]), inVectorOrder(small[i]));
}

TEST(SegmentStatistics, ReadAWindowOfALargerPicture) {
    const Example example(40);
    cv::Mat canvas(50, 60, CV_32FC1, cv::Scalar(7));
    cv::Mat window = canvas(cv::Rect(3, 4, 40, 40));
    example.map().pixels().copyTo(window);
    const auto plain = segmentStatistics(example.map(), example.segments());
    const auto inside = segmentStatistics(AnomalyMap(window, "window"), example.segments());
    for (std::size_t i = 0; i < plain.size(); ++i)
        EXPECT_EQ(inVectorOrder(inside[i]), inVectorOrder(plain[i]));
}

TEST(FeatureRow, HasTheOrderOfItsNames) {
    const Example example(64);
    Example other = example;
    for (float& value : other.values)
        value = 3 * value + 1;
    const std::vector<DetectorMap> maps{{"one", example.map()}, {"two", other.map()}};
    const std::vector<DetectorScore> scores{{"supervised", 0.25}};
    const std::vector<double> row = featureRow(maps, example.segments(), scores, {64, 64});
    const std::vector<std::string> detectors{"one", "two"};
    const std::vector<std::string> extra{"supervised"};
    const std::vector<std::string> names = featureNames(3, detectors, extra);
    ASSERT_EQ(row.size(), names.size());
    ASSERT_EQ(row.size(), 4U * 3 * 2 + 2 + 1);
    const auto at = [&](const char* name) {
        return row[static_cast<std::size_t>(std::ranges::find(names, name) - names.begin())];
    };
    const auto one = segmentStatistics(example.map(), example.segments());
    const auto two = segmentStatistics(other.map(), example.segments());
    EXPECT_EQ(at("a_one_q995"), one[0].q995);
    EXPECT_EQ(at("b_two_kurtosis"), two[1].kurtosis);
    EXPECT_EQ(at("c_two_scewness"), two[2].skewness);
    EXPECT_EQ(at("c_one_mean"), one[2].mean);
    EXPECT_EQ(at("an_det_score_two"), static_cast<double>(other.map().maximum()));
    EXPECT_EQ(at("an_det_score_supervised"), 0.25);
}

TEST(FeatureRow, BringsMapsOfAnySizeToOneSize) {
    const Example example(64);
    const AnomalyMap map = example.map();
    const std::vector<DetectorMap> maps{{"one", map}};
    const std::vector<double> row = featureRow(maps, example.segments());
    const AnomalyMap large = map.resized({kFeatureMapSide, kFeatureMapSide});
    const auto expected = segmentStatistics(large, example.segments());
    EXPECT_EQ(row.front(), expected[0].q995);
    EXPECT_EQ(row.back(), static_cast<double>(large.maximum()));
    const std::vector<DetectorMap> resized{{"one", large}};
    EXPECT_EQ(featureRow(resized, example.segments()), row);
}

TEST(FeatureRow, RefusesBadInput) {
    const Example example(16);
    const AnomalyMap map = example.map();
    const std::vector<DetectorMap> one{{"one", map}};
    const std::vector<DetectorMap> twice{{"one", map}, {"one", map}};
    const std::vector<DetectorScore> again{{"one", 1.0}};
    const std::vector<DetectorScore> broken{{"two", std::nan("")}};
    EXPECT_THROW(featureRow({}, example.segments()), Error);
    EXPECT_THROW(featureRow(twice, example.segments()), Error);
    EXPECT_THROW(featureRow(one, example.segments(), again), Error);
    EXPECT_THROW(featureRow(one, example.segments(), broken), Error);
    std::vector<float> values = example.values;
    values[17] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_THROW(AnomalyMap(floatMat(values, 16, 16), "map"), Error)
        << "a map with NaN is refused, never fed";
    EXPECT_THROW(example.segments(2), Error) << "a label beyond the fixed count";
}
}  // namespace
