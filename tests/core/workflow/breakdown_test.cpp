// Figures by defect type, segment and novelty; the parts behind a point of a curve; reports that are kept and
// become outdated.
#include "core/workflow/breakdown.h"

#include <algorithm>
#include <limits>
#include <set>

#include "core/metric/roc.h"
#include "core/workflow/ranked_parts.h"
#include "core/workflow/stored_reports.h"
#include "core/workflow/threshold_goal.h"
#include "tests/core/workflow/project_fixture.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
class Breakdowns : public test::ProjectFixture {
protected:
    void prepare() {
        importTiny({.testGood = 6, .testBad = 12});
        segmentsFromFiles();
        train();
        fit();
    }

    /// All bad parts that a forest learned from become scratches, or all others do.
    void renameTypes(Role role, const std::string& type) {
        Project project = open();
        const RunRecord run = project.runs().latest(RunKind::Fit).value();
        std::vector<Parts::LabelChange> changes;
        for (const RolePair& pair : project.runs().snapshot(run.snapshot)) {
            const std::optional<PartRecord> part = project.parts().find(pair.part);
            if (pair.role == role && part && part->label == Label::Bad)
                changes.push_back({.part = pair.part, .label = Label::Bad, .defectType = type, .note = {}});
        }
        project.parts().setLabels(changes, "test");
    }

    std::vector<ScorerBreakdown> by(GroupBy by) { return breakDown(open(), by, job_); }
};

std::set<std::string> namesOf(const ScorerBreakdown& scorer) {
    std::set<std::string> names;
    for (const GroupFigures& group : scorer.groups)
        names.insert(group.name);
    return names;
}

TEST_F(Breakdowns, JudgeEachTypeAgainstAllGoodPartsAndNamePartsForIt) {
    prepare();
    const std::vector<ScorerBreakdown> scorers = by(GroupBy::DefectType);
    ASSERT_EQ(scorers.size(), 2U);
    EXPECT_EQ(scorers[0].forest, "");
    EXPECT_EQ(scorers[1].forest, "brf");
    EXPECT_EQ(scorers[1].detectors, std::vector<std::string>{"patchcore"});
    for (const ScorerBreakdown& scorer : scorers) {
        EXPECT_EQ(namesOf(scorer), (std::set<std::string>{"hole", "spot"}));
        EXPECT_EQ(scorer.good.size(), 6U);
        std::size_t bad = 0;
        for (const GroupFigures& group : scorer.groups) {
            bad += group.bad.size();
            ASSERT_TRUE(group.auroc);
            ASSERT_TRUE(group.interval);
            EXPECT_EQ(group.interval->auroc, *group.auroc);
            for (const PartId part : group.bad)
                EXPECT_EQ(open().parts().find(part)->defectType, group.name);
        }
        EXPECT_EQ(bad, 8U);
        EXPECT_EQ(scorer.all.bad.size(), 8U);
    }
    EXPECT_EQ(namesOf(by(GroupBy::Segment)[0]), std::set<std::string>{"square"})
        << "defects lie on the square";
}

TEST_F(Breakdowns, CallTypesSeenThatWereLearnedFrom) {
    prepare();
    renameTypes(Role::Fit, "hole");
    renameTypes(Role::Test, "spot");
    EXPECT_EQ(namesOf(by(GroupBy::Novelty)[1]), std::set<std::string>{"unseen"});
    EXPECT_EQ(namesOf(by(GroupBy::Novelty)[0]), std::set<std::string>{"unseen"})
        << "the detector is judged beside the forest";
    renameTypes(Role::Test, "hole");
    EXPECT_EQ(namesOf(by(GroupBy::Novelty)[1]), std::set<std::string>{"seen"});
    renameTypes(Role::Test, "");
    EXPECT_EQ(namesOf(by(GroupBy::Novelty)[1]), std::set<std::string>{"unnamed"});
    renameTypes(Role::Fit, "");
    EXPECT_TRUE(by(GroupBy::Novelty)[1].groups.empty()) << "nothing can be called seen";
}

TEST_F(Breakdowns, OfTheLiveForestCountATypeAsSeenWhenAnotherPartHasIt) {
    prepare();
    const LiveFeatures features = readLiveFeatures(file(), {}, job_);
    const LiveForest live = fitLive(features, features.labels, {.params = test::tinyForest()}, job_);
    ASSERT_TRUE(live.outOfFold);
    const auto seen = breakDown(open(), features, live, GroupBy::Novelty, job_);
    ASSERT_TRUE(seen);
    EXPECT_EQ(namesOf(*seen), std::set<std::string>{"seen"});
    EXPECT_EQ(seen->run, 0);
    EXPECT_EQ(seen->all.auroc, live.auroc);
    Project project = open();
    const PartId alone = seen->groups.front().bad.front();
    const std::vector<Parts::LabelChange> change{
        {.part = alone, .label = Label::Bad, .defectType = "dent", .note = {}}};
    project.parts().setLabels(change, "test");
    const auto mixed = breakDown(project, features, live, GroupBy::Novelty, job_);
    const auto unseen = std::ranges::find(mixed->groups, "unseen", &GroupFigures::name);
    ASSERT_NE(unseen, mixed->groups.end());
    EXPECT_EQ(unseen->bad, std::vector<PartId>{alone}) << "no forest that judged it had learned of a dent";
}

