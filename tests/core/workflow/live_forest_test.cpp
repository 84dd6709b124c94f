// The live forest: what it counts, what it says, and that nobody can make a part score with a forest that saw
// it.
#include "core/workflow/live_forest.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "core/base/threads.h"
#include "core/workflow/cross_validation.h"
#include "core/workflow/folds.h"
#include "core/workflow/generation.h"
#include "core/workflow/part_groups.h"
#include "tests/core/workflow/live_cases.h"
#include "tests/core/workflow/project_fixture.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
TEST(Folds, KeepGroupsTogetherAndBothLabelsOnEverySide) {
    SplitMix64 dice(3, "test/folds");
    for (int trial = 0; trial < 300; ++trial) {
        std::vector<std::uint8_t> isBad;
        std::vector<std::size_t> groupOf;
        const std::size_t rows = 4 + dice.below(30);
        for (std::size_t i = 0; i < rows; ++i) {
            isBad.push_back(dice.below(3) == 0 ? 1 : 0);
            groupOf.push_back(dice.below(rows));
        }
        const GroupedRows grouped{.isBad = isBad, .groupOf = groupOf};
        const std::size_t folds = foldsFor(grouped);
        if (folds == 0) continue;
        const std::vector<std::size_t> foldOf = dealGroups(grouped, folds, 333, std::to_string(trial));
        std::map<std::size_t, std::size_t> foldOfGroup;
        for (std::size_t i = 0; i < rows; ++i)
            EXPECT_EQ(foldOfGroup.try_emplace(groupOf[i], foldOf[i]).first->second, foldOf[i]);
        for (std::size_t fold = 0; fold < folds; ++fold) {
            std::set<int> labels;
            for (std::size_t i = 0; i < rows; ++i) {
                if (foldOf[i] != fold) labels.insert(isBad[i]);
            }
            EXPECT_EQ(labels.size(), 2U) << "both kinds are left to learn from";
        }
    }
}

TEST(LiveForest, TellsApartWhatCanBeToldApartAndSaysItIsOutOfFold) {
    test::LiveCase parts;
    parts.addLabelled(40, 20, 4);
    const std::size_t open = parts.add(Label::Unlabelled, 4);
    const LiveForest live = parts.fit();
    ASSERT_TRUE(live.auroc);
    EXPECT_GT(*live.auroc, 0.97);
    EXPECT_TRUE(live.outOfFold);
    EXPECT_EQ(live.good(), 40U);
    EXPECT_EQ(live.bad(), 20U);
    EXPECT_EQ(live.folds, 5U);
    EXPECT_EQ(live.parts.size(), 61U);
    EXPECT_EQ(live.parts[open].use, LiveUse::Unlabelled);
    EXPECT_EQ(live.parts[open].forests, static_cast<int>(live.folds) * live.repeats) << "seen by none";
    EXPECT_EQ(live.parts[0].forests, live.repeats) << "by the forest of its own fold, once a repeat";
    EXPECT_GT(live.parts[open].margin, live.parts[0].margin);
    EXPECT_EQ(live.missing, "");
    EXPECT_EQ(*live.auroc, *auroc(live.counted));
}

TEST(LiveForest, IsTheSameWhateverTheNumberOfThreads) {
    test::LiveCase parts;
    parts.addLabelled(15, 10, 1);
    const LiveForest many = parts.fit();
    const SingleThreadScope alone;
    const LiveForest one = parts.fit();
    for (std::size_t i = 0; i < many.parts.size(); ++i)
        EXPECT_EQ(many.parts[i].margin, one.parts[i].margin);
}

TEST(LiveForest, CopiesUnderOtherNamesDontHelp) {
    // Labels without meaning, each picture there three times: who learns from a copy knows them all.
    test::LiveCase parts;
    for (int i = 0; i < 40; ++i)
        parts.add(i % 2 == 0 ? Label::Good : Label::Bad, 0);
    for (std::size_t i = 0; i < 80; ++i)
        parts.copy(i % 40, parts.features.labels[i % 40]);
    const LiveForest honest = parts.fit();
    EXPECT_EQ(honest.good(), 20U) << "a picture counts once";
    EXPECT_LT(*honest.auroc, 0.75);
    for (std::size_t i = 40; i < honest.parts.size(); ++i) {
        EXPECT_EQ(honest.parts[i].use, LiveUse::Copy);
        EXPECT_EQ(honest.parts[i].margin, honest.parts[i % 40].margin) << "nor is a copy scored otherwise";
    }
    // The cheat that is refused: the same pictures, taken for different ones.
    for (std::size_t i = 0; i < parts.features.parts.size(); ++i)
        parts.features.parts[i].picture = parts.features.parts[i].group = i;
    EXPECT_GT(*parts.fit().auroc, 0.9) << "else this test proves nothing";
}

