#include <set>

#include "core/forest/feature_names.h"
#include "core/image/image.h"
#include "tests/core/workflow/project_fixture.h"

using namespace segad;

namespace {
class Fitting : public test::ProjectFixture {
protected:
    void prepare() {
        importTiny();
        segmentsFromFiles();
        train();
    }
};

std::map<Role, std::set<std::string>> rolesOf(const Project& project, RunId run) {
    std::map<Role, std::set<std::string>> roles;
    for (const RolePair& pair : project.runs().snapshot(project.runs().find(run)->snapshot))
        roles[pair.role].insert(project.parts().find(pair.part)->path);
    return roles;
}

TEST_F(Fitting, LearnsFromCalibrationAndDrawnBadPartsOnly) {
    prepare();
    const RunId id = fit();
    const Project project = open();
    const auto run = project.runs().find(id);
    EXPECT_EQ(run->outcome, RunOutcome::Done);
    EXPECT_EQ(run->inputs, (std::vector<RunId>{project.runs().latest(RunKind::Train)->id,
                                               project.runs().latest(RunKind::Segment)->id}));
    const auto roles = rolesOf(project, id);
    EXPECT_EQ(roles.at(Role::Calibrate).size(), 2U);
    EXPECT_EQ(roles.at(Role::Fit).size(), 4U);
    EXPECT_EQ(roles.at(Role::Test).size(), 8U);
    EXPECT_EQ(roles.at(Role::Train).size(), 10U);
    const auto forest = project.runs().forest(id);
    ASSERT_TRUE(forest);
    const std::vector<std::string> patchcore{"patchcore"};
    EXPECT_EQ(forest->columns, featureNames(2, patchcore));
    EXPECT_EQ(forest->gains.size(), 9U);
    EXPECT_EQ(project.runs().scores(id).size(), 24U);
    const auto thresholds = project.runs().thresholds(id);
    ASSERT_TRUE(thresholds);
    EXPECT_NE(thresholds->reason.find("2 folds"), std::string::npos) << thresholds->reason;
    EXPECT_NE(run->params["forest"]["rounds"], nullptr);
}

TEST_F(Fitting, TheSeedDrawsTheBadParts) {
    prepare();
    const RunId first =
        fitForest({.project = file(), .params = {{"parallel_trees", 5}}, .badForFit = 3, .seed = 333}, job_);
    const RunId again =
        fitForest({.project = file(), .params = {{"parallel_trees", 5}}, .badForFit = 3, .seed = 333}, job_);
    const RunId other =
        fitForest({.project = file(), .params = {{"parallel_trees", 5}}, .badForFit = 3, .seed = 576}, job_);
    const Project project = open();
    EXPECT_EQ(rolesOf(project, first), rolesOf(project, again));
    EXPECT_NE(rolesOf(project, first), rolesOf(project, other));
    const auto a = project.runs().scores(first);
    const auto b = project.runs().scores(again);
    for (std::size_t i = 0; i < a.size(); ++i)
        EXPECT_EQ(a[i].imageScore, b[i].imageScore);
}

TEST_F(Fitting, WithoutSegmentMapsEachPartIsOneSegment) {
    importTiny();
    train();
    const RunId id = fit();
    const Project project = open();
    EXPECT_EQ(project.segments().names().size(), 1U);
    EXPECT_EQ(project.runs().forest(id)->columns.size(), 5U);
    EXPECT_NE(project.runs().find(id)->message.find("no segment maps"), std::string::npos);
}

TEST_F(Fitting, FeaturesAreCachedAndDroppedWithTheirMaps) {
    prepare();
    fit();
    const Project project = open();
    const RunId detector = project.runs().latest(RunKind::Train)->id;
    const RunId segments = project.segments().currentRun();
    const PartId part = project.parts().all().front().id;
    const auto cached = project.maps().features(detector, segments, part);
    ASSERT_TRUE(cached);
    EXPECT_EQ(cached->size(), 9U) << "four numbers for each of two segments, and the score";
    EXPECT_DOUBLE_EQ(cached->back(), project.maps().get(detector, part)->resized({256, 256}).maximum());
}

TEST_F(Fitting, PartsWithoutMapsAreLeftOutAndSaidSo) {
    prepare();
    std::filesystem::remove(images() / "test/good/000.png");
    test::TinyDataset{.testBad = 10}.write(images());
    std::filesystem::remove(images() / "test/hole/004.png");
    importFolder({.project = file(), .folder = images()}, job_);
    const RunId id = fit();
    const Project project = open();
    EXPECT_NE(project.runs().find(id)->message.find("--only-missing"), std::string::npos)
        << project.runs().find(id)->message;
    for (const RolePair& pair : project.runs().snapshot(project.runs().find(id)->snapshot))
        EXPECT_NE(project.parts().find(pair.part)->path, "test/spot/004.png");
}

TEST_F(Fitting, RefusesWhatCantWork) {
    importTiny();
    EXPECT_THROW(fit(), Error) << "nothing is trained";
    train();
    EXPECT_THROW(fit(8), Error) << "no bad part would be left to test";
    EXPECT_THROW(fitForest({.project = file(), .detectors = {"rd4ad"}}, job_), Error);
    EXPECT_THROW(fitForest({.project = file(), .forest = "oak"}, job_), Error);
    EXPECT_FALSE(open().runs().latest(RunKind::Fit));
}

TEST_F(Fitting, APartADetectorLearnedFromIsNeverTested) {
    prepare();
    // Labels and folders change after training: a trained-on part turns up as a bad one.
    {
        Project project = open();
        const auto roles = rolesOf(project, project.runs().latest(RunKind::Train)->id);
        const auto part = project.parts().findByPath(*roles.at(Role::Train).begin());
        const Parts::LabelChange change{.part = part->id, .label = Label::Bad};
        project.parts().setLabels({&change, 1}, "user");
    }
    const Project project = open();
    const std::string relabelled =
        *rolesOf(project, project.runs().latest(RunKind::Train)->id).at(Role::Train).begin();
    const auto roles = rolesOf(project, fit());
    EXPECT_FALSE(roles.at(Role::Test).contains(relabelled));
    EXPECT_FALSE(roles.at(Role::Fit).contains(relabelled));
    const auto trained = rolesOf(project, project.runs().latest(RunKind::Train)->id).at(Role::Train);
    for (const std::string& path : roles.at(Role::Calibrate))
        EXPECT_FALSE(trained.contains(path)) << path;
}

class Evaluation : public Fitting {};

TEST_F(Evaluation, JudgesDetectorAndForestOnTheSameParts) {
    prepare();
    const RunId forestRun = fit();
    const EvaluateReport report =
        evaluateProject({.project = file(), .pixel = true, .by = {"defect_type", "segment"}}, job_);
    ASSERT_EQ(report.evaluations.size(), 3U);
    EXPECT_EQ(report.evaluations[0].name, "patchcore");
    EXPECT_EQ(report.evaluations[1].name, "patchcore (map maximum)");
    EXPECT_EQ(report.evaluations[2].name, "brf(patchcore)");
    EXPECT_EQ(report.evaluations[2].scoredBy, forestRun);
    EXPECT_EQ(report.evaluations[2].forest, "brf");
    const Project project = open();
    for (const EvaluationRecord& e : report.evaluations) {
        EXPECT_EQ(e.good, 4);
        EXPECT_EQ(e.bad, 4) << "four of eight went to the forest";
        ASSERT_TRUE(e.auroc);
        EXPECT_GE(*e.auroc, 0.5) << e.name;
        ASSERT_TRUE(e.aurocLow && e.aurocHigh);
        EXPECT_LE(*e.aurocLow, *e.auroc);
        const auto roc = project.evaluations().roc(e.id);
        ASSERT_GE(roc.size(), 3U);
        EXPECT_TRUE(std::isinf(roc.front().threshold));
        EXPECT_EQ(roc.back().truePositiveRate, 1);
        // The curve's trapezoid is the figure.
        double area = 0;
        for (std::size_t i = 1; i < roc.size(); ++i) {
            area += (roc[i].falsePositiveRate - roc[i - 1].falsePositiveRate) *
                    (roc[i].truePositiveRate + roc[i - 1].truePositiveRate) / 2;
        }
        EXPECT_NEAR(area, *e.auroc, 1e-12);
        EXPECT_TRUE(e.extra.contains("by_defect_type"));
        EXPECT_EQ(e.extra["by_segment"]["square"]["bad"], 4) << "every defect is on the square";
    }
    EXPECT_GT(report.evaluations[0].pixelAuroc.value(), 0.6);
    EXPECT_EQ(report.evaluations[0].pixelAuroc, report.evaluations[1].pixelAuroc);
    EXPECT_FALSE(report.evaluations[2].pixelAuroc) << "a forest makes no maps";
    EXPECT_GT(report.evaluations[2].secondsPerPart, report.evaluations[0].secondsPerPart);
}

TEST_F(Evaluation, WorksForADetectorAlone) {
    importTiny();
    train();
    const EvaluateReport report = evaluateProject({.project = file()}, job_);
    ASSERT_EQ(report.evaluations.size(), 2U);
    EXPECT_EQ(report.evaluations[0].bad, 8);
    EXPECT_FALSE(report.evaluations[0].pixelAuroc) << "was not asked for";
}

TEST_F(Evaluation, TenSeedsGiveMeanAndDeviation) {
    prepare();
    fit();
    const EvaluateReport report = evaluateProject({.project = file(), .paperSeeds = true}, job_);
    ASSERT_TRUE(report.seeds.contains("brf(patchcore)"));
    ASSERT_TRUE(report.seeds.contains("patchcore"));
    const Json& figure = report.seeds["brf(patchcore)"]["auroc"];
    EXPECT_EQ(figure["values"].size(), 10U);
    double sum = 0;
    for (const Json& value : figure["values"])
        sum += value.get<double>();
    EXPECT_NEAR(figure["mean"].get<double>(), sum / 10, 1e-12);
    EXPECT_GE(figure["deviation"].get<double>(), 0);
    EXPECT_EQ(report.evaluations.back().extra["seeds"], report.seeds["brf(patchcore)"]);
}

TEST_F(Evaluation, AMaskOfAnotherSizeIsAWarning) {
    prepare();
    encodeImage(images() / "ground_truth/hole/000_mask.png", cv::Mat(10, 12, CV_8UC1, cv::Scalar(255)));
    const EvaluateReport report = evaluateProject({.project = file(), .pixel = true}, job_);
    EXPECT_TRUE(report.evaluations[0].pixelAuroc);
    ASSERT_EQ(job_.warnings().size(), 1U);
    EXPECT_NE(job_.warnings()[0].subject().find("hole/000_mask.png"), std::string::npos);
}

TEST_F(Evaluation, RefusesWhatCantWork) {
    importTiny();
    EXPECT_THROW(evaluateProject({.project = file()}, job_), Error) << "no scores";
    train();
    EXPECT_THROW(evaluateProject({.project = file(), .by = {"colour"}}, job_), Error);
    EXPECT_THROW(evaluateProject({.project = file(), .paperSeeds = true}, job_), Error) << "no forest";
    EXPECT_TRUE(open().evaluations().all().empty());
}
}  // namespace
