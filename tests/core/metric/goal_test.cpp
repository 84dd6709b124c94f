// Thresholds from a goal: against trying all pairs, against clearing(), and promises by simulation.
#include "core/metric/goal.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/metric/business.h"
#include "tests/core/metric/metric_vectors.h"

using namespace segad;
using test::kTolerance;

namespace {
/// All that can be told apart.
std::vector<double> places(const ScoreSets& scores) {
    std::set<double> distinct(scores.good.begin(), scores.good.end());
    distinct.insert(scores.bad.begin(), scores.bad.end());
    std::vector<double> all(distinct.begin(), distinct.end());
    all.push_back(all.back() + 1);
    return all;
}

template <class Visit>
void forAllPairs(const ScoreSets& scores, const Goal& goal, const Visit& visit) {
    const std::vector<double> all = places(scores);
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i; j < all.size(); ++j)
            visit(*judgeThresholds(scores, goal, all[i], all[j]));
    }
}

std::vector<Goal> goals() {
    return {{.maxMissed = 0.05, .maxRejected = 0.05},
            {.maxMissed = 0.0, .maxRejected = 0.0, .defectRate = 0.01},
            {.maxMissed = 0.1, .maxRejected = 0.02, .maxReviewed = 0.6},
            {.maxMissed = 0.05},
            {.maxRejected = 0.1},
            {.maxReviewed = 0.2, .defectRate = 0.1},
            {.maxMissed = 0.1, .maxReviewed = 0.3},
            {.maxRejected = 0.03, .maxReviewed = 0.3},
            {}};
}

TEST(Goal, KeepsItsLimitsAndReviewsAsFewAsThatTakes) {
    for (const int levels : {0, 12}) {
        const ScoreSets scores = test::drawnScores("test/goal", 34, 16, levels);
        for (const Goal& goal : goals()) {
            const GoalThresholds found = *thresholdsFor(scores, goal);
            EXPECT_LE(found.review, found.reject);
            EXPECT_TRUE(found.missed.met);
            EXPECT_TRUE(found.rejected.met);
            bool possible = false;
            double fewest = 1;
            double errors = 2;
            forAllPairs(scores, goal, [&](const GoalThresholds& other) {
                if (!other.missed.met || !other.rejected.met) return;
                fewest = std::min(fewest, other.reviewed.share);
                possible = possible || other.reviewed.met;
                if (other.reviewed.met) errors = std::min(errors, other.missed.share + other.rejected.share);
            });
            EXPECT_EQ(found.met(), possible);
            const bool bothLimited = goal.maxMissed && goal.maxRejected;
            if (bothLimited || !goal.maxReviewed) {
                EXPECT_NEAR(found.reviewed.share, fewest, 1e-9);
            }
            if (!goal.maxMissed && !goal.maxRejected && goal.maxReviewed) {
                EXPECT_NEAR(found.missed.share + found.rejected.share, errors, 1e-9);
            }
        }
    }
}

TEST(Goal, FindsTheLeastCostWithinTheLimits) {
    const ScoreSets scores = test::drawnScores("test/goal cost", 24, 12, 11);
    for (const GoalCosts& costs : {GoalCosts{100, 5, 1}, {1, 1, 1}, {1, 100, 0.1}, {0, 0, 1}, {5, 5, 0}}) {
        for (Goal goal : goals()) {
            goal.costs = costs;
            const GoalThresholds found = *thresholdsFor(scores, goal);
            if (!found.met()) continue;
            double least = *found.cost;
            forAllPairs(scores, goal, [&](const GoalThresholds& other) {
                if (other.met()) least = std::min(least, *other.cost);
            });
            EXPECT_NEAR(*found.cost, least, 1e-9);
        }
    }
}

TEST(Goal, MissesWhatClearingMisses) {
    for (const auto& [name, scores, expected] : test::imageCases()) {
        SCOPED_TRACE(name);
        for (const auto& [share, figures] : expected["cleared"].items()) {
            // Reviews may not be had, so the single threshold that rejects least is asked for.
            const Goal goal{.maxMissed = std::stod(share),
                            .maxReviewed = 0,
                            .defectRate = 0.5,
                            .costs = GoalCosts{.missed = 0, .rejected = 1, .reviewed = 0}};
            const GoalThresholds found = *thresholdsFor(scores, goal);
            EXPECT_NEAR(1 - found.rejected.share, figures["cleared_share"].get<double>(), kTolerance);
            EXPECT_LE(found.bad.pass, figures["max_missed"].get<std::uint64_t>());
        }
    }
}

