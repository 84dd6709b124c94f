// Thresholds in a factory's terms: tests/data/metrics.json and worked examples.
#include "core/metric/business.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/metric/confusion.h"
#include "tests/core/metric/metric_vectors.h"

using namespace segad;
using test::kTolerance;

namespace {
constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(Clearing, EqualsTheVectors) {
    for (const auto& [name, scores, expected] : test::imageCases()) {
        SCOPED_TRACE(name);
        ASSERT_EQ(expected["cleared"].size(), 4U);
        for (const auto& [share, figures] : expected["cleared"].items()) {
            const Clearing at = *clearing(scores, std::stod(share));
            EXPECT_EQ(at.maxMissed, figures["max_missed"].get<std::uint64_t>());
            EXPECT_NEAR(at.threshold, figures["threshold"].get<double>(), kTolerance);
            EXPECT_NEAR(at.clearedShare, figures["cleared_share"].get<double>(), kTolerance);
            EXPECT_EQ(at.missed, figures["missed"].get<std::uint64_t>());
        }
    }
}

TEST(Clearing, NeverMissesMoreThanAllowedAndClearsMoreWhenMoreMayBeMissed) {
    const ScoreSets scores = test::drawnScores("test/clearing", 200, 60, 30);
    double before = 0;
    for (const double share : {0.0, 0.01, 0.05, 0.1, 0.3, 0.7, 1.0}) {
        const Clearing at = *clearing(scores, share);
        EXPECT_LE(at.missed, at.maxMissed);
        EXPECT_LE(at.missedShare, share + kTolerance);
        EXPECT_GE(at.clearedShare, before);
        before = at.clearedShare;
    }
    EXPECT_EQ(clearing(scores, 1)->threshold, kInfinity);
    EXPECT_EQ(clearing(scores, 1)->clearedShare, 1);
}

TEST(Clearing, RecheckLoadWeighsGoodAndBadByTheDefectRate) {
    const Clearing at{.clearedShare = 0.9, .missedShare = 0.1};
    EXPECT_NEAR(recheckLoad(at, 0), 0.1, kTolerance);
    EXPECT_NEAR(recheckLoad(at, 1), 0.9, kTolerance);
    EXPECT_NEAR(recheckLoad(at, 0.02), 1 - (0.98 * 0.9 + 0.02 * 0.1), kTolerance);
    EXPECT_THROW(recheckLoad(at, 1.2), Error);
}

TEST(CheapestThreshold, EqualsTryingThemAll) {
    const ScoreSets scores = test::drawnScores("test/cost", 90, 40, 20);
    for (const auto& [miss, reject] :
         {std::pair{1.0, 1.0}, {50.0, 1.0}, {1.0, 50.0}, {0.0, 1.0}, {3.0, 0.0}}) {
        double cheapest = miss * static_cast<double>(scores.bad.size());
        for (int threshold = -1; threshold < 60; ++threshold) {
            const Confusion at = confusionAt(scores, threshold);
            cheapest = std::min(cheapest, miss * static_cast<double>(at.falseNegatives) +
                                              reject * static_cast<double>(at.falsePositives));
        }
        const CheapestThreshold found = *cheapestThreshold(scores, miss, reject);
        EXPECT_NEAR(found.cost, cheapest, kTolerance);
        const Confusion at = confusionAt(scores, found.threshold);
        EXPECT_EQ(found.missed, at.falseNegatives);
        EXPECT_EQ(found.rejected, at.falsePositives);
    }
}

TEST(CheapestThreshold, RejectsNothingWhenThatIsCheapest) {
    const ScoreSets scores{.good = {5, 6}, .bad = {1}};
    const CheapestThreshold found = *cheapestThreshold(scores, 1, 10);
    EXPECT_EQ(found.threshold, kInfinity);
    EXPECT_EQ(found.missed, 1U);
    EXPECT_EQ(found.rejected, 0U);
    EXPECT_EQ(cheapestThreshold({.good = {1, 2}, .bad = {1.5}}, 1, 1)->threshold, 1.5)
        << "of equal costs the threshold that misses less";
}

TEST(Business, RefusesBadInputAndSaysNothingWithoutParts) {
    const ScoreSets scores{.good = {1}, .bad = {2}};
    EXPECT_THROW(clearing(scores, -0.1), Error);
    EXPECT_THROW(clearing({.good = {std::nan("")}, .bad = {2}}, 0), Error);
    EXPECT_THROW(cheapestThreshold(scores, -1, 1), Error);
    EXPECT_THROW(cheapestThreshold(scores, 1, kInfinity), Error);
    EXPECT_FALSE(clearing({.good = {1}, .bad = {}}, 0));
    EXPECT_FALSE(cheapestThreshold({}, 1, 1));
}
}  // namespace
