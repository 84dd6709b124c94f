// Forest kinds, sets of detectors, segments and numbers of labels side by side, on a tiny dataset.
#include "core/workflow/ablation.h"

#include <algorithm>

#include "core/workflow/claims.h"
#include "core/workflow/seed_material.h"
#include "tests/core/workflow/project_fixture.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
class Ablation : public test::ProjectFixture {
protected:
    void prepare() {
        importTiny({.testGood = 6, .testBad = 12});
        segmentsFromFiles();
        train();
        addDetector("spd");
    }

    /// A second detector: maps of the first one, and a score of its own.
    void addDetector(const std::string& name) {
        Project project = open();
        const RunRecord first = project.runs().latest(RunKind::Train).value();
        RunRecord other = first;
        other.id = 0;
        other.subject = name;
        other.modelFile.clear();
        other.id = project.runs().start(other);
        for (ScoreRecord score : project.runs().scores(first.id)) {
            score.imageScore = -score.imageScore;
            score.seconds = 0.5;
            project.runs().putScores(other.id, {&score, 1});
            project.maps().put(other.id, score.part, *project.maps().get(first.id, score.part));
        }
        other.outcome = RunOutcome::Done;
        project.runs().finish(other);
    }

    AblationReport report(AblationRequest request = {}) {
        request.project = file();
        request.params = test::tinyForest();
        request.params["parallel_trees"] = 3;
        request.params["rounds"] = 2;
        request.badForFit = 4;
        request.seeds = 2;
        return ablate(request, job_);
    }
};

const AblationRow& rowOf(const AblationReport& report, const std::string& name) {
    const auto found = std::ranges::find(report.rows, name, &AblationRow::name);
    if (found == report.rows.end()) throw std::runtime_error("no row " + name);
    return *found;
}

TEST_F(Ablation, HasEveryKindWithEverySetOfDetectorsBesideTheBareOnes) {
    prepare();
    const AblationReport made = report();
    EXPECT_EQ(made.good, 6);
    EXPECT_EQ(made.bad, 8);
    EXPECT_EQ(made.badForFit, 4);
    int forests = 0;
    for (const AblationRow& row : made.rows) {
        ASSERT_TRUE(row.auroc) << row.name;
        EXPECT_EQ(row.auroc->count, 2U);
        forests += row.kind.empty() ? 0 : 1;
        EXPECT_EQ(row.byType.size(), 2U) << "hole and spot";
    }
    EXPECT_EQ(forests, 3 * 3 + 2) << "three kinds on three sets, and without each of two segments";
    const AblationRow& own = rowOf(made, "patchcore");
    const AblationRow& turned = rowOf(made, "spd");
    EXPECT_NEAR(own.auroc->mean, 1 - turned.auroc->mean, 1e-9);
    EXPECT_NEAR(turned.secondsPerPart, 0.5, 1e-9);
    const AblationRow& all = rowOf(made, "brf(patchcore,spd)");
    EXPECT_FALSE(all.difference);
    EXPECT_NEAR(all.secondsPerPart, own.secondsPerPart + 0.5, 1e-9);
    const AblationRow& one = rowOf(made, "brf(patchcore)");
    ASSERT_TRUE(one.difference);
    EXPECT_NEAR(*one.difference, one.auroc->mean - all.auroc->mean, 1e-9);
    EXPECT_EQ(rowOf(made, "brf(patchcore,spd) without segment square").withoutSegment, "square");
    EXPECT_FALSE(all.unseen) << "none is marked as unseen";
    EXPECT_FALSE(made.warnings.empty()) << "eight bad parts";
}

TEST_F(Ablation, IsKeptWithItsRun) {
    prepare();
    const AblationReport made = report({.kinds = {"rf"}, .withoutSegments = false});
    const RunRecord run = open().runs().find(made.run).value();
    EXPECT_EQ(run.kind, RunKind::Evaluate);
    EXPECT_EQ(run.outcome, RunOutcome::Done);
    EXPECT_EQ(run.options["ablation"], toJson(made));
    EXPECT_EQ(run.options["ablation"]["rows"].size(), made.rows.size());
}

TEST_F(Ablation, RefusesWhatCantWorkAndStops) {
    importTiny();
    EXPECT_EQ(test::codeOf([&] { report(); }), ErrorCode::NotFound);
    train();
    EXPECT_EQ(test::codeOf([&] { report(); }), ErrorCode::NotFound) << "no segment maps";
    segmentsFromFiles();
    EXPECT_EQ(test::codeOf([&] { report({.kinds = {"oak"}}); }), ErrorCode::InvalidArgument);
    job_.cancel();
    EXPECT_THROW(report(), Cancelled);
}

TEST_F(Ablation, ALearningCurveLearnsFromMoreAndMoreAndTestsOnTheSame) {
    prepare();
    LearningCurveRequest request{.project = file(), .params = test::tinyForest(), .seeds = 2};
    request.params["parallel_trees"] = 5;
    const LearningCurve curve = learningCurve(request, job_);
    std::vector<int> counts;
    for (const LearningPoint& point : curve.points) {
        counts.push_back(point.bad);
        EXPECT_TRUE(point.auroc);
    }
    EXPECT_EQ(counts, (std::vector<int>{1, 2, 3, 5, 6})) << "half of twelve may be learned from";
    EXPECT_EQ(curve.good, 6);
    EXPECT_EQ(curve.bad, 6);
    EXPECT_TRUE(curve.bare.contains("patchcore"));
    request.counts = {4, 2, 100};
    EXPECT_EQ(learningCurve(request, job_).points.size(), 2U);
}

TEST(WithColumns, KeepsTheBindingOrder) {
    const std::vector<std::string> detectors{"a", "b"};
    FeatureTable table(featureNames(2, detectors));
    std::vector<double> row(table.columns().size());
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = static_cast<double>(i);
    table.append(1, row);
    const FeatureTable reduced =
        withColumns(table, [](const FeatureColumn& column) { return column.detector == "b"; });
    const std::vector<std::string> own{"b"};
    EXPECT_EQ(reduced.columns(), featureNames(2, own)) << "as if the forest had only that detector";
    EXPECT_EQ(reduced.row(0)[0], 4);
    EXPECT_EQ(reduced.row(0).back(), 17);
}

TEST(Claims, SayWhatSoFewPartsCantSupport) {
    ScoreSets few{.good = {0, 1, 2, 3, 4, 5}, .bad = {3.5, 6, 7}};
    const std::vector<std::string> warnings = claimWarnings(few);
    ASSERT_EQ(warnings.size(), 2U);
    EXPECT_NE(warnings[0].find("known to ±"), std::string::npos);
    EXPECT_NE(warnings[1].find("63.2 %"), std::string::npos) << warnings[1] << ": 1 − 0.05^(1/3)";
    few.bad = {10, 11, 12};
    EXPECT_NE(claimWarnings(few)[0].find("at least 29.2 %"), std::string::npos) << "0.025^(1/3)";
    EXPECT_EQ(claimWarnings({.good = {1, 2}, .bad = {3}}).size(), 1U);
    ScoreSets many;
    for (int i = 0; i < 400; ++i) {
        many.good.push_back(i);
        many.bad.push_back(i + 300);
    }
    EXPECT_TRUE(claimWarnings(many).empty());
}
}  // namespace
