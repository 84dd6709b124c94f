// Doubts about labels and suggestions for new ones, on parts made from words.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/workflow/label_doubts.h"
#include "core/workflow/part_distances.h"
#include "core/workflow/suggestion_trial.h"
#include "tests/core/workflow/live_cases.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
std::vector<LabelDoubt> doubtsOf(const test::LiveCase& parts, std::size_t top = 0) {
    return labelDoubts(parts.features, parts.fit(), top);
}

TEST(Doubts, FindTheLabelsThatWereSwapped) {
    test::LiveCase parts;
    parts.addLabelled(60, 25, 4);
    const std::size_t bad = parts.add(Label::Good, 4);  // is bad
    const std::size_t good = parts.add(Label::Bad, 0);  // is good
    const std::vector<LabelDoubt> doubts = doubtsOf(parts, 2);
    ASSERT_EQ(doubts.size(), 2U);
    std::set<PartId> found{doubts[0].part, doubts[1].part};
    EXPECT_EQ(found, (std::set<PartId>{static_cast<PartId>(bad) + 1, static_cast<PartId>(good) + 1}));
    for (const LabelDoubt& doubt : doubts) {
        const bool labelledGood = doubt.label == Label::Good;
        EXPECT_EQ(doubt.kind, labelledGood ? DoubtKind::LooksBad : DoubtKind::LooksGood);
        EXPECT_NE(doubt.reason.find(labelledGood ? "of the bad parts" : "of the good parts"),
                  std::string::npos);
    }
}

TEST(Doubts, OfOneLabelAddUpToOneMinusAuroc) {
    test::LiveCase parts;
    parts.addLabelled(30, 14, 0.8);
    const LiveForest live = parts.fit();
    double ofGood = 0;
    double ofBad = 0;
    const std::vector<LabelDoubt> doubts = labelDoubts(parts.features, live);
    for (const LabelDoubt& doubt : doubts)
        (doubt.label == Label::Good ? ofGood : ofBad) += doubt.doubt;
    EXPECT_NEAR(ofGood / 30, 1 - *live.auroc, 1e-9);
    EXPECT_NEAR(ofBad / 14, 1 - *live.auroc, 1e-9);
    EXPECT_TRUE(std::ranges::is_sorted(doubts, std::greater(), &LabelDoubt::doubt));
}

TEST(Doubts, IdenticalPicturesWithBothLabelsComeFirst) {
    test::LiveCase parts;
    parts.addLabelled(20, 10, 5);
    const std::size_t liar = parts.copy(4, Label::Bad);
    const std::vector<LabelDoubt> doubts = doubtsOf(parts);
    ASSERT_GE(doubts.size(), 2U);
    EXPECT_EQ(doubts[0].kind, DoubtKind::BothLabels);
    EXPECT_EQ(doubts[1].kind, DoubtKind::BothLabels);
    EXPECT_EQ(doubts[0].twin, parts.features.parts[doubts[0].part == 5 ? liar : 4].path);
    EXPECT_EQ(doubts[0].doubt, 1);
}

TEST(Doubts, AreNoneWithoutAForest) {
    test::LiveCase parts;
    parts.addLabelled(20, 1, 5);
    EXPECT_TRUE(doubtsOf(parts).empty());
}

TEST(PartDistances, ScaleEveryColumnAndTakeMissingForUsual) {
    const std::vector<std::string> detectors{"patchcore"};
    FeatureTable table(featureNames(1, detectors));
    for (int i = 0; i < 9; ++i) {
        const std::vector<double> row{1e6 * i, 1e-6 * i, i == 0 ? std::nan("") : 4.0, 3, 1e9};
        table.append(i + 1, row);
    }
    const PartDistances distances(table);
    EXPECT_EQ(distances.rows(), 9U);
    EXPECT_EQ(distances.distance(3, 3), 0);
    EXPECT_NEAR(distances.distance(2, 3), distances.distance(5, 4), 1e-6) << "both steps count alike";
    EXPECT_LT(distances.distance(0, 1), distances.distance(0, 8));
    const std::vector<std::size_t> rows{0, 4};
    const std::vector<std::size_t> others{3, 8};
    EXPECT_NEAR(distances.toNearest(rows, others)[1], distances.distance(4, 3), 1e-12);
    EXPECT_TRUE(std::isinf(distances.toNearest(rows, {})[0]));
}

std::vector<Suggestion> suggested(const test::LiveCase& parts, SuggestOptions options = {}) {
    Job job;
    return suggestParts(parts.features, parts.features.labels, parts.fit(), options, job);
}

TEST(Suggestions, AreUnlabelledPartsEachOnceAndNoCopies) {
    test::LiveCase parts;
    parts.addLabelled(20, 10, 2);
    std::set<PartId> open;
    for (int i = 0; i < 12; ++i)
        open.insert(static_cast<PartId>(parts.add(Label::Unlabelled, i % 2)) + 1);
    parts.copy(0, Label::Unlabelled);
    parts.copy(31, Label::Unlabelled);
    const std::size_t made = parts.add(Label::Unlabelled, 1);
    parts.features.parts[made].generated = true;
    const std::vector<Suggestion> batch = suggested(parts, {.count = 50});
    std::set<PartId> found;
    for (const Suggestion& one : batch) {
        found.insert(one.part);
        EXPECT_FALSE(one.reason.empty());
        EXPECT_TRUE(one.margin);
        EXPECT_GE(one.usefulness, 0);
        EXPECT_LE(one.usefulness, 1);
    }
    EXPECT_EQ(batch.size(), 12U);
    EXPECT_EQ(found, open) << "neither the copy of a labelled part nor a second one of an open part";
}

