// The trend of a line, by simulation.
#include "core/workflow/score_trend.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/noise.h"

using namespace segad;

namespace {
/// A line whose good parts score −4 ± 0.5, with one bad part (score 3) in fifty.
class Line {
public:
    double next(double shift = 0) {
        const bool bad = test::uniform(random_) < 0.02;
        return (bad ? 3 : -4) + 0.5 * test::normal(random_) + shift;
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