TEST(Goal, LaysSeparateClassesApartInTheMiddle) {
    const ScoreSets scores{.good = {0, 1, 2}, .bad = {10, 11}};
    const GoalThresholds found = *thresholdsFor(scores, {.maxMissed = 0, .maxRejected = 0});
    EXPECT_EQ(found.review, 6);
    EXPECT_EQ(found.reject, 6);
    EXPECT_EQ(found.good.pass, 3U);
    EXPECT_EQ(found.bad.reject, 2U);
    EXPECT_TRUE(found.met());
    EXPECT_FALSE(found.promised()) << "two bad parts promise nothing";
    EXPECT_EQ(found.missed.leastNeeded, std::nullopt) << "that none is ever missed can't be promised";
}

TEST(Goal, SaysWhatAPromiseTakes) {
    ScoreSets scores;
    for (int i = 0; i < 400; ++i)
        scores.good.push_back(i);
    for (int i = 0; i < 40; ++i)
        scores.bad.push_back(1000 + i);
    const GoalThresholds found =
        *thresholdsFor(scores, {.maxMissed = 0.01, .maxRejected = 0.01, .maxReviewed = 0.05});
    EXPECT_EQ(found.missed.share, 0);
    EXPECT_NEAR(found.missed.interval.high, 1 - std::pow(0.025, 1.0 / 40), 1e-9);
    EXPECT_FALSE(found.missed.promised);
    EXPECT_EQ(found.missed.needed, 299U);
    EXPECT_EQ(found.missed.leastNeeded, 299U);
    EXPECT_TRUE(found.rejected.promised) << "none of four hundred";
    EXPECT_FALSE(found.promised());
}

TEST(Goal, APromiseAllowsFewerErrors) {
    const ScoreSets scores = test::drawnScores("test/promise", 300, 200);
    Goal goal{.maxMissed = 0.1, .maxRejected = 0.1};
    const GoalThresholds observed = *thresholdsFor(scores, goal);
    goal.promise = true;
    const GoalThresholds promised = *thresholdsFor(scores, goal);
    EXPECT_FALSE(observed.promised());
    EXPECT_TRUE(promised.promised());
    EXPECT_LT(promised.review, observed.review);
    EXPECT_GT(promised.reject, observed.reject);
}

/// Scores of parts like those: good ones uniform on [0, 1), bad ones on [0.3, 1.3).
ScoreSets drawn(SplitMix64& dice, std::size_t good, std::size_t bad) {
    ScoreSets scores;
    for (std::size_t i = 0; i < good; ++i)
        scores.good.push_back(dice.uniform());
    for (std::size_t i = 0; i < bad; ++i)
        scores.bad.push_back(0.3 + dice.uniform());
    return scores;
}

TEST(Goal, APromiseIsBrokenNoMoreOftenThanItSays) {
    // The thresholds are laid on the very parts the promise is made from.
    SplitMix64 dice(5, "test/promises");
    constexpr int kTrials = 1500;
    int missed = 0;
    int rejected = 0;
    for (int trial = 0; trial < kTrials; ++trial) {
        const GoalThresholds found =
            *thresholdsFor(drawn(dice, 90, 90), {.maxMissed = 0.05, .maxRejected = 0.05, .promise = true});
        ASSERT_TRUE(found.promised());
        missed += found.review - 0.3 > 0.05 ? 1 : 0;
        rejected += 1 - found.reject > 0.05 ? 1 : 0;
    }
    EXPECT_LT(missed, kTrials * 0.065);
    EXPECT_LT(rejected, kTrials * 0.065);
    EXPECT_GT(missed, 0) << "nor is it needlessly timid";
}

TEST(Goal, RefusesNonsense) {
    const ScoreSets scores{.good = {1, 2}, .bad = {3}};
    EXPECT_THROW(thresholdsFor(scores, {.maxMissed = 1.5}), Error);
    EXPECT_THROW(thresholdsFor(scores, {.maxRejected = -0.1}), Error);
    EXPECT_THROW(thresholdsFor(scores, {.defectRate = 2}), Error);
    EXPECT_THROW(thresholdsFor(scores, {.costs = GoalCosts{-1, 0, 0}}), Error);
    EXPECT_THROW(thresholdsFor(scores, {.confidence = 1}), Error);
    EXPECT_THROW(thresholdsFor({.good = {std::nan("")}, .bad = {1}}, {}), Error);
    EXPECT_THROW(judgeThresholds(scores, {}, 2, 1), Error);
    EXPECT_FALSE(thresholdsFor({.good = {1}, .bad = {}}, {}));
    EXPECT_FALSE(judgeThresholds({}, {}, 0, 1));
}
}  // namespace
