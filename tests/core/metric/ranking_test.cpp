// ROC, precision and recall, FPR at TPR, confusion: tests/data/metrics.json, a plain loop over all pairs,
// and what must hold for any scores.
#include <algorithm>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/metric/confusion.h"
#include "core/metric/fpr_at_tpr.h"
#include "core/metric/precision_recall.h"
#include "core/metric/roc.h"
#include "core/metric/seed_stats.h"
#include "tests/core/metric/metric_vectors.h"

using namespace segad;
using test::drawnScores;
using test::kTolerance;

namespace {
/// The definition itself.
double aurocOverAllPairs(const ScoreSets& scores) {
    double won = 0;
    for (const double bad : scores.bad) {
        for (const double good : scores.good)
            won += bad > good ? 1 : (bad == good ? 0.5 : 0);
    }
    return won / static_cast<double>(scores.bad.size() * scores.good.size());
}

TEST(Ranking, EqualsTheVectors) {
    const auto cases = test::imageCases();
    ASSERT_EQ(cases.size(), 5U);
    for (const auto& [name, scores, expected] : cases) {
        SCOPED_TRACE(name);
        EXPECT_NEAR(*auroc(scores), expected["auroc"].get<double>(), kTolerance);
        EXPECT_NEAR(*averagePrecision(scores), expected["ap"].get<double>(), kTolerance);
        EXPECT_NEAR(*auprTrapezoid(scores), expected["aupr_trapezoid"].get<double>(), kTolerance);
        EXPECT_NEAR(*partialAuroc(scores, 0.1), expected["auroc_pauc_max_fpr_0.1_standardized"].get<double>(),
                    kTolerance);
        const F1Max f1 = *f1Max(scores);
        EXPECT_NEAR(f1.f1, expected["f1max"].get<double>(), kTolerance);
        EXPECT_EQ(f1.threshold, expected["f1max_threshold"].get<double>());
        const FprAtTpr released = *fprAtTprQuantile(scores);
        EXPECT_NEAR(released.threshold, expected["segad_thr95"].get<double>(), kTolerance);
        EXPECT_NEAR(released.falsePositiveRate, expected["segad_fpr95"].get<double>(), kTolerance);
        EXPECT_NEAR(fprAtTprRoc(scores)->falsePositiveRate, expected["roc_fpr_at_tpr_ge_95"].get<double>(),
                    kTolerance);
    }
}

TEST(Ranking, CountsAtTheF1ThresholdEqualTheVectors) {
    for (const auto& [name, scores, expected] : test::imageCases()) {
        SCOPED_TRACE(name);
        const Confusion at = confusionAt(scores, f1Max(scores)->threshold);
        const std::vector<std::uint64_t> counts{at.trueNegatives, at.falsePositives, at.falseNegatives,
                                                at.truePositives};
        EXPECT_EQ(counts, expected["confusion_tn_fp_fn_tp"].get<std::vector<std::uint64_t>>());
        EXPECT_NEAR(*at.accuracy(), expected["acc_at_f1max_threshold"].get<double>(), kTolerance);
        EXPECT_NEAR(*at.balancedAccuracy(), expected["balanced_acc"].get<double>(), kTolerance);
    }
}

TEST(Ranking, AurocEqualsTheLoopOverAllPairs) {
    for (const int levels : {0, 2, 7, 40}) {
        const ScoreSets scores = drawnScores("test/pairs", 131, 47, levels);
        EXPECT_NEAR(*auroc(scores), aurocOverAllPairs(scores), kTolerance) << levels;
    }
}

TEST(Ranking, DependsOnOrderOnly) {
    const ScoreSets scores = drawnScores("test/monotone", 80, 30, 25);
    ScoreSets bent = scores;
    for (std::vector<double>* part : {&bent.good, &bent.bad}) {
        for (double& score : *part)
            score = std::exp(score / 5) - 40;
    }
    EXPECT_EQ(*auroc(bent), *auroc(scores));
    EXPECT_EQ(*averagePrecision(bent), *averagePrecision(scores));
    EXPECT_EQ(f1Max(bent)->f1, f1Max(scores)->f1);
    EXPECT_EQ(*partialAuroc(bent, 0.2), *partialAuroc(scores, 0.2));
    EXPECT_EQ(fprAtTprRoc(bent)->falsePositiveRate, fprAtTprRoc(scores)->falsePositiveRate);

    ScoreSets shuffled = scores;
    std::ranges::reverse(shuffled.good);
    std::ranges::rotate(shuffled.bad, shuffled.bad.begin() + 7);
    EXPECT_EQ(*auroc(shuffled), *auroc(scores));
    EXPECT_EQ(*auprTrapezoid(shuffled), *auprTrapezoid(scores));
}

TEST(Ranking, SwappingGoodAndBadMirrorsTheAuroc) {
    const ScoreSets scores = drawnScores("test/swap", 50, 21, 12);
    const ScoreSets swapped{.good = scores.bad, .bad = scores.good};
    EXPECT_NEAR(*auroc(swapped), 1 - *auroc(scores), kTolerance);
    ScoreSets negated = scores;
    for (std::vector<double>* part : {&negated.good, &negated.bad}) {
        for (double& score : *part)
            score = -score;
    }
    EXPECT_NEAR(*auroc(negated), 1 - *auroc(scores), kTolerance);
}

TEST(Ranking, CurvesGoFromCornerToCornerAndNeverBack) {
    const ScoreSets scores = drawnScores("test/curve", 60, 25, 15);
    const RocCurve roc = *rocCurve(scores);
    EXPECT_EQ(roc.good, 60U);
    EXPECT_EQ(roc.bad, 25U);
    EXPECT_EQ(roc.points.front().threshold, std::numeric_limits<double>::infinity());
    EXPECT_EQ(roc.points.front().falsePositiveRate, 0);
    EXPECT_EQ(roc.points.front().truePositiveRate, 0);
    EXPECT_EQ(roc.points.back().falsePositiveRate, 1);
    EXPECT_EQ(roc.points.back().truePositiveRate, 1);
    double area = 0;
    for (std::size_t i = 1; i < roc.points.size(); ++i) {
        const RocPoint& from = roc.points[i - 1];
        const RocPoint& to = roc.points[i];
        EXPECT_LT(to.threshold, from.threshold);
        EXPECT_GE(to.falsePositiveRate, from.falsePositiveRate);
        EXPECT_GE(to.truePositiveRate, from.truePositiveRate);
        area += (to.falsePositiveRate - from.falsePositiveRate) *
                (to.truePositiveRate + from.truePositiveRate) / 2;
        const Confusion at = confusionAt(scores, to.threshold);
        EXPECT_EQ(*at.falsePositiveRate(), to.falsePositiveRate);
        EXPECT_EQ(*at.truePositiveRate(), to.truePositiveRate);
    }
    EXPECT_NEAR(area, *auroc(scores), kTolerance);
    EXPECT_NEAR(*partialAuroc(scores, 1), *auroc(scores), kTolerance) << "the whole area is no part";

    const auto curve = *precisionRecallCurve(scores);
    EXPECT_EQ(curve.front().recall, 0);
    EXPECT_EQ(curve.front().precision, 1);
    EXPECT_EQ(curve.back().recall, 1);
    EXPECT_NEAR(curve.back().precision, 25.0 / 85.0, kTolerance);
}

TEST(Ranking, F1ThresholdIsTheSmallestOfEquals) {
    // At 4 and at 1 two bad are caught, with 0 and 1 false alarms; at 3, one of each more.
    const ScoreSets scores{.good = {0, 3}, .bad = {4, 5, 1}};
    const F1Max best = *f1Max(scores);
    double highest = 0;
    double smallest = std::numeric_limits<double>::infinity();
    for (const double threshold : {0.0, 1.0, 3.0, 4.0, 5.0}) {
        const Confusion at = confusionAt(scores, threshold);
        const double f1 = 2.0 * static_cast<double>(at.truePositives) /
                          static_cast<double>(2 * at.truePositives + at.falsePositives + at.falseNegatives);
        if (f1 > highest) smallest = threshold;
        highest = std::max(highest, f1);
    }
    EXPECT_EQ(best.f1, highest);
    EXPECT_EQ(best.threshold, smallest);

    const ScoreSets tied{.good = {1, 1}, .bad = {2, 2, 0, 0}};  // F1 is 2/3 at 2, and less or equal elsewhere
    EXPECT_EQ(f1Max(tied)->threshold, 0) << "8/10 beats 4/6";
}

TEST(Ranking, QuantileThresholdStaysOnAScoreItMustEqual) {
    // 21 bad scores: the .05 quantile is exactly the second smallest, and goods that equal it are alarms.
    ScoreSets scores;
    for (int i = 0; i < 21; ++i)
        scores.bad.push_back(0.1 * i);
    scores.good = {0.1, 0.1, 0.05, 0.0};
    const FprAtTpr at = *fprAtTprQuantile(scores);
    EXPECT_EQ(at.threshold, 0.1);
    EXPECT_EQ(at.falsePositiveRate, 0.5);
    EXPECT_NEAR(at.truePositiveRate, 20.0 / 21.0, kTolerance);
    EXPECT_EQ(fprAtTprQuantile(scores, 0)->threshold, 0.1 * 20) << "the largest bad score";
    EXPECT_EQ(fprAtTprQuantile(scores, 1)->threshold, 0) << "the smallest";
}

TEST(Ranking, IsUndefinedWithoutBothKinds) {
    const ScoreSets onlyGood{.good = {1, 2}, .bad = {}};
    const ScoreSets onlyBad{.good = {}, .bad = {1, 2}};
    for (const ScoreSets& scores : {ScoreSets{}, onlyGood, onlyBad}) {
        EXPECT_FALSE(rocCurve(scores));
        EXPECT_FALSE(auroc(scores));
        EXPECT_FALSE(partialAuroc(scores, 0.1));
        EXPECT_FALSE(precisionRecallCurve(scores));
        EXPECT_FALSE(averagePrecision(scores));
        EXPECT_FALSE(auprTrapezoid(scores));
        EXPECT_FALSE(f1Max(scores));
        EXPECT_FALSE(fprAtTprQuantile(scores));
        EXPECT_FALSE(fprAtTprRoc(scores));
        EXPECT_FALSE(confusionAt(scores, 0).balancedAccuracy());
    }
    EXPECT_EQ(*confusionAt(onlyGood, 2).falsePositiveRate(), 0.5);
    EXPECT_FALSE(confusionAt(onlyGood, 3).precision()) << "nothing was called bad";
    EXPECT_FALSE(confusionAt({}, 0).accuracy());
}

TEST(Ranking, RefusesBadInput) {
    const std::vector<double> two{1, 2};
    const std::vector<std::uint8_t> one{1};
    EXPECT_THROW(ScoreSets::from(two, one), Error);
    for (const double value : {std::nan(""), std::numeric_limits<double>::infinity()}) {
        const ScoreSets broken{.good = {1, value}, .bad = {2}};
        EXPECT_THROW(auroc(broken), Error);
        EXPECT_THROW(rocCurve(broken), Error);
        EXPECT_THROW(f1Max(broken), Error);
        EXPECT_THROW(fprAtTprQuantile(broken), Error);
    }
    const ScoreSets scores{.good = {1}, .bad = {2}};
    EXPECT_THROW(partialAuroc(scores, 0), Error);
    EXPECT_THROW(partialAuroc(scores, 1.5), Error);
    EXPECT_THROW(fprAtTprQuantile(scores, -0.1), Error);
    EXPECT_THROW(fprAtTprRoc(scores, 1.1), Error);
}

TEST(SeedStats, EqualTheVectors) {
    const Json file = test::vectors("metrics.json");
    const Json& expected = file["seed_stats"];
    const auto values = expected["x"].get<std::vector<double>>();
    const SeedStats stats = *seedStats(values);
    EXPECT_EQ(stats.count, values.size());
    EXPECT_NEAR(stats.mean, expected["mean"].get<double>(), 1e-12);
    EXPECT_NEAR(*stats.deviation, expected["std_ddof1"].get<double>(), 1e-12);
}

TEST(SeedStats, SayNothingTheyDoNotKnow) {
    EXPECT_FALSE(seedStats({}));
    const std::vector<double> one{0.9};
    EXPECT_FALSE(seedStats(one)->deviation);
    EXPECT_FALSE(meanOfClasses({}));
    const std::vector<double> many{0.5, 0.5, 0.5};
    const std::vector<SeedStats> classes{*seedStats(one), *seedStats(many)};
    EXPECT_NEAR(*meanOfClasses(classes), 0.7, 1e-12) << "classes count alike, however many seeds they have";
}
}  // namespace
