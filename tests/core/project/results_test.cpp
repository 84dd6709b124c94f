// Evaluations, inspections, audit log, settings, and how all of it reads in sqlite3.
#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

#include "core/project/inspection_store.h"
#include "tests/core/project/world.h"

using namespace segad;
using test::errorOf;
using test::makeProject;
using test::makeRun;

namespace {
class ResultsOfProject : public testing::Test {
protected:
    EvaluationRecord someEvaluation() {
        EvaluationRecord e;
        e.run = makeRun(project, RunKind::Evaluate);
        e.scoredBy = makeRun(project);
        e.name = "brf(patchcore)";
        e.detectors = {"patchcore", "efficientad"};
        e.forest = "brf";
        e.seed = 333;
        e.good = 60;
        e.bad = 80;
        e.auroc = 0.9871;
        e.aurocLow = 0.95;
        e.aurocHigh = 0.999;
        e.averagePrecision = 1.0 / 3;
        e.f1Max = 0.9;
        e.f1Threshold = -1.25;
        e.fprAt95Tpr = 0.05;
        e.aupro = 0.8;
        e.secondsPerPart = 0.04;
        e.extra = {{"by", {{"scratch", 0.9}}}};
        return e;
    }

    test::TempDir dir;
    Path file = dir / "p.segad";
    Project project = makeProject(file, 4);
};

TEST_F(ResultsOfProject, EvaluationsComeBackWithTheirRoc) {
    const EvaluationRecord e = someEvaluation();
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<RocPointRecord> roc{{infinity, 0, 0}, {0.75, 0, 0.5}, {0.1, 1.0 / 3, 1}, {-2, 1, 1}};
    const EvaluationId id = project.evaluations().put(e, roc);
    const auto all = project.evaluations().all();
    ASSERT_EQ(all.size(), 1U);
    for (const EvaluationRecord& stored : {all[0], project.evaluations().find(id).value()}) {
        EXPECT_EQ(stored.id, id);
        EXPECT_EQ(stored.run, e.run);
        EXPECT_EQ(stored.scoredBy, e.scoredBy);
        EXPECT_EQ(stored.name, e.name);
        EXPECT_EQ(stored.detectors, e.detectors);
        EXPECT_EQ(stored.forest, e.forest);
        EXPECT_EQ(stored.seed, e.seed);
        EXPECT_EQ(stored.good, e.good);
        EXPECT_EQ(stored.bad, e.bad);
        EXPECT_EQ(stored.auroc, e.auroc);
        EXPECT_EQ(stored.aurocLow, e.aurocLow);
        EXPECT_EQ(stored.aurocHigh, e.aurocHigh);
        EXPECT_EQ(stored.averagePrecision, e.averagePrecision);
        EXPECT_EQ(stored.f1Max, e.f1Max);
        EXPECT_EQ(stored.f1Threshold, e.f1Threshold);
        EXPECT_EQ(stored.fprAt95Tpr, e.fprAt95Tpr);
        EXPECT_FALSE(stored.pixelAuroc);
        EXPECT_EQ(stored.aupro, e.aupro);
        EXPECT_EQ(stored.secondsPerPart, e.secondsPerPart);
        EXPECT_EQ(stored.extra.dump(), e.extra.dump());
        EXPECT_FALSE(stored.createdAt.empty());
    }
    const auto stored = project.evaluations().roc(id);
    ASSERT_EQ(stored.size(), roc.size());
    for (std::size_t i = 0; i < roc.size(); ++i) {
        EXPECT_EQ(stored[i].threshold, roc[i].threshold);
        EXPECT_EQ(stored[i].falsePositiveRate, roc[i].falsePositiveRate);
        EXPECT_EQ(stored[i].truePositiveRate, roc[i].truePositiveRate);
    }
    project.evaluations().remove(id);
    EXPECT_TRUE(project.evaluations().all().empty());
    EXPECT_TRUE(project.evaluations().roc(id).empty());
    EXPECT_EQ(errorOf([&] { project.evaluations().remove(id); }).code(), ErrorCode::NotFound);
}

TEST_F(ResultsOfProject, AnImpossibleRateIsRefusedWhole) {
    const EvaluationRecord e = someEvaluation();
    const std::vector<RocPointRecord> roc{{1, 0, 0}, {0.5, 1.5, 1}};
    EXPECT_EQ(errorOf([&] { project.evaluations().put(e, roc); }).code(), ErrorCode::InvalidArgument);
    EXPECT_TRUE(project.evaluations().all().empty());
}

TEST_F(ResultsOfProject, InspectionsCountTheirVerdicts) {
    const RunId run = makeRun(project, RunKind::Fit);
    InspectionStore store(file);
    const InspectionId id = store.start(run, {.folder = "/line/2"});
    const double nan = std::numeric_limits<double>::quiet_NaN();
    std::vector<InspectionResult> results{
        {.part = {.path = "a.png",
                  .verdict = Verdict::Pass,
                  .score = -1.5,
                  .seconds = 0.1,
                  .detectorScores = {1, nan, 0.1},
                  .remark = "is 8 × 6 px"}},
        {.part = {.path = "b.png",
                  .verdict = Verdict::Reject,
                  .score = 2,
                  .topSegment = "wire",
                  .topDetector = "patchcore"}},
        {.part = {
             .path = "c.png", .noVerdict = NoVerdict::NoSegments, .error = "c.png: has no segment map."}}};
    store.add(id, results);
    std::vector<InspectionResult> one{{.part = {.path = "d.png", .verdict = Verdict::Review}}};
    store.add(id, one);
    store.add(id, {});
    const auto all = project.inspections().all();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].run, run);
    EXPECT_EQ(all[0].folder, "/line/2");
    EXPECT_EQ(all[0].parts, 4);
    EXPECT_EQ(all[0].pass, 1);
    EXPECT_EQ(all[0].review, 1);
    EXPECT_EQ(all[0].reject, 1);
    EXPECT_EQ(all[0].failed, 1);
    EXPECT_EQ(store.find(id)->parts, 4);
    std::vector<InspectionResult> stored = store.latest(id, 9);
    std::ranges::reverse(stored);
    ASSERT_EQ(stored.size(), 4U);
    const InspectedPart& first = stored[0].part;
    EXPECT_EQ(first.path, "a.png");
    EXPECT_EQ(first.verdict, Verdict::Pass);
    EXPECT_EQ(first.score, -1.5);
    EXPECT_EQ(first.seconds, 0.1);
    ASSERT_EQ(first.detectorScores.size(), 3U);
    EXPECT_TRUE(std::isnan(first.detectorScores[1]));
    EXPECT_EQ(first.detectorScores[2], 0.1);
    EXPECT_EQ(first.remark, "is 8 × 6 px");
    EXPECT_FALSE(first.noVerdict);
    EXPECT_EQ(stored[1].part.topSegment, "wire");
    EXPECT_EQ(stored[1].part.topDetector, "patchcore");
    EXPECT_FALSE(stored[2].part.verdict);
    EXPECT_EQ(stored[2].part.error, results[2].part.error);
    EXPECT_EQ(stored[2].part.noVerdict, NoVerdict::NoSegments);
    EXPECT_EQ(stored[3].part.verdict, Verdict::Review);

    std::vector<InspectionResult> neither{{.part = {.path = "e.png", .verdict = Verdict::Pass}},
                                          {.part = {.path = "f.png"}}};
    EXPECT_EQ(errorOf([&] { store.add(id, neither); }).subject(), "f.png");
    EXPECT_EQ(store.find(id)->parts, 4);
    EXPECT_EQ(errorOf([&] { store.start(99, {}); }).code(), ErrorCode::InvalidArgument);
}

