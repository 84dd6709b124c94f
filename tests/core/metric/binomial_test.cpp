// Exact bounds of proportions: published values, definitions, and coverage.
#include "core/metric/binomial.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"

using namespace segad;

namespace {
/// P(X ≤ successes) for X ~ Binomial(trials, rate), term by term.
double binomialCdf(int successes, int trials, double rate) {
    double sum = 0;
    for (int k = 0; k <= successes; ++k) {
        sum += std::exp(std::lgamma(trials + 1.0) - std::lgamma(k + 1.0) - std::lgamma(trials - k + 1.0) +
                        k * std::log(rate) + (trials - k) * std::log1p(-rate));
    }
    return sum;
}

TEST(BetaCdf, HasTheClosedFormsAndTheBinomialSums) {
    EXPECT_DOUBLE_EQ(betaCdf(0.3, 1, 1), 0.3);
    EXPECT_NEAR(betaCdf(0.2, 3, 1), std::pow(0.2, 3), 1e-14);
    EXPECT_NEAR(betaCdf(0.2, 1, 4), 1 - std::pow(0.8, 4), 1e-14);
    EXPECT_EQ(betaCdf(0, 2, 2), 0);
    EXPECT_EQ(betaCdf(1, 2, 2), 1);
    for (const double rate : {0.01, 0.2, 0.5, 0.93}) {
        for (const int k : {0, 1, 7, 39})
            EXPECT_NEAR(1 - betaCdf(rate, k + 1, 40 - k), binomialCdf(k, 40, rate), 1e-12)
                << rate << " " << k;
    }
    for (const double p : {1e-6, 0.025, 0.5, 0.999})
        EXPECT_NEAR(betaCdf(betaQuantile(p, 12, 3000), 12, 3000), p, 1e-9);
}

TEST(ClopperPearson, EqualsPublishedValues) {
    // Clopper and Pearson's chart: 10 of 100 lie between 4.90 % and 17.62 %.
    const Interval ten = *clopperPearson(10, 100);
    EXPECT_NEAR(ten.low, 0.049005, 1e-6);
    EXPECT_NEAR(ten.high, 0.176223, 1e-6);
    // None of n: 1 - (0.025)^(1/n); and mirrored.
    EXPECT_EQ(clopperPearson(0, 20)->low, 0);
    EXPECT_NEAR(clopperPearson(0, 20)->high, 1 - std::pow(0.025, 1.0 / 20), 1e-12);
    EXPECT_NEAR(clopperPearson(20, 20)->low, std::pow(0.025, 1.0 / 20), 1e-12);
    EXPECT_EQ(clopperPearson(20, 20)->high, 1);
    EXPECT_FALSE(clopperPearson(0, 0));
    EXPECT_THROW(clopperPearson(3, 2), Error);
    EXPECT_THROW(clopperPearson(1, 2, 1), Error);
}

TEST(ClopperPearson, CoversAtLeastAsOftenAsItSays) {
    SplitMix64 dice(1, "test/clopper");
    for (const double rate : {0.01, 0.1, 0.5}) {
        int covered = 0;
        constexpr int kTrials = 1500;
        for (int trial = 0; trial < kTrials; ++trial) {
            std::uint64_t successes = 0;
            for (int i = 0; i < 60; ++i)
                successes += dice.uniform() < rate ? 1 : 0;
            const Interval interval = *clopperPearson(successes, 60);
            covered += interval.low <= rate && rate <= interval.high ? 1 : 0;
        }
        EXPECT_GE(covered, kTrials * 0.94) << rate;
    }
}

TEST(Promises, TakeTheRuleOfThree) {
    // Nothing seen in n parts promises at most 3/n, nearly: 299 for 1 %, 59 for 5 %.
    EXPECT_EQ(trialsToPromise(0, 0.01), 299U);
    EXPECT_EQ(trialsToPromise(0, 0.05), 59U);
    EXPECT_FALSE(mostToPromise(298, 0.01));
    EXPECT_EQ(mostToPromise(299, 0.01), 0U);
    EXPECT_FALSE(mostToPromise(0, 0.5));
    EXPECT_EQ(mostToPromise(10, 1), 10U);
    EXPECT_FALSE(mostToPromise(1000, 0));
    EXPECT_FALSE(trialsToPromise(0.02, 0.01));
    EXPECT_FALSE(trialsToPromise(0.01, 0.01));
    EXPECT_EQ(upperBound(0, 0), 1);
    EXPECT_EQ(upperBound(5, 5), 1);
}

TEST(Promises, AgreeWithTheBound) {
    for (const double limit : {0.01, 0.03, 0.2}) {
        for (const std::uint64_t total : {20U, 100U, 500U, 2000U}) {
            const auto most = mostToPromise(total, limit);
            if (most) {
                EXPECT_LE(upperBound(*most, total), limit + 1e-12);
            }
            EXPECT_GT(upperBound(most ? *most + 1 : 0, total), limit);
        }
    }
    // Half the limit is seen: so many parts promise it, and not a tenth fewer.
    const std::uint64_t needed = *trialsToPromise(0.01, 0.02);
    EXPECT_LE(upperBound(static_cast<std::uint64_t>(std::floor(0.01 * static_cast<double>(needed))), needed),
              0.02 + 1e-9);
    const std::uint64_t fewer = needed * 9 / 10;
    EXPECT_GT(upperBound(static_cast<std::uint64_t>(std::ceil(0.01 * static_cast<double>(fewer))), fewer),
              0.02);
}
}  // namespace
