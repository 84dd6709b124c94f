#include <chrono>
#include <fstream>
#include <limits>
#include <thread>

#include <gtest/gtest.h>

#include "core/base/sha256.h"
#include "core/project/inspection_store.h"
#include "core/project/set_aside.h"
#include "tests/core/project/worker.h"
#include "tests/core/project/world.h"

using namespace segad;
using test::errorOf;
using test::makeProject;
using test::makeRun;

namespace {
class RunsOfProject : public testing::Test {
protected:
    std::vector<RolePair> someRoles() {
        return {{1, Role::Train}, {2, Role::Calibrate}, {3, Role::Fit}, {4, Role::Test}, {5, Role::None}};
    }

    test::TempDir dir;
    Path file = dir / "p.segad";
    Project project = makeProject(file, 8);
};

TEST_F(RunsOfProject, ComeBackWithEverythingThatMadeThem) {
    const RunId segments = makeRun(project, RunKind::Segment);
    const RunId other = makeRun(project);
    RunRecord run;
    run.kind = RunKind::Fit;
    run.subject = "brf";
    run.params = {{"rounds", 10}, {"eta", 0.3}, {"name", "ü"}};
    run.seed = std::numeric_limits<std::uint64_t>::max();
    run.backbone = "resnet18";
    run.weightsSha256 = sha256Hex("weights");
    run.snapshot = project.runs().putSnapshot(someRoles());
    run.inputs = {other, segments};
    run.device = "cpu";
    run.threads = 2;
    run.programVersion = "0.1.0";
    run.id = project.runs().start(run);
    EXPECT_EQ(project.runs().find(run.id)->outcome, RunOutcome::Running);
    EXPECT_FALSE(project.runs().find(run.id)->startedAt.empty());
    EXPECT_FALSE(project.runs().latest(RunKind::Fit));

    run.modelFile = "model.safetensors";
    run.startedAt = "2026-11-23T10:00:00.000Z";
    run.seconds = 12.25;
    run.outcome = RunOutcome::Done;
    run.message = "untrained backbone";
    run.inputs = {segments, other, segments};
    project.runs().finish(run);
    for (const RunRecord& stored :
         {project.runs().find(run.id).value(), project.runs().latest(RunKind::Fit).value(),
          project.runs().all().back()}) {
        EXPECT_EQ(stored.id, run.id);
        EXPECT_EQ(stored.kind, run.kind);
        EXPECT_EQ(stored.subject, run.subject);
        EXPECT_EQ(stored.params.dump(), run.params.dump());
        EXPECT_EQ(stored.seed, run.seed);
        EXPECT_EQ(stored.backbone, run.backbone);
        EXPECT_EQ(stored.weightsSha256, run.weightsSha256);
        EXPECT_EQ(stored.snapshot, run.snapshot);
        EXPECT_EQ(stored.inputs, run.inputs);
        EXPECT_EQ(stored.modelFile, run.modelFile);
        EXPECT_EQ(stored.device, run.device);
        EXPECT_EQ(stored.threads, run.threads);
        EXPECT_EQ(stored.programVersion, run.programVersion);
        EXPECT_EQ(stored.startedAt, run.startedAt);
        EXPECT_EQ(stored.seconds, run.seconds);
        EXPECT_EQ(stored.outcome, run.outcome);
        EXPECT_EQ(stored.message, run.message);
    }
    EXPECT_EQ(project.runs().modelFile(run), Path(file.string() + "-models") / "model.safetensors");
}

TEST_F(RunsOfProject, KeepWhatWasAskedForBesideTheParameters) {
    RunRecord run;
    run.subject = "devnet";
    run.options = {{"bad", 4}, {"cross_fit", true}};
    run.id = project.runs().start(run);
    EXPECT_EQ(project.runs().find(run.id)->options, run.options);
    run.options["bad"] = 5;
    run.outcome = RunOutcome::Done;
    project.runs().finish(run);
    EXPECT_EQ(project.runs().find(run.id)->options["bad"], 5);
}

TEST_F(RunsOfProject, KeepTheCourseOfTheLoss) {
    const RunId run = makeRun(project);
    EXPECT_TRUE(project.runs().lossCurve(run).points.empty());
    LossCurve curve{.points = {{.step = 10, .loss = 0.5, .learningSeconds = 1.5},
                               {.step = 20, .loss = 0.1 + 0.2, .validation = 0.25, .learningSeconds = 3}},
                    .steps = 20,
                    .seconds = 3};
    project.runs().putLossCurve(run, curve);
    curve.points.front().loss = 0.75;
    project.runs().putLossCurve(run, curve);
    const LossCurve kept = project.runs().lossCurve(run);
    EXPECT_EQ(toJson(kept), toJson(curve)) << "replaced, to the bit";
    project.runs().remove(run);
    EXPECT_TRUE(project.runs().lossCurve(run).points.empty());
}

TEST_F(RunsOfProject, OnlyAStoppedTrainingStartsAgain) {
    const RunId id = makeRun(project, RunKind::Train, RunOutcome::Running);
    EXPECT_EQ(errorOf([&] { project.runs().restart(id); }).code(), ErrorCode::InvalidArgument)
        << "it is at work";
    RunRecord run = project.runs().find(id).value();
    run.outcome = RunOutcome::Cancelled;
    run.message = "cancelled";
    project.runs().finish(run);
    project.runs().restart(id);
    EXPECT_EQ(project.runs().find(id)->outcome, RunOutcome::Running);
    EXPECT_EQ(project.runs().find(id)->message, "");
    run.outcome = RunOutcome::Done;
    project.runs().finish(run);
    EXPECT_THROW(project.runs().restart(id), Error);
    EXPECT_THROW(project.runs().restart(4711), Error);
    EXPECT_THROW(project.runs().restart(makeRun(project, RunKind::Fit, RunOutcome::Failed)), Error)
        << "only trainings have checkpoints";
}

TEST_F(RunsOfProject, CheckpointsBelongToAStoppedTraining) {
    const RunId id = makeRun(project, RunKind::Train, RunOutcome::Running);
    const Path folder = project.runs().checkpointFolder(id);
    const auto putOne = [&] {
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "all.safetensors") << "state";
    };
    putOne();
    EXPECT_TRUE(project.check().empty());
    RunRecord run = project.runs().find(id).value();
    run.outcome = RunOutcome::Cancelled;
    project.runs().finish(run);
    EXPECT_TRUE(project.check().empty()) << "it may go on";
    project.repair();
    EXPECT_TRUE(std::filesystem::exists(folder));

