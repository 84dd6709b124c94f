// Control charts against their formulas, published run lengths and bounds; the trend of a line by simulation.
#include "core/metric/control_chart.h"

#include <cmath>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/metric/score_trend.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
double uniform(SplitMix64& random) {
    return (static_cast<double>(random() >> 11U) + 0.5) * 0x1p-53;
}

/// Box and Muller, one of the two.
double normal(SplitMix64& random) {
    const double radius = std::sqrt(-2 * std::log(uniform(random)));
    return radius * std::cos(2 * std::acos(-1.0) * uniform(random));
}

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
        const double value = normal(random);
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
            const EwmaChart::Point point = chart.add(normal(random) + shift);
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
            while (!chart.add(uniform(random) < usual));
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

/// A line whose good parts score −4 ± 0.5, with one bad part (score 3) in fifty.
class Line {
public:
    double next(double shift = 0) {
        const bool bad = uniform(random_) < 0.02;
        return (bad ? 3 : -4) + 0.5 * normal(random_) + shift;
    }

private:
    SplitMix64 random_{11, "test/line"};
};

constexpr double kThreshold = 0;

TrendState feed(ScoreTrend& trend, Line& line, int parts, double shift = 0) {
    for (int i = 0; i < parts; ++i) {
        const double score = line.next(shift);
        trend.add(score, score < kThreshold);
    }
    return trend.state();
}

TEST(ScoreTrend, LearnsWhatIsUsual) {
    Line line;
    ScoreTrend trend(kThreshold);
    while (!trend.baseline()) {
        const double score = line.next();
        const TrendReading point = trend.add(score, score < kThreshold);
        EXPECT_FALSE(point.chart);
    }
    EXPECT_EQ(trend.learned(), ScoreTrend::kLearnedParts);
    EXPECT_EQ(trend.state(), TrendState::Steady);
    EXPECT_NEAR(trend.baseline()->mean, -4, 0.2);
    EXPECT_NEAR(trend.baseline()->deviation, 0.5, 0.1);
    EXPECT_NEAR(trend.baseline()->failing, 0.03, 0.03);
}

TEST(ScoreTrend, StaysCalmOnALineThatDoesNotChange) {
    Line line;
    ScoreTrend trend(kThreshold);
    for (int i = 0; i < 50'000; ++i) {
        const double score = line.next();
        const TrendState state = trend.add(score, score < kThreshold).state;
        ASSERT_TRUE(state == TrendState::Steady || state == TrendState::Learning) << "at part " << i;
    }
}

TEST(ScoreTrend, NoticesNormalPartsThatMoveEitherWay) {
    for (const double shift : {0.5, -0.5}) {
        Line line;
        ScoreTrend trend(kThreshold);
        feed(trend, line, 300);
        EXPECT_EQ(trend.state(), TrendState::Steady);
        EXPECT_EQ(feed(trend, line, 100, shift), shift > 0 ? TrendState::Higher : TrendState::Lower);
        // It goes away by itself when the line is as it was.
        EXPECT_EQ(feed(trend, line, 400), TrendState::Steady);
    }
}

TEST(ScoreTrend, NoticesAtOnceWhenNothingPassesAnyMore) {
    Line line;
    ScoreTrend trend(kThreshold);
    feed(trend, line, 300);
    EXPECT_EQ(feed(trend, line, 12, 8), TrendState::MoreFailing);
}

TEST(ScoreTrend, AWarningDoesNotFlicker) {
    Line line;
    ScoreTrend trend(kThreshold, TrendBaseline{-4, 0.5, 0.03, 100});
    feed(trend, line, 100, 0.36);  // just at the limit: inside one moment, outside the next
    int changes = 0;
    TrendState before = trend.state();
    for (int i = 0; i < 1000; ++i) {
        feed(trend, line, 1, 0.36);
        changes += trend.state() == before ? 0 : 1;
        before = trend.state();
    }
    EXPECT_LE(changes, 40);
}

TEST(ScoreTrend, GoesOnFromAnEarlierShift) {
    const TrendBaseline known{-4, 0.5, 0.03, 100};
    Line line;
    ScoreTrend trend(kThreshold, known);
    EXPECT_EQ(trend.baseline(), known);
    // The lamp was changed over night: no shift may learn that as the new normal.
    EXPECT_EQ(feed(trend, line, 80, 0.6), TrendState::Higher);
    trend.learnAnew();
    EXPECT_EQ(trend.state(), TrendState::Learning);
    EXPECT_EQ(feed(trend, line, 300, 0.6), TrendState::Steady);
    EXPECT_NEAR(trend.baseline()->mean, -3.4, 0.2);
}

TEST(ScoreTrend, ABaselineThatCannotBeIsLearnedAnew) {
    EXPECT_FALSE(ScoreTrend(0, TrendBaseline{1, 0, 0.1, 100}).baseline());
    EXPECT_FALSE(ScoreTrend(0, TrendBaseline{std::nan(""), 1, 0.1, 100}).baseline());
    EXPECT_FALSE(ScoreTrend(0, TrendBaseline{1, 1, 1, 100}).baseline());
}

TEST(ScoreTrend, EqualScoresAreNoReasonToWarnOfTheNextOne) {
    ScoreTrend trend(kThreshold);
    for (int i = 0; i < 150; ++i)
        trend.add(-4, true);
    EXPECT_GT(trend.baseline()->deviation, 0);
    for (int i = 0; i < 50; ++i)
        EXPECT_EQ(trend.add(-3.99, true).state, TrendState::Steady);
}
}  // namespace
