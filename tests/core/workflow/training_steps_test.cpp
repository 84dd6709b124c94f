// Trainings that take many steps: watched, stopped, resumed.
#include <chrono>
#include <fstream>
#include <thread>

#include "core/base/pause_gate.h"
#include "core/workflow/stopped_trainings.h"
#include "tests/core/workflow/project_fixture.h"
#include "tests/core/workflow/step_detector.h"

using namespace segad;

namespace {
class TrainingInSteps : public test::ProjectFixture {
protected:
    TrainRequest request() const {
        return {.project = file(), .detector = "steps", .params = {{"steps", 8}}, .score = false};
    }
    RunId train(const TrainRequest& wanted) {
        return trainDetector(wanted, info_, test::stepFactory(log_), job_);
    }
    /// Cancels once `steps` have been taken.
    void trainUntil(std::int64_t steps, TrainRequest wanted) {
        Job* running = nullptr;
        Job job([](const JobStatus&) {});
        running = &job;
        wanted.onPoint = [&](const LossPoint& point) {
            if (point.step == steps) running->cancel();
        };
        EXPECT_THROW(trainDetector(wanted, info_, test::stepFactory(log_), job), Cancelled);
    }
    Path checkpoints(RunId run) const { return open().runs().checkpointFolder(run); }

    test::StepLog log_;
    DetectorInfo info_ = test::stepInfo(Supervision::GoodOnly);
};

void expectSame(const LossCurve& a, const LossCurve& b) {
    ASSERT_EQ(a.points.size(), b.points.size());
    for (std::size_t i = 0; i < a.points.size(); ++i) {
        EXPECT_EQ(a.points[i].step, b.points[i].step);
        EXPECT_EQ(a.points[i].loss, b.points[i].loss);
        EXPECT_EQ(a.points[i].learningSeconds, b.points[i].learningSeconds);
    }
    EXPECT_EQ(a.steps, b.steps);
}

TEST_F(TrainingInSteps, TheLossIsWatchedAndKept) {
    importTiny();
    TrainRequest wanted = request();
    std::vector<LossPoint> seen;
    wanted.onPoint = [&](const LossPoint& point) { seen.push_back(point); };
    const RunId id = train(wanted);
    ASSERT_EQ(seen.size(), 8U);
    const LossCurve kept = open().runs().lossCurve(id);
    expectSame(kept, {.points = seen, .steps = 8, .seconds = 4});
    EXPECT_FALSE(std::filesystem::exists(checkpoints(id))) << "of no use once the model is stored";
    EXPECT_TRUE(open().runs().lossCurve(ProjectFixture::train()).points.empty()) << "PatchCore has none";
    EXPECT_TRUE(open().check().empty());
}

TEST_F(TrainingInSteps, ACancelledOneGoesOnWhereItWas) {
    importTiny();
    const LossCurve whole = open().runs().lossCurve(train(request()));
    open().runs().remove(open().runs().latest(RunKind::Train)->id);
    log_.steps = 0;

    trainUntil(3, request());
    const RunRecord stopped = open().runs().all().back();
    EXPECT_EQ(stopped.outcome, RunOutcome::Cancelled);
    EXPECT_NE(stopped.message.find("--resume"), std::string::npos) << stopped.message;
    EXPECT_EQ(open().runs().lossCurve(stopped.id).steps, 3) << "the loss so far can be looked at";
    EXPECT_TRUE(open().check().empty()) << "checkpoints of a stopped training are no litter";

    const std::vector<StoppedTraining> list = stoppedTrainings(open());
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].run.id, stopped.id);
    EXPECT_EQ(list[0].curve.steps, 3);
    EXPECT_EQ(list[0].plannedSteps, 8);
    EXPECT_GT(list[0].bytes, 0U);

    TrainRequest again = list[0].request;
    again.score = false;
    EXPECT_EQ(train(again), stopped.id) << "it is still the same run";
    EXPECT_EQ(log_.steps, 8) << "no step was taken twice";
    const Project project = open();
    const RunRecord done = project.runs().find(stopped.id).value();
    EXPECT_EQ(done.outcome, RunOutcome::Done);
    EXPECT_EQ(done.startedAt, stopped.startedAt);
    EXPECT_GE(done.seconds, stopped.seconds);
    expectSame(project.runs().lossCurve(done.id), whole);
    EXPECT_FALSE(std::filesystem::exists(checkpoints(done.id)));
    EXPECT_TRUE(stoppedTrainings(project).empty());
}