    run.outcome = RunOutcome::Done;
    project.runs().finish(run);
    ASSERT_EQ(project.check().size(), 1U);
    EXPECT_EQ(project.check()[0].subject(), folder.string());
    EXPECT_NE(project.check()[0].message().find("checkpoints"), std::string::npos);
    EXPECT_EQ(project.repair().size(), 1U);
    EXPECT_FALSE(std::filesystem::exists(folder));

    putOne();
    project.runs().dropCheckpoints(id);
    EXPECT_FALSE(std::filesystem::exists(folder));
    project.runs().dropCheckpoints(id);
    putOne();
    project.runs().remove(id);
    EXPECT_FALSE(std::filesystem::exists(folder));
    EXPECT_EQ(errorOf([&] { project.runs().checkpointFolder(id); }).code(), ErrorCode::NotFound);
}

TEST_F(RunsOfProject, FoldsArePartOfASnapshot) {
    const std::vector<RolePair> plain{{.part = 1, .role = Role::Train}, {.part = 2, .role = Role::Fit}};
    std::vector<RolePair> folded = plain;
    folded[1].fold = 0;
    const SnapshotId first = project.runs().putSnapshot(plain);
    const SnapshotId second = project.runs().putSnapshot(folded);
    EXPECT_NE(first, second);
    EXPECT_EQ(project.runs().putSnapshot(folded), second);
    EXPECT_EQ(project.runs().snapshot(first), plain);
    EXPECT_EQ(project.runs().snapshot(second), folded);
}

TEST_F(RunsOfProject, LatestLooksAtDoneRunsOfItsKindAndSubject) {
    const RunId first = makeRun(project);
    makeRun(project, RunKind::Train, RunOutcome::Failed);
    makeRun(project, RunKind::Train, RunOutcome::Running);
    makeRun(project, RunKind::Segment);
    EXPECT_EQ(project.runs().latest(RunKind::Train)->id, first);
    EXPECT_EQ(project.runs().latest(RunKind::Train, "patchcore")->id, first);
    EXPECT_FALSE(project.runs().latest(RunKind::Train, "efficientad"));
    EXPECT_EQ(project.runs().all().size(), 4U);
    EXPECT_EQ(project.runs().all().front().id, first);
}