TEST(Suggestions, WithoutAForestTheDetectorsSpeak) {
    test::LiveCase parts;
    parts.addLabelled(20, 0, 0);
    for (int i = 0; i < 30; ++i)
        parts.add(Label::Unlabelled, 0, 0.5);
    const std::size_t odd = parts.add(Label::Unlabelled, 6, 0.5);
    const std::vector<Suggestion> batch = suggested(parts, {.count = 3});
    ASSERT_EQ(batch.size(), 3U);
    EXPECT_EQ(batch[0].part, static_cast<PartId>(odd) + 1);
    EXPECT_FALSE(batch[0].margin);
    EXPECT_EQ(batch[0].closeness, 0);
}

TEST(Suggestions, ABatchIsDiverse) {
    // Two heaps of unusual parts; the larger one more unusual. A batch of two takes one of each.
    test::LiveCase parts;
    parts.addLabelled(20, 0, 0);
    std::set<PartId> second;
    for (int i = 0; i < 6; ++i)
        parts.add(Label::Unlabelled, 4.2, 0.01);
    for (int i = 0; i < 3; ++i)
        second.insert(static_cast<PartId>(parts.add(Label::Unlabelled, -4, 0.01)) + 1);
    SuggestOptions options{.count = 2};
    options.weights.suspicion = 0;
    const std::vector<Suggestion> batch = suggested(parts, options);
    ASSERT_EQ(batch.size(), 2U);
    EXPECT_NE(second.contains(batch[0].part), second.contains(batch[1].part));
    options.weights.diversity = 0;
    const std::vector<Suggestion> plain = suggested(parts, options);
    EXPECT_EQ(second.contains(plain[0].part), second.contains(plain[1].part));
}

TEST(Suggestions, GoToTheThresholdThatIsGiven) {
    test::LiveCase parts;
    parts.addLabelled(30, 30, 3);
    for (int i = 0; i < 60; ++i)
        parts.add(Label::Unlabelled, i / 20.0, 0.3);
    const LiveForest live = parts.fit();
    std::vector<double> margins;
    for (const LiveScore& score : live.parts) {
        if (score.use == LiveUse::Unlabelled) margins.push_back(score.margin);
    }
    std::ranges::sort(margins);
    const double threshold = margins[15];
    SuggestOptions options{.count = 1, .thresholds = std::pair(threshold, threshold)};
    options.weights = {.disagreement = 0, .closeness = 100, .suspicion = 1e-6, .novelty = 0};
    const std::vector<Suggestion> batch = suggested(parts, options);
    EXPECT_NEAR(*batch[0].margin, threshold, 1e-12);
}

TEST(Suggestions, RefuseWeightsAndLabelsThatMakeNoSense) {
    test::LiveCase parts;
    parts.addLabelled(10, 5, 3);
    parts.add(Label::Unlabelled, 1);
    const LiveForest live = parts.fit();
    Job job;
    SuggestOptions options;
    options.weights.novelty = -1;
    EXPECT_EQ(test::codeOf([&] { suggestParts(parts.features, parts.features.labels, live, options, job); }),
              ErrorCode::InvalidArgument);
    const std::vector<Label> few(3, Label::Good);
    EXPECT_EQ(test::codeOf([&] { suggestParts(parts.features, few, live, {}, job); }),
              ErrorCode::InvalidArgument);
}

TEST(SuggestionTrial, FindsBadPartsSoonerThanChance) {
    test::LiveCase parts;
    parts.addLabelled(90, 14, 2.5);
    Job job;
    const SuggestionTrialOptions options{
        .seeds = 3, .batch = 3, .steps = 3, .forest = {.params = {{"rounds", 2}, {"parallel_trees", 10}}}};
    const SuggestionTrial trial = trySuggestions(parts.features, options, job);
    EXPECT_EQ(trial.pool, 52U);
    EXPECT_EQ(trial.good, 45U);
    EXPECT_EQ(trial.bad, 7U);
    ASSERT_EQ(trial.points.size(), 4U);
    EXPECT_EQ(trial.points[0].labels, 10U);
    EXPECT_EQ(trial.points[3].labels, 19U);
    EXPECT_EQ(trial.points[0].suggested.auroc.mean, trial.points[0].atRandom.auroc.mean) << "the same start";
    EXPECT_GT(trial.points[3].suggested.badFound.mean, trial.points[3].atRandom.badFound.mean + 1);
    const SuggestionTrial again = trySuggestions(parts.features, options, job);
    EXPECT_EQ(trial.points[3].suggested.auroc.mean, again.points[3].suggested.auroc.mean);
}

TEST(SuggestionTrial, RefusesTooFewPartsAndStops) {
    test::LiveCase parts;
    parts.addLabelled(12, 3, 2);
    Job job;
    EXPECT_EQ(test::codeOf([&] { trySuggestions(parts.features, {}, job); }), ErrorCode::InvalidData);
    parts.addLabelled(10, 5, 2);
    EXPECT_EQ(test::codeOf([&] { trySuggestions(parts.features, {.seeds = 11}, job); }),
              ErrorCode::InvalidArgument);
    job.cancel();
    EXPECT_THROW(trySuggestions(parts.features, {}, job), Cancelled);
}
}  // namespace
