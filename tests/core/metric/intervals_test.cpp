// DeLong, bootstrap and Wilson: tests/data/metrics.json, definitions, and coverage.
#include "core/metric/intervals.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/metric/roc.h"
#include "tests/core/metric/metric_vectors.h"

using namespace segad;
using test::drawnScores;

namespace {
TEST(DeLong, EqualsTheVectors) {
    for (const auto& [name, scores, expected] : test::imageCases()) {
        SCOPED_TRACE(name);
        const DeLong result = *deLong(scores);
        EXPECT_NEAR(result.auroc, expected["delong"]["auc"].get<double>(), 1e-12);
        EXPECT_NEAR(result.variance, expected["delong"]["var"].get<double>(), 1e-12);
        EXPECT_NEAR(result.interval.low, expected["delong"]["ci95"][0].get<double>(), 1e-9);
        EXPECT_NEAR(result.interval.high, expected["delong"]["ci95"][1].get<double>(), 1e-9);
        EXPECT_EQ(result.atLeast.has_value(), name == "perfect");
    }
}

TEST(DeLong, BoundsAPerfectRankingByItsSize) {
    const ScoreSets few{.good = {1, 2, 3}, .bad = {4, 5, 6}};
    ScoreSets many;
    for (int i = 0; i < 200; ++i) {
        many.good.push_back(i);
        many.bad.push_back(1000 + i);
    }
    EXPECT_NEAR(*deLong(few)->atLeast, std::pow(0.025, 1.0 / 3), 1e-12);
    EXPECT_GT(*deLong(many)->atLeast, 0.98);
}

TEST(DeLong, CoversTheTruthAboutAsOftenAsItSays) {
    // Good uniform on [0, 1), bad on [0.3, 1.3): P(bad > good) = 1 − 0.7² / 2.
    constexpr double kTruth = 1 - 0.7 * 0.7 / 2;
    int covered = 0;
    constexpr int kTrials = 400;
    for (int i = 0; i < kTrials; ++i) {
        const DeLong result = *deLong(drawnScores("test/coverage/" + std::to_string(i), 60, 40));
        if (result.interval.low <= kTruth && kTruth <= result.interval.high) ++covered;
    }
    EXPECT_GT(covered, kTrials * 0.91);
    EXPECT_LT(covered, kTrials * 0.985);
}

TEST(DeLong, IsAbsentForTooFewParts) {
    EXPECT_FALSE(deLong({.good = {1}, .bad = {2, 3}}));
    EXPECT_FALSE(deLong({.good = {1, 2}, .bad = {}}));
}

TEST(CompareAuroc, SeesNoDifferenceBetweenEqualRankings) {
    const ScoreSets scores = drawnScores("test/same", 50, 30);
    ScoreSets stretched = scores;
    for (std::vector<double>* part : {&stretched.good, &stretched.bad}) {
        for (double& score : *part)
            score = 3 * score + 1;
    }
    const AurocComparison same = *compareAuroc(scores, stretched);
    EXPECT_EQ(same.difference, 0);
    EXPECT_NEAR(same.standardError, 0, 1e-12);
    EXPECT_FALSE(same.z);
    EXPECT_FALSE(same.pValue);
}

TEST(CompareAuroc, IsAntisymmetricAndAddsVariancesOfIndependentScores) {
    const ScoreSets first = drawnScores("test/first", 300, 200);
    const ScoreSets second = drawnScores("test/second", 300, 200);
    const AurocComparison there = *compareAuroc(first, second);
    const AurocComparison back = *compareAuroc(second, first);
    EXPECT_NEAR(there.difference, *auroc(first) - *auroc(second), 1e-12);
    EXPECT_NEAR(there.difference, -back.difference, 1e-12);
    EXPECT_NEAR(*there.pValue, *back.pValue, 1e-12);
    const double independent = std::sqrt(deLong(first)->variance + deLong(second)->variance);
    EXPECT_NEAR(there.standardError, independent, 0.1 * independent);
    EXPECT_GT(*there.pValue, 0.01);
}

TEST(CompareAuroc, IsSureOfAClearDifference) {
    const ScoreSets good = drawnScores("test/clear", 200, 100);
    ScoreSets chance = good;
    chance.bad = test::uniformStream("test/chance", 100);
    const AurocComparison result = *compareAuroc(good, chance);
    EXPECT_GT(result.difference, 0.1);
    EXPECT_LT(*result.pValue, 0.001);
    EXPECT_GT(result.interval.low, 0);
    EXPECT_NEAR(std::erfc(*result.z / std::sqrt(2.0)), *result.pValue, 1e-12);
}

TEST(CompareAuroc, RefusesScoresOfOtherParts) {
    EXPECT_THROW(compareAuroc({.good = {1, 2}, .bad = {3, 4}}, {.good = {1, 2, 3}, .bad = {4}}), Error);
}

TEST(Bootstrap, EqualsTheVectors) {
    for (const auto& [name, scores, expected] : test::imageCases()) {
        SCOPED_TRACE(name);
        const Json& figures = expected["bootstrap"];
        Job job;
        const Bootstrap result = *bootstrap(
            scores, [](const ScoreSets& sets) { return auroc(sets); }, figures["name"].get<std::string>(),
            job, figures["B"].get<int>());
        EXPECT_NEAR(result.mean, figures["mean"].get<double>(), 1e-9);
        EXPECT_NEAR(result.deviation, figures["std_ddof1"].get<double>(), 1e-9);
        EXPECT_NEAR(result.interval.low, figures["ci95"][0].get<double>(), 1e-9);
        EXPECT_NEAR(result.interval.high, figures["ci95"][1].get<double>(), 1e-9);
    }
}

TEST(Bootstrap, AgreesWithDeLong) {
    const ScoreSets scores = drawnScores("test/agree", 120, 80);
    Job job;
    const Bootstrap result = *bootstrap(
        scores, [](const ScoreSets& sets) { return auroc(sets); }, "boot/agree", job, 1000);
    const double deviation = std::sqrt(deLong(scores)->variance);
    EXPECT_NEAR(result.deviation, deviation, 0.15 * deviation);
}

TEST(Bootstrap, StopsAndRefuses) {
    const ScoreSets scores{.good = {1, 2}, .bad = {3}};
    const auto metric = [](const ScoreSets& sets) { return auroc(sets); };
    Job job;
    EXPECT_FALSE(bootstrap({.good = {1}, .bad = {}}, metric, "boot/x", job));
    EXPECT_THROW(bootstrap(scores, metric, "boot/x", job, 1), Error);
    job.cancel();
    EXPECT_THROW(bootstrap(scores, metric, "boot/x", job), Cancelled);
}

TEST(Wilson, EqualsTheFormulaAndStaysInItsBounds) {
    // Wilson (1927) for 8 of 10: centre (0.8 + z²/20) / (1 + z²/10) and so on.
    const Interval eight = *wilson(8, 10);
    EXPECT_NEAR(eight.low, 0.490162, 1e-6);
    EXPECT_NEAR(eight.high, 0.943318, 1e-6);
    EXPECT_EQ(wilson(0, 12)->low, 0);
    EXPECT_EQ(wilson(12, 12)->high, 1);
    EXPECT_GT(wilson(0, 12)->high, 0.1);
    for (const std::uint64_t successes : {0U, 3U, 7U, 10U}) {
        const Interval one = *wilson(successes, 10);
        const Interval other = *wilson(10 - successes, 10);
        EXPECT_NEAR(one.low, 1 - other.high, 1e-12);
        EXPECT_LT(one.low, one.high);
    }
    EXPECT_FALSE(wilson(0, 0));
    EXPECT_THROW(wilson(3, 2), Error);
}
}  // namespace