TEST_F(RunsOfProject, RefusesWhatCannotBe) {
    RunRecord run;
    run.inputs = {99};
    EXPECT_EQ(errorOf([&] { project.runs().start(run); }).code(), ErrorCode::InvalidArgument);
    EXPECT_TRUE(project.runs().all().empty()) << "nothing of it is left";
    run.inputs.clear();
    run.snapshot = 99;
    EXPECT_EQ(errorOf([&] { project.runs().start(run); }).code(), ErrorCode::InvalidArgument);
    run.snapshot = 0;
    run.modelFile = "../../elsewhere";
    EXPECT_EQ(errorOf([&] { project.runs().start(run); }).code(), ErrorCode::InvalidArgument);
    run.modelFile.clear();
    run.id = project.runs().start(run);
    EXPECT_EQ(errorOf([&] { project.runs().finish(run); }).code(), ErrorCode::InvalidArgument);
    run.outcome = RunOutcome::Done;
    run.id = 77;
    EXPECT_EQ(errorOf([&] { project.runs().finish(run); }).code(), ErrorCode::NotFound);
}

TEST_F(RunsOfProject, SnapshotsOfEqualTablesAreOne) {
    const auto roles = someRoles();
    const SnapshotId id = project.runs().putSnapshot(roles);
    const std::vector<RolePair> backwards(roles.rbegin(), roles.rend());
    EXPECT_EQ(project.runs().putSnapshot(backwards), id);
    auto others = roles;
    others.back().role = Role::Test;
    EXPECT_NE(project.runs().putSnapshot(others), id);
    const auto stored = project.runs().snapshot(id);
    ASSERT_EQ(stored.size(), roles.size());
    for (std::size_t i = 0; i < roles.size(); ++i) {
        EXPECT_EQ(stored[i].part, roles[i].part);
        EXPECT_EQ(stored[i].role, roles[i].role);
    }
    EXPECT_TRUE(project.runs().snapshot(99).empty());
}

TEST_F(RunsOfProject, APictureHasOneRoleOnly) {
    PartRecord copy = test::somePart(1, 1);
    copy.path = "copy of 1.png";
    const PartId copied = project.parts().put(copy);
    const auto refused = [&](const std::vector<RolePair>& roles) {
        return errorOf([&] { project.runs().putSnapshot(roles); });
    };
    EXPECT_EQ(refused({{1, Role::Train}, {1, Role::Train}}).code(), ErrorCode::InvalidArgument);
    const Error error = refused({{1, Role::Train}, {copied, Role::Test}});
    EXPECT_EQ(error.code(), ErrorCode::InvalidArgument);
    EXPECT_EQ(error.subject(), "copy of 1.png");
    EXPECT_NE(error.message().find("part 1.png"), std::string::npos);
    EXPECT_EQ(refused({{77, Role::Train}}).code(), ErrorCode::InvalidArgument);
    EXPECT_NO_THROW(project.runs().putSnapshot(std::vector<RolePair>{{1, Role::Test}, {copied, Role::Test}}));
    EXPECT_NO_THROW(project.runs().putSnapshot(std::vector<RolePair>{{1, Role::Test}, {copied, Role::None}}));
}

TEST_F(RunsOfProject, ScoresAreKeptPerRunAndPart) {
    const RunId first = makeRun(project);
    const RunId second = makeRun(project, RunKind::Fit, RunOutcome::Done, {first});
    const std::vector<ScoreRecord> scores{{.part = 2, .imageScore = 1.0 / 3, .mapMax = 0.1F, .seconds = 0.5},
                                          {.part = 1, .imageScore = -5e-300}};
    project.runs().putScores(first, scores);
    project.runs().putScores(second, std::vector<ScoreRecord>{{.part = 2, .imageScore = 7}});
    const auto stored = project.runs().scores(first);
    ASSERT_EQ(stored.size(), 2U);
    EXPECT_EQ(stored[0].part, 1);
    EXPECT_EQ(stored[0].imageScore, -5e-300);
    EXPECT_FALSE(stored[0].mapMax);
    EXPECT_EQ(stored[1].imageScore, 1.0 / 3);
    EXPECT_EQ(stored[1].mapMax, static_cast<double>(0.1F));
    EXPECT_EQ(stored[1].seconds, 0.5);
    const auto ofPart = project.runs().scoresOfPart(2);
    ASSERT_EQ(ofPart.size(), 2U);
    EXPECT_EQ(ofPart[0].first.id, second);
    EXPECT_EQ(ofPart[0].second.imageScore, 7);
    project.runs().putScores(first, std::vector<ScoreRecord>{{.part = 1, .imageScore = 4}});
    EXPECT_EQ(project.runs().scores(first)[0].imageScore, 4);
}