TEST_F(TrainingInSteps, AFailedOneGoesOn) {
    importTiny();
    log_.dieAtStep = 5;
    EXPECT_THROW(train(request()), Error);
    const RunRecord failed = open().runs().all().back();
    EXPECT_EQ(failed.outcome, RunOutcome::Failed);
    TrainRequest again = request();
    again.resume = true;
    EXPECT_EQ(train(again), failed.id);
    EXPECT_EQ(log_.steps, 8);
}

TEST_F(TrainingInSteps, AnotherQuestionStartsAnew) {
    importTiny();
    trainUntil(3, request());
    const RunId stopped = open().runs().all().back().id;
    TrainRequest other = request();
    other.resume = true;
    other.seed = 7;
    const RunId id = train(other);
    EXPECT_NE(id, stopped);
    EXPECT_EQ(log_.steps, 3 + 8);
    EXPECT_NE(open().runs().find(id)->message.find("no equal training"), std::string::npos);
    EXPECT_EQ(stoppedTrainings(open()).size(), 1U) << "the stopped one can still go on";

    const PartRecord part = open().parts().findByPath("train/good/003.png").value();
    const Parts::LabelChange change{.part = part.id, .label = Label::Bad};
    open().parts().setLabels({&change, 1}, "user");
    other = request();
    other.resume = true;
    EXPECT_NE(train(other), stopped) << "these are other parts";
}

TEST_F(TrainingInSteps, StartingAnewAnswersTheStoppedOneToo) {
    importTiny();
    trainUntil(3, request());
    const RunId stopped = open().runs().all().back().id;
    EXPECT_NE(train(request()), stopped);
    EXPECT_EQ(log_.steps, 3 + 8);
    EXPECT_TRUE(stoppedTrainings(open()).empty());
    EXPECT_FALSE(std::filesystem::exists(checkpoints(stopped)));
}

TEST_F(TrainingInSteps, RemovingARunRemovesItsCheckpoints) {
    importTiny();
    trainUntil(3, request());
    Project project = open();
    const RunId stopped = project.runs().all().back().id;
    const Path folder = project.runs().checkpointFolder(stopped);
    EXPECT_TRUE(std::filesystem::exists(folder));
    project.runs().remove(stopped);
    EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST_F(TrainingInSteps, ABrokenPictureCostsNoStepThatWasTakenWithoutIt) {
    importTiny();
    for (const char* path : {"train/good/001.png", "train/good/002.png", "train/good/003.png"})
        std::ofstream(images() / path) << "gone bad";
    trainUntil(3, request());
    TrainRequest again = request();
    again.resume = true;
    train(again);
    EXPECT_EQ(log_.steps, 8);
}

TEST_F(TrainingInSteps, DeterminismIsPartOfTheQuestion) {
    importTiny();
    TrainRequest wanted = request();
    wanted.deterministic = true;
    const RunId id = train(wanted);
    EXPECT_EQ(log_.deterministic, std::vector<bool>{true});
    EXPECT_EQ(open().runs().find(id)->options, Json({{"deterministic", true}}));
}

TEST_F(TrainingInSteps, WhatIsMissingIsSaidAtOnce) {
    importTiny();
    info_.requireInputs = [](const Json&) {
        throw Error(ErrorCode::MissingWeights, "teacher", "is not imported", "Import it.");
    };
    EXPECT_THROW(train(request()), Error);
    EXPECT_EQ(open().runs().all().size(), 1U) << "not even a run, but for the import";
    EXPECT_TRUE(log_.bad.empty());
}

TEST_F(TrainingInSteps, APauseIsNoPartOfTheTimeItTook) {
    importTiny();
    PauseGate gate;
    // It stands before the next step, until somebody lets it go on.
    Job job([&](const JobStatus&) { gate.pass(); });
    TrainRequest wanted = request();
    wanted.params["steps"] = 200;
    std::thread later;
    wanted.onPoint = [&](const LossPoint& point) {
        if (point.step == 1) {
            gate.close();
            later = std::thread([&] {
                while (gate.secondsStood() < 1)
                    std::this_thread::sleep_for(std::chrono::milliseconds(10));
                gate.open();
            });
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));  // the listener is called now and then
    };
    const auto begin = std::chrono::steady_clock::now();
    const RunId run = trainDetector(wanted, info_, test::stepFactory(log_), job);
    const double all = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    later.join();
    EXPECT_GE(gate.secondsStood(), 1);
    EXPECT_LT(open().runs().find(run)->seconds, all - gate.secondsStood() + 0.01);
    EXPECT_GT(open().runs().find(run)->seconds, 0.2);
}
}  // namespace