TEST(LiveForest, AnUnlabelledCopyIsNotScoredByWhoSawItsTwin) {
    test::LiveCase parts;
    parts.addLabelled(12, 8, 0);
    const std::size_t twin = parts.copy(3, Label::Unlabelled);
    const LiveForest live = parts.fit();
    EXPECT_EQ(live.parts[twin].forests, live.repeats);
    EXPECT_EQ(live.parts[twin].margin, live.parts[3].margin);
}

TEST(LiveForest, APictureWithBothLabelsIsNeitherLearnedFromNorCounted) {
    test::LiveCase parts;
    parts.addLabelled(12, 8, 3);
    const std::size_t liar = parts.copy(2, Label::Bad);
    const LiveForest live = parts.fit();
    EXPECT_EQ(live.parts[2].use, LiveUse::Contradicted);
    EXPECT_EQ(live.parts[liar].use, LiveUse::Contradicted);
    EXPECT_EQ(live.good(), 11U);
    EXPECT_EQ(live.bad(), 8U);
    EXPECT_EQ(live.parts[liar].forests, static_cast<int>(live.folds) * live.repeats);
}

TEST(LiveForest, WhatADetectorRemembersIsNotCounted) {
    test::LiveCase parts;
    parts.addLabelled(12, 8, 3);
    parts.features.parts[0].knownToDetector = true;
    const LiveForest live = parts.fit();
    EXPECT_EQ(live.parts[0].use, LiveUse::KnownToDetector);
    EXPECT_EQ(live.good(), 11U);
}

TEST(LiveForest, GeneratedPartsTeachButDontCountAndStayWithTheirOrigin) {
    test::LiveCase parts;
    parts.addLabelled(12, 6, 2);
    for (std::size_t i = 0; i < 6; ++i) {
        const std::size_t made = parts.add(Label::Bad, 2);
        parts.features.parts[made].generated = true;
        parts.features.parts[made].group = i;
    }
    const LiveForest live = parts.fit();
    EXPECT_EQ(live.bad(), 6U);
    EXPECT_EQ(live.parts[18].use, LiveUse::Generated);
    for (std::size_t i = 0; i < 6; ++i)
        EXPECT_EQ(live.parts[i].forests, live.repeats);
}

TEST(LiveForest, SaysWhatIsMissingInsteadOfAFigure) {
    test::LiveCase parts;
    parts.addLabelled(12, 1, 3);
    const LiveForest live = parts.fit();
    EXPECT_FALSE(live.auroc);
    EXPECT_FALSE(live.outOfFold);
    EXPECT_TRUE(live.parts.empty()) << "the only forest there could be has seen them";
    EXPECT_NE(live.missing.find("12 good and 1 bad"), std::string::npos) << live.missing;
    parts.copy(12, Label::Bad);
    EXPECT_FALSE(parts.fit().auroc) << "a copy is not a second bad part";
}

TEST(LiveForest, RefusesLabelsOfOtherPartsAndStops) {
    test::LiveCase parts;
    parts.addLabelled(12, 8, 3);
    Job job;
    const std::vector<Label> few(3, Label::Good);
    EXPECT_EQ(test::codeOf([&] { fitLive(parts.features, few, {}, job); }), ErrorCode::InvalidArgument);
    job.cancel();
    EXPECT_THROW(fitLive(parts.features, parts.features.labels, {}, job), Cancelled);
    const FitRows rows{.rows = {0, 1}, .isBad = {0, 1}};
    const std::vector<std::size_t> groups(2);
    EXPECT_EQ(test::codeOf([&] { outOfFold(parts.features.table, rows, groups, {}, {}, job); }),
              ErrorCode::InvalidArgument);
}

class LiveProject : public test::ProjectFixture {
protected:
    void prepare() {
        importTiny({.trainGood = 30});
        segmentsFromFiles();
        train();
    }
    LiveFeatures read() { return readLiveFeatures(file(), {}, job_); }
    static std::size_t rowOf(const LiveFeatures& features, PartId part) {
        const auto& ids = features.table.partIds();
        return static_cast<std::size_t>(std::ranges::find(ids, part) - ids.begin());
    }
};

TEST_F(LiveProject, FiguresComeFromPartsThatNoDetectorKnows) {
    prepare();
    const LiveFeatures features = read();
    EXPECT_EQ(features.table.rows(), 42U);
    Job job;
    const LiveForest live = fitLive(features, features.labels, {.params = test::tinyForest()}, job);
    EXPECT_EQ(live.good(), 7U) << "three calibrate, four were never near a detector";
    EXPECT_EQ(live.bad(), 8U);
    EXPECT_EQ(std::ranges::count(live.parts, LiveUse::KnownToDetector, &LiveScore::use), 27);
    ASSERT_TRUE(live.auroc);
}