TEST_F(RunsOfProject, ScoresThatAreNoNumbersAreRefusedWhole) {
    const RunId run = makeRun(project);
    for (const double bad : {std::nan(""), std::numeric_limits<double>::infinity()}) {
        const std::vector<ScoreRecord> scores{{.part = 1, .imageScore = 1}, {.part = 2, .imageScore = bad}};
        EXPECT_EQ(errorOf([&] { project.runs().putScores(run, scores); }).subject(), "part 2");
        const std::vector<ScoreRecord> maxima{{.part = 1, .imageScore = 1, .mapMax = bad}};
        EXPECT_EQ(errorOf([&] { project.runs().putScores(run, maxima); }).code(), ErrorCode::InvalidArgument);
    }
    const std::vector<ScoreRecord> unknown{{.part = 1, .imageScore = 1}, {.part = 99, .imageScore = 1}};
    EXPECT_EQ(errorOf([&] { project.runs().putScores(run, unknown); }).code(), ErrorCode::InvalidArgument);
    EXPECT_TRUE(project.runs().scores(run).empty());
}

TEST_F(RunsOfProject, ForestAndThresholdsBelongToTheirRun) {
    const RunId run = makeRun(project, RunKind::Fit);
    EXPECT_FALSE(project.runs().forest(run));
    EXPECT_FALSE(project.runs().thresholds(run));
    const ForestRecord forest{.run = run,
                              .kind = "brf",
                              .columns = {"a_patchcore_q995", "an_det_score_patchcore"},
                              .model = R"({"learner": "…"})",
                              .gains = {0.1, 1e300}};
    project.runs().putForest(forest);
    const auto stored = project.runs().forest(run).value();
    EXPECT_EQ(stored.run, run);
    EXPECT_EQ(stored.kind, forest.kind);
    EXPECT_EQ(stored.columns, forest.columns);
    EXPECT_EQ(stored.model, forest.model);
    EXPECT_EQ(stored.gains, forest.gains);

    project.runs().putThresholds({.run = run, .review = -0.25, .reject = 0.5, .reason = "miss at most 1 %"});
    project.runs().putThresholds(
        {.run = run, .review = 0.5, .reject = 0.5, .reason = "no review", .setBy = "Ada"});
    const auto thresholds = project.runs().thresholds(run).value();
    EXPECT_EQ(thresholds.review, 0.5);
    EXPECT_EQ(thresholds.reason, "no review");
    EXPECT_EQ(thresholds.setBy, "Ada");
    EXPECT_FALSE(thresholds.setAt.empty());
    EXPECT_EQ(project.audit().latest(10, "run " + std::to_string(run)).size(), 2U);

    EXPECT_EQ(errorOf([&] { project.runs().putThresholds({.run = run, .review = 2, .reject = 1}); }).code(),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(errorOf([&] { project.runs().putForest({.run = run, .kind = "svm"}); }).code(),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(errorOf([&] { project.runs().putForest({.run = 99, .kind = "rf"}); }).code(),
              ErrorCode::InvalidArgument);
}

TEST_F(RunsOfProject, RemovingTakesAllThatWasMadeByTheRun) {
    const Path models = project.runs().modelFolder();
    std::ofstream(models / "a.safetensors") << "weights";
    std::ofstream(models / "shared.safetensors") << "weights";
    const auto trained = [&](const std::string& model) {
        RunRecord run{.kind = RunKind::Train, .subject = "patchcore", .modelFile = model};
        run.snapshot = project.runs().putSnapshot(someRoles());
        run.id = project.runs().start(run);
        run.outcome = RunOutcome::Done;
        project.runs().finish(run);
        return run;
    };
    const RunRecord run = trained("a.safetensors");
    project.runs().putScores(run.id, std::vector<ScoreRecord>{{.part = 1, .imageScore = 1, .mapMax = 1}});
    project.maps().put(run.id, 1, test::someMap(1));
    const RunId judged = makeRun(project, RunKind::Evaluate);
    project.evaluations().put({.run = judged, .scoredBy = run.id, .name = "patchcore"}, {});
    const RunId fit = makeRun(project, RunKind::Fit, RunOutcome::Done, {run.id});

    const Error error = errorOf([&] { project.runs().remove(run.id); });
    EXPECT_EQ(error.code(), ErrorCode::InvalidArgument);
    EXPECT_NE(error.message().find("run " + std::to_string(fit)), std::string::npos);
    project.runs().remove(fit);
    project.runs().remove(run.id);
    EXPECT_FALSE(project.runs().find(run.id));
    EXPECT_TRUE(project.runs().scores(run.id).empty());
    EXPECT_FALSE(project.maps().has(run.id, 1));
    EXPECT_TRUE(project.evaluations().all().empty());
    EXPECT_FALSE(std::filesystem::exists(models / "a.safetensors"));
    EXPECT_TRUE(project.runs().snapshot(run.snapshot).empty());
    EXPECT_EQ(errorOf([&] { project.runs().remove(run.id); }).code(), ErrorCode::NotFound);

    const RunRecord one = trained("shared.safetensors");
    const RunRecord two = trained("shared.safetensors");
    project.runs().remove(one.id);
    EXPECT_TRUE(std::filesystem::exists(models / "shared.safetensors"));
    EXPECT_EQ(project.runs().snapshot(two.snapshot).size(), someRoles().size());
    EXPECT_GT(makeRun(project), two.id);
    EXPECT_TRUE(project.check().empty());
}

TEST_F(RunsOfProject, WhatIsSetAsideIsOutOfSightUntilItIsBroughtBack) {
    const RunId older = makeRun(project);
    const RunId train = makeRun(project);
    project.runs().putScores(train, std::vector<ScoreRecord>{{.part = 1, .imageScore = 1}});
    const RunId judged = makeRun(project, RunKind::Evaluate);
    project.evaluations().put({.run = judged, .scoredBy = train, .name = "patchcore"}, {});
    const RunId fit = makeRun(project, RunKind::Fit, RunOutcome::Done, {train});

    EXPECT_NE(errorOf([&] { setRunsAside(file, std::vector<RunId>{train}); }).message().find("builds on it"),
              std::string::npos);
    setRunsAside(file, std::vector<RunId>{fit});
    setRunsAside(file, std::vector<RunId>{train});
    EXPECT_EQ(project.runs().all().size(), 2U);
    EXPECT_EQ(project.runs().latest(RunKind::Train)->id, older);
    EXPECT_FALSE(project.runs().latest(RunKind::Fit));
    EXPECT_TRUE(project.runs().scoresOfPart(1).empty());
    EXPECT_TRUE(project.evaluations().all().empty());
    EXPECT_TRUE(project.runs().find(train)) << "it can still be brought back";
    EXPECT_EQ(errorOf([&] { bringRunsBack(file, std::vector<RunId>{fit}); }).code(),
              ErrorCode::InvalidArgument);
    bringRunsBack(file, std::vector<RunId>{train});
    bringRunsBack(file, std::vector<RunId>{fit});
    EXPECT_EQ(project.runs().all().size(), 4U);
    EXPECT_EQ(project.runs().latest(RunKind::Fit)->id, fit);
    EXPECT_EQ(project.evaluations().all().size(), 1U);
    EXPECT_EQ(removeRunsSetAside(file), 0);
}

TEST_F(RunsOfProject, WhatIsSetAsideIsRemovedInTheEnd) {
    const RunId train = makeRun(project);
    const RunId fit = makeRun(project, RunKind::Fit, RunOutcome::Done, {train});
    const RunId other = makeRun(project);
    for (const RunId run : {fit, train, other})
        setRunsAside(file, std::vector<RunId>{run});
    // As another program would that has read its list of runs before.
    const RunId late = makeRun(project, RunKind::Fit, RunOutcome::Done, {other});
    EXPECT_EQ(removeRunsSetAside(file), 2);
    EXPECT_FALSE(project.runs().find(train));
    EXPECT_EQ(project.runs().all().size(), 2U) << "what is needed is in sight again";
    EXPECT_TRUE(project.check().empty());
    setRunsAside(file, std::vector<RunId>{late});
    setRunsAside(file, std::vector<RunId>{other});
    EXPECT_EQ(removeRunsSetAside(file), 2);
}

TEST_F(RunsOfProject, WhatIsAtWorkOrTheGroundOfAProjectStays) {
    const RunId running = makeRun(project, RunKind::Train, RunOutcome::Running);
    const RunId import = makeRun(project, RunKind::Import);
    const RunId failed = makeRun(project, RunKind::Segment, RunOutcome::Failed);
    EXPECT_EQ(errorOf([&] { setRunsAside(file, std::vector<RunId>{running}); }).code(),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(errorOf([&] { setRunsAside(file, std::vector<RunId>{import}); }).code(),
              ErrorCode::InvalidArgument);
    setRunsAside(file, std::vector<RunId>{failed});
    EXPECT_EQ(errorOf([&] { setRunsAside(file, std::vector<RunId>{77}); }).code(), ErrorCode::NotFound);
}

TEST_F(RunsOfProject, ARunThatJudgedAnInspectionStays) {
    const RunId fit = makeRun(project, RunKind::Fit);
    InspectionStore store(file);
    store.start(fit, {.folder = "/line/1"});
    EXPECT_EQ(errorOf([&] { project.runs().remove(fit); }).code(), ErrorCode::InvalidArgument);
    const RunId inspect = makeRun(project, RunKind::Inspect);
    store.start(inspect, {.folder = "/line/1"});
    project.runs().remove(inspect);
    EXPECT_EQ(project.inspections().all().size(), 1U);
}

TEST_F(RunsOfProject, InterruptedOnesAreMarkedWhenTheirProcessIsGone) {
    test::Worker worker({"running", file.string()});
    const RunId run = std::stoll(worker.line().value_or("0"));
    ASSERT_GT(run, 0);
    const RunId own = makeRun(project, RunKind::Fit, RunOutcome::Running);
    {
        const Project second = Project::open(file);
        EXPECT_EQ(second.runs().find(run)->outcome, RunOutcome::Running) << "its process is at work";
        EXPECT_TRUE(second.notices().empty());
    }
    worker.kill();
    EXPECT_EQ(worker.wait(), -9);
    EXPECT_EQ(Project::open(file, true).runs().find(run)->outcome, RunOutcome::Failed);
    EXPECT_EQ(test::RawDatabase(file).value("SELECT outcome FROM run WHERE id = " + std::to_string(run)),
              "running")
        << "who may not write sees it without marking it";
    const Project third = Project::open(file);
    EXPECT_EQ(third.runs().find(run)->outcome, RunOutcome::Failed);
    EXPECT_EQ(third.runs().find(run)->message, "interrupted");
    EXPECT_EQ(third.runs().find(own)->outcome, RunOutcome::Running);
    ASSERT_EQ(third.notices().size(), 1U);
    EXPECT_EQ(third.notices().front().subject(), "run " + std::to_string(run));
}

TEST_F(RunsOfProject, AKilledWorkerThatNobodyHasBuriedIsGoneToo) {
    test::Worker worker({"running", file.string()});
    const RunId run = std::stoll(worker.line().value_or("0"));
    worker.kill();
    while (worker.line()) {
    }
    // The process is a zombie now, or about to become one: its entry in /proc is still there.
    RunOutcome outcome = RunOutcome::Running;
    for (int attempt = 0; attempt < 100 && outcome == RunOutcome::Running; ++attempt) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        outcome = Project::open(file).runs().find(run)->outcome;
    }
    EXPECT_EQ(outcome, RunOutcome::Failed);
}

TEST_F(RunsOfProject, RunsOfAnotherMachineAreLeftToTheRepair) {
    const RunId run = makeRun(project, RunKind::Train, RunOutcome::Running);
    const RunId rebooted = makeRun(project, RunKind::Train, RunOutcome::Running);
    {
        test::RawDatabase raw(file);
        raw.run("UPDATE run SET process = 'elsewhere boot pid:[1] 1 1' WHERE id = " + std::to_string(run));
        const std::string own = raw.value("SELECT process FROM run WHERE id = " + std::to_string(rebooted));
        raw.run("UPDATE run SET process = '" + own.substr(0, own.find(' ')) +
                " earlier-boot pid:[1] 1 1' WHERE id = " + std::to_string(rebooted));
    }
    Project again = Project::open(file);
    EXPECT_EQ(again.runs().find(run)->outcome, RunOutcome::Running);
    EXPECT_EQ(again.runs().find(rebooted)->outcome, RunOutcome::Failed)
        << "this machine was started anew since";
    ASSERT_EQ(again.check().size(), 1U);
    again.repair();
    EXPECT_EQ(again.runs().find(run)->outcome, RunOutcome::Failed);
    EXPECT_TRUE(again.check().empty());
}
}  // namespace
