// Control charts against their formulas, published run lengths and bounds.
#include "core/metric/control_chart.h"

#include <cmath>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/error_code.h"
#include "tests/support/noise.h"

using namespace segad;

namespace {
TEST(EwmaChart, IsRobertsFormula) {
    constexpr double kMean = 10;
    constexpr double kDeviation = 2;
    constexpr double kLambda = 0.25;
    EwmaChart chart(kMean, kDeviation, {.lambda = kLambda, .width = 3});
    const std::vector<double> values{11, 14, 9, 8.5, 13, 10, 7};
    for (std::size_t t = 1; t <= values.size(); ++t) {
        const EwmaChart::Point point = chart.add(values[t - 1]);
        // The average written out: geometric weights of all values, the rest for the mean.
        double average = std::pow(1 - kLambda, static_cast<double>(t)) * kMean;
        for (std::size_t i = 1; i <= t; ++i)
            average += kLambda * std::pow(1 - kLambda, static_cast<double>(t - i)) * values[i - 1];
        const double share =
            kLambda / (2 - kLambda) * (1 - std::pow(1 - kLambda, 2.0 * static_cast<double>(t)));
        EXPECT_NEAR(point.average, average, 1e-12);
        EXPECT_NEAR(point.high, kMean + 3 * kDeviation * std::sqrt(share), 1e-12);
        EXPECT_NEAR(point.low, kMean - 3 * kDeviation * std::sqrt(share), 1e-12);
    }
    EXPECT_EQ(chart.count(), values.size());
}

TEST(EwmaChart, WithAllWeightOnTheNewestIsShewhartsChart) {
    EwmaChart chart(0, 1, {.lambda = 1, .width = 3});
    for (const double value : {0.5, -2.0, 3.5}) {
        const EwmaChart::Point point = chart.add(value);
        EXPECT_DOUBLE_EQ(point.average, value);
        EXPECT_DOUBLE_EQ(point.high, 3);
        EXPECT_DOUBLE_EQ(point.low, -3);
    }
}

TEST(EwmaChart, ScalesAndShiftsWithItsValues) {
    SplitMix64 random(7);
    EwmaChart plain(0, 1);
    EwmaChart other(-5, 0.5);
    for (int i = 0; i < 200; ++i) {
        const double value = test::normal(random);
        const EwmaChart::Point first = plain.add(value);
        const EwmaChart::Point second = other.add(value * 0.5 - 5);
        EXPECT_NEAR(second.average, first.average * 0.5 - 5, 1e-12);
        EXPECT_NEAR(second.high, first.high * 0.5 - 5, 1e-12);
        EXPECT_NEAR(second.low, first.low * 0.5 - 5, 1e-12);
    }
}

TEST(EwmaChart, ItsLimitsWidenToTheirFinalPlace) {
    EwmaChart chart(0, 1, {.lambda = 0.1, .width = 3});
    double before = 0;
    for (int i = 0; i < 300; ++i) {
        const EwmaChart::Point point = chart.add(0);
        EXPECT_GE(point.high, before);
        before = point.high;
    }
    EXPECT_NEAR(before, 3 * std::sqrt(0.1 / 1.9), 1e-9);
}

/// Mean number of values until the average leaves its limits.
double runLength(EwmaChart::Settings settings, double shift, int runs) {
    SplitMix64 random(20'261'128, "test/ewma");
    std::uint64_t total = 0;
    for (int run = 0; run < runs; ++run) {
        EwmaChart chart(0, 1, settings);
        for (;;) {
            const EwmaChart::Point point = chart.add(test::normal(random) + shift);
            if (point.average > point.high || point.average < point.low) break;
        }
        total += chart.count();
    }
    return static_cast<double>(total) / runs;
}

TEST(EwmaChart, HasThePublishedRunLengths) {
    // Lucas and Saccucci, "Exponentially Weighted Moving Average Control Schemes", Technometrics 32 (1990),
    // table 3, for limits at their final place; those that widen alarm a little earlier when all is well.
    EXPECT_NEAR(runLength({.lambda = 0.1, .width = 2.814}, 0, 3000), 500, 50);
    for (const auto& [settings, shift, published] :
         {std::tuple(EwmaChart::Settings{.lambda = 0.1, .width = 2.814}, 1.0, 10.3),
          std::tuple(EwmaChart::Settings{.lambda = 0.2, .width = 2.962}, 2.0, 3.5)}) {
        const double length = runLength(settings, shift, 3000);
        EXPECT_LE(length, published);
        EXPECT_GE(length, 0.55 * published);
    }
}

TEST(EwmaChart, RefusesWhatItCannotChart) {
    EXPECT_EQ(test::codeOf([] { EwmaChart(0, 0); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(test::codeOf([] { EwmaChart(std::nan(""), 1); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(test::codeOf([] { EwmaChart(0, 1, {.lambda = 0}); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(test::codeOf([] { EwmaChart(0, 1).add(std::nan("")); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(test::codeOf([] { ProportionChart(0.5, 0.5, 1); }), ErrorCode::InvalidArgument);
}

TEST(ProportionChart, AlarmsFalselyNoOftenerThanLordenAllows) {
    SplitMix64 random(3, "test/proportion");
    for (const double usual : {0.02, 0.2}) {
        constexpr double kThreshold = 5;  // e^5 = 148
        constexpr int kRuns = 400;
        std::uint64_t trials = 0;
        for (int run = 0; run < kRuns; ++run) {
            ProportionChart chart(usual, usual + 0.15, kThreshold);
            do
                ++trials;
            while (!chart.add(test::uniform(random) < usual));
        }
        EXPECT_GE(static_cast<double>(trials) / kRuns, std::exp(kThreshold));
    }
}

TEST(ProportionChart, NoticesAndForgets) {
    ProportionChart chart(0.02, 0.2, 10);
    int needed = 1;
    while (!chart.add(true))
        ++needed;
    EXPECT_EQ(needed, 5);  // ln 10 each
    EXPECT_TRUE(chart.add(true));
    EXPECT_DOUBLE_EQ(chart.sum(), 10);
    EXPECT_FALSE(chart.add(false));
    for (int i = 0; i < 100; ++i)
        chart.add(false);
    EXPECT_DOUBLE_EQ(chart.sum(), 0);
}
}  // namespace