TEST_F(LiveProject, ATrainingPartThatTurnsOutBadIsNotLearnedFrom) {
    prepare();
    PartId known = 0;
    {
        Project project = open();
        for (const RolePair& pair :
             project.runs().snapshot(project.runs().latest(RunKind::Train)->snapshot)) {
            if (pair.role == Role::Train) known = pair.part;
        }
        const Parts::LabelChange change{.part = known, .label = Label::Bad};
        project.parts().setLabels({&change, 1}, "user");
    }
    const LiveFeatures features = read();
    Job job;
    const LiveForest live = fitLive(features, features.labels, {.params = test::tinyForest()}, job);
    const LiveScore& score = live.parts[rowOf(features, known)];
    EXPECT_EQ(score.label, Label::Bad);
    EXPECT_EQ(score.use, LiveUse::KnownToDetector);
    EXPECT_EQ(live.bad(), 8U);
}

TEST_F(LiveProject, RefreshesSinglePartsAndReadsAllAnewAfterATraining) {
    prepare();
    const LiveFeatures before = read();
    const PartId changed = before.table.partIds()[35];
    {
        Project project = open();
        const RunId run = before.detectors.front().id;
        cv::Mat pixels = project.maps().get(run, changed)->pixels().clone();
        project.maps().put(run, changed, AnomalyMap(pixels * 3, "test"));
        const Parts::LabelChange change{.part = before.table.partIds()[34], .label = Label::Unlabelled};
        project.parts().setLabels({&change, 1}, "user");
    }
    const LiveFeatures after = refreshed(before, {&changed, 1}, job_);
    EXPECT_EQ(after.table.partIds(), before.table.partIds());
    for (std::size_t row = 0; row < after.table.rows(); ++row) {
        const bool same = std::ranges::equal(after.table.row(row), before.table.row(row));
        EXPECT_EQ(same, row != 35U) << row;
    }
    EXPECT_EQ(after.labels[34], Label::Unlabelled);
    train();
    const LiveFeatures anew = refreshed(after, {}, job_);
    EXPECT_NE(anew.detectors.front().id, before.detectors.front().id);
    EXPECT_EQ(anew.table.rows(), 42U);
}

TEST_F(LiveProject, APartThatIsScoredLaterComesInUnnamed) {
    prepare();
    const LiveFeatures all = read();
    LiveFeatures before = all;
    std::vector<std::size_t> rows(all.table.rows() - 1);
    std::iota(rows.begin(), rows.end(), std::size_t{1});
    before.table = all.table.subset(rows);
    const LiveFeatures after = refreshed(before, {}, job_);
    EXPECT_EQ(after.table.partIds(), all.table.partIds());
    EXPECT_EQ(after.table.values().size(), all.table.values().size());
}

TEST_F(LiveProject, GeneratedPartsShareTheGroupOfTheirOrigin) {
    prepare();
    generateDefects({.project = file(), .add = true}, job_);
    const Project project = open();
    const PartGroups groups = partGroups(project, project.parts().all());
    ASSERT_FALSE(project.generated().all().empty());
    for (const GeneratedRecord& record : project.generated().all())
        EXPECT_EQ(groups.groupOf.at(record.part), groups.groupOf.at(record.madeFrom));
}

TEST_F(LiveProject, AFittedForestStoresNoScoreFromMemory) {
    prepare();
    // Labels without meaning: good test parts and bad ones swapped at will. Memory would tell them apart.
    {
        Project project = open();
        std::vector<Parts::LabelChange> changes;
        int next = 0;
        for (const PartRecord& part : project.parts().all({.subset = Subset::Test}))
            changes.push_back({.part = part.id, .label = next++ % 3 == 0 ? Label::Good : Label::Bad});
        project.parts().setLabels(changes, "user");
    }
    const RunId run = fit(4);
    const Project project = open();
    std::map<PartId, double> scores;
    for (const ScoreRecord& score : project.runs().scores(run))
        scores[score.part] = score.imageScore;
    Job job;
    const Forest forest = Forest::deserialize(project.runs().forest(run)->model, "test");
    const LiveFeatures features = readLiveFeatures(file(), {}, job);
    int learned = 0;
    for (const RolePair& pair : project.runs().snapshot(project.runs().find(run)->snapshot)) {
        const double own = forest.score(features.table.row(rowOf(features, pair.part)));
        if (pair.role == Role::Fit || pair.role == Role::Calibrate) {
            ++learned;
            EXPECT_NE(scores.at(pair.part), own) << "what the forest itself remembers of the part";
        } else {
            EXPECT_EQ(scores.at(pair.part), own);
        }
    }
    EXPECT_EQ(learned, 7);
    EXPECT_EQ(project.runs().find(run)->params[kOutOfFoldParam], true);
}
}  // namespace