TEST_F(Breakdowns, AreStoredByEvaluateWithTheirIntervals) {
    prepare();
    EXPECT_EQ(test::codeOf([&] { evaluateProject({.project = file(), .by = {"colour"}}, job_); }),
              ErrorCode::InvalidArgument);
    const EvaluateReport report =
        evaluateProject({.project = file(), .by = {"defect_type", "novelty"}}, job_);
    const Json& extra = report.evaluations.back().extra;
    EXPECT_EQ(extra.at("by_defect_type").size(), 2U);
    EXPECT_EQ(extra.at("by_defect_type").at("hole").at("auroc_ci95").size(), 2U);
    EXPECT_TRUE(extra.contains("by_novelty"));
}

TEST_F(Breakdowns, ThePartsBehindAPointAreThoseTheCurveCounts) {
    prepare();
    const EvaluateReport report = evaluateProject({.project = file()}, job_);
    const Project project = open();
    for (const EvaluationRecord& evaluation : report.evaluations) {
        const std::vector<RankedPart> parts = rankedParts(project, evaluation.id);
        ASSERT_EQ(parts.size(), static_cast<std::size_t>(evaluation.good + evaluation.bad));
        for (const RocPointRecord& point : project.evaluations().roc(evaluation.id)) {
            const RankingErrors errors = errorsAt(parts, point.threshold);
            EXPECT_NEAR(static_cast<double>(errors.missed.size()) / evaluation.bad,
                        1 - point.truePositiveRate, 1e-9)
                << evaluation.name;
            EXPECT_NEAR(static_cast<double>(errors.rejected.size()) / evaluation.good,
                        point.falsePositiveRate, 1e-9);
        }
    }
    EXPECT_EQ(test::codeOf([&] { rankedParts(project, 999); }), ErrorCode::NotFound);
    const RunScores judged = judgedScores(project, 0, JudgedParts::All);
    EXPECT_EQ(judged.parts.size(), judged.scores.good.size() + judged.scores.bad.size());
}

class StoredReports : public Breakdowns {
protected:
    AblationReport ablateQuickly() {
        AblationRequest request{.project = file(), .kinds = {"brf"}, .badForFit = 4, .seeds = 2};
        request.params = test::tinyForest();
        request.params["parallel_trees"] = 3;
        request.params["rounds"] = 2;
        return ablate(request, job_);
    }
};

TEST_F(StoredReports, AreReadBackAsTheyWereMade) {
    importTiny({.testGood = 6, .testBad = 12});
    EXPECT_FALSE(storedAblation(open()));
    EXPECT_FALSE(storedLearningCurve(open()));
    segmentsFromFiles();
    train();
    const AblationReport made = ablateQuickly();
    const std::optional<StoredAblation> ablation = storedAblation(open());
    ASSERT_TRUE(ablation);
    EXPECT_EQ(toJson(ablation->report), toJson(made));
    EXPECT_EQ(ablation->report.run, made.run);
    EXPECT_FALSE(ablation->outdated);
    LearningCurveRequest request{
        .project = file(), .params = test::tinyForest(), .seeds = 2, .counts = {1, 3}};
    request.params["parallel_trees"] = 3;
    const LearningCurve curve = learningCurve(request, job_);
    const std::optional<StoredCurve> stored = storedLearningCurve(open());
    ASSERT_TRUE(stored);
    EXPECT_EQ(toJson(stored->curve), toJson(curve));
    EXPECT_EQ(stored->curve.forest, "brf");
    EXPECT_EQ(test::codeOf([] { ablationFromJson(Json{{"seeds", "many"}}); }), ErrorCode::InvalidData);
}

TEST_F(StoredReports, AreOutdatedAfterALabelOrATraining) {
    importTiny({.testGood = 6, .testBad = 12});
    segmentsFromFiles();
    train();
    ablateQuickly();
    {
        Project project = open();
        const PartRecord part = project.parts().all({.label = Label::Bad}).front();
        std::vector<Parts::LabelChange> change{
            {.part = part.id, .label = Label::Bad, .defectType = "dent", .note = {}}};
        project.parts().setLabels(change, "test");
        EXPECT_TRUE(storedAblation(project)->outdated);
        change[0].defectType = part.defectType;
        project.parts().setLabels(change, "test");
        EXPECT_FALSE(storedAblation(project)->outdated) << "as it was";
    }
    train();
    EXPECT_TRUE(storedAblation(open())->outdated);
}

TEST_F(StoredReports, CompareEveryModelWithTheBestBareDetector) {
    prepare();
    const AblationReport made = ablateQuickly();
    const auto bare = std::ranges::find(made.rows, made.bestBare, &AblationRow::name);
    ASSERT_NE(bare, made.rows.end());
    EXPECT_EQ(bare->kind, "");
    EXPECT_FALSE(bare->bareDifference);
    for (const AblationRow& row : made.rows) {
        ASSERT_TRUE(row.aurocInterval) << row.name;
        EXPECT_LE(row.aurocInterval->low, row.auroc->mean);
        EXPECT_GE(row.aurocInterval->high, row.auroc->mean);
        if (row.kind.empty()) {
            EXPECT_LE(row.auroc->mean, bare->auroc->mean);
        }
        if (row.name == made.bestBare) continue;
        ASSERT_TRUE(row.bareDifference) << row.name;
        EXPECT_NEAR(*row.bareDifference, row.auroc->mean - bare->auroc->mean, 1e-9);
        EXPECT_TRUE(row.barePValue);
    }
}
}  // namespace