TEST_F(ResultsOfProject, AuditAnswersNewestFirst) {
    project.audit().add("import", "images", {{"added", 4}});
    project.audit().add("import", "more");
    const auto latest = project.audit().latest(2);
    ASSERT_EQ(latest.size(), 2U);
    EXPECT_EQ(latest[0].subject, "more");
    EXPECT_EQ(latest[1].detail.at("added"), 4);
    EXPECT_FALSE(latest[0].who.empty());
    EXPECT_GT(latest[0].id, latest[1].id);
    EXPECT_EQ(project.audit().latest(10, "images").size(), 1U);
    EXPECT_TRUE(project.audit().latest(0).empty());
    EXPECT_EQ(errorOf([&] { project.audit().add("", "x"); }).code(), ErrorCode::InvalidArgument);
}

TEST_F(ResultsOfProject, SettingsAreTextsByName) {
    EXPECT_FALSE(project.setting("name"));
    project.setSetting("name", "Buzzer");
    project.setSetting("name", "Buzzer 2 ü");
    project.setSetting("empty", "");
    EXPECT_EQ(project.setting("name"), "Buzzer 2 ü");
    EXPECT_EQ(project.setting("empty"), "");
}

TEST_F(ResultsOfProject, ReadsWellInSqlite) {
    project.parts().setLabels(
        std::vector<Parts::LabelChange>{{1, Label::Bad, "scratch", ""}, {2, Label::Good, "", ""}}, "user");
    const RunId segments = makeRun(project, RunKind::Segment);
    RunRecord fit{.kind = RunKind::Fit, .subject = "brf", .inputs = {segments}};
    fit.snapshot =
        project.runs().putSnapshot(std::vector<RolePair>{{1, Role::Fit}, {2, Role::Test}, {4, Role::Test}});
    fit.id = project.runs().start(fit);
    fit.outcome = RunOutcome::Done;
    project.runs().finish(fit);
    project.runs().putScores(fit.id, std::vector<ScoreRecord>{{.part = 2, .imageScore = 0.5}});
    project.evaluations().put(someEvaluation(), std::vector<RocPointRecord>{{1, 0, 0}, {0, 1, 1}});
    InspectionStore(file).start(fit.id, {.folder = "/line/2"});

    test::RawDatabase raw(file);
    EXPECT_EQ(
        raw.values("SELECT image, label, defect_type, label_origin FROM part_overview ORDER BY id LIMIT 3"),
        (std::vector<std::string>{"images/bad/part 1.png", "bad", "scratch", "user", "images/good/part 2.png",
                                  "good", "", "user", "images/bad/part 3.png", "unlabelled", "", ""}));
    EXPECT_EQ(
        raw.values("SELECT kind, subject, outcome, built_on_runs, roles, scored_parts FROM run_overview "
                   "WHERE id = " +
                   std::to_string(fit.id)),
        (std::vector<std::string>{"fit", "brf", "done", std::to_string(segments), "fit 1, test 2", "1"}));
    EXPECT_EQ(raw.values("SELECT scored_by, image, label, role, image_score FROM score_overview"),
              (std::vector<std::string>{"brf", "good/part 2.png", "good", "test", "0.5"}));
    EXPECT_EQ(
        raw.values("SELECT name, auroc_percent, auroc_95_percent_interval, pixel_auroc_percent, roc_points "
                   "FROM evaluation_overview"),
        (std::vector<std::string>{"brf(patchcore)", "98.7", "95.0 to 99.9", "NULL", "2"}));
    EXPECT_EQ(raw.value("SELECT judged_by FROM inspection_overview"), "brf");
    EXPECT_EQ(raw.value("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND sql LIKE '%BLOB%'"), "5")
        << "only segment maps (those that place generated defects, too), regions, painted maps and the "
           "pictures of "
           "inspected parts are blobs";
    EXPECT_EQ(raw.value("PRAGMA foreign_key_check"), "");
}
}  // namespace
