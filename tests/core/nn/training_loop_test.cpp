// The training loop, by a trainee whose every step is known.
#include <cmath>
#include <filesystem>

#include <torch/optim/adam.h>

#include "core/nn/checkpoint_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/training_loop_torch.h"
#include "tests/support/error_code.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
using test::codeOf;

/// Fits a line through noisy points with Adam; the noise comes from the step's own random numbers.
class Line final : public nn::Trainee {
public:
    double step(std::int64_t step) override {
        lastStep = step;
        if (step == cancelAt) job->cancel();
        if (step == breakAt) return std::nan("");
        const at::Tensor x = at::rand({8, 1});
        const at::Tensor error = at::mm(x, weight_) + bias_ - 3 * x - 1 + 0.1 * at::randn({8, 1});
        optimiser_.zero_grad();
        const at::Tensor loss = error.square().mean();
        loss.backward();
        optimiser_.step();
        return loss.item<double>();
    }
    double validate() override { return std::abs(weight_.item<double>() - 3); }
    nn::StateDict save() override {
        nn::StateDict state{{"weight", weight_.detach()}, {"bias", bias_.detach()}};
        state.merge(nn::optimiserState(optimiser_, "adam."));
        return state;
    }
    void load(const nn::StateDict& state) override {
        nn::copyState(state, "", {{"weight", weight_.detach()}, {"bias", bias_.detach()}});
        nn::loadOptimiserState(optimiser_, state, "adam.");
    }

    std::int64_t lastStep = -1;
    std::int64_t cancelAt = -1;
    std::int64_t breakAt = -1;
    Job* job = nullptr;
    at::Tensor weight_ = at::zeros({1, 1}).requires_grad_();
    at::Tensor bias_ = at::zeros({1}).requires_grad_();
    torch::optim::Adam optimiser_{std::vector<at::Tensor>{weight_, bias_}, torch::optim::AdamOptions(0.05)};
};

nn::TrainingPlan planOf(std::int64_t steps) {
    return {.steps = steps, .seed = 5, .name = "line", .fingerprint = {{"rate", 0.05}}};
}

TEST(TrainingLoop, LearnsAndKeepsTheCourse) {
    Line line;
    Job job;
    nn::TrainingPlan plan = planOf(1200);
    plan.validateEvery = 400;
    std::size_t seen = 0;
    plan.onPoint = [&](const LossPoint&) { ++seen; };
    const LossCurve curve = nn::trainInSteps(line, plan, job);
    EXPECT_NEAR(line.weight_.item<double>(), 3, 0.1);
    EXPECT_NEAR(line.bias_.item<double>(), 1, 0.1);
    EXPECT_EQ(curve.steps, 1200);
    EXPECT_EQ(curve.points.size(), 600U);
    EXPECT_EQ(seen, curve.points.size());
    EXPECT_EQ(curve.points.back().step, 1200);
    EXPECT_LT(curve.finalLoss(), 0.1 * curve.points.front().loss);
    EXPECT_LT(curve.points.back().validation.value(), 0.1);
    const LossCurve again = lossCurveFromJson(toJson(curve), "curve");
    EXPECT_EQ(again.points.size(), curve.points.size());
    EXPECT_EQ(again.points[7].loss, curve.points[7].loss);
    EXPECT_EQ(codeOf([] { lossCurveFromJson(Json::array(), "curve"); }), ErrorCode::InvalidData);
}

TEST(TrainingLoop, CancelledAndResumedIsAsIfNeverStopped) {
    const test::TempDir dir;
    Line straight;
    Job job;
    const LossCurve whole = nn::trainInSteps(straight, planOf(700), job);

    nn::TrainingPlan plan = planOf(700);
    plan.checkpoint = dir / "state.checkpoint";
    Job stopped;
    Line first;
    first.job = &stopped;
    first.cancelAt = 233;
    EXPECT_THROW(nn::trainInSteps(first, plan, stopped), Cancelled);
    EXPECT_EQ(first.lastStep, 233) << "the step in which it was asked to stop is the last";

    Line second;
    plan.resumeFrom = plan.checkpoint;
    const LossCurve resumed = nn::trainInSteps(second, plan, job);
    EXPECT_TRUE(at::equal(second.weight_, straight.weight_));
    EXPECT_TRUE(at::equal(second.bias_, straight.bias_));
    ASSERT_EQ(resumed.points.size(), whole.points.size());
    for (std::size_t i = 0; i < whole.points.size(); ++i)
        EXPECT_EQ(resumed.points[i].loss, whole.points[i].loss);
}

TEST(TrainingLoop, AMilestoneStaysAndCanBeGoneOnFrom) {
    const test::TempDir dir;
    nn::TrainingPlan plan = planOf(100);
    plan.milestone = nn::TrainingPlan::Milestone{60, dir / "sixty"};
    Job job;
    Line line;
    nn::trainInSteps(line, plan, job);
    nn::TrainingPlan longer = planOf(100);
    longer.resumeFrom = dir / "sixty";
    Line other;
    nn::trainInSteps(other, longer, job);
    EXPECT_TRUE(at::equal(line.weight_, other.weight_));
}

TEST(TrainingLoop, StopsWhenTheLossIsNoNumberAndKeepsTheLastGoodState) {
    const test::TempDir dir;
    nn::TrainingPlan plan = planOf(100);
    plan.checkpoint = dir / "state";
    plan.checkpointEvery = std::chrono::seconds(0);
    Job job;
    Line line;
    line.breakAt = 50;
    EXPECT_EQ(codeOf([&] { nn::trainInSteps(line, plan, job); }), ErrorCode::InvalidData);
    EXPECT_EQ(nn::readCheckpoint(plan.checkpoint).header["curve"]["steps"], 50);
}

TEST(TrainingLoop, RefusesForeignCheckpoints) {
    const test::TempDir dir;
    nn::TrainingPlan plan = planOf(10);
    plan.checkpoint = dir / "state";
    Job job;
    Line line;
    nn::trainInSteps(line, plan, job);
    plan.resumeFrom = plan.checkpoint;
    plan.fingerprint = {{"rate", 0.1}};
    EXPECT_EQ(codeOf([&] { nn::trainInSteps(line, plan, job); }), ErrorCode::InvalidArgument);
    writeFileAtomically(plan.checkpoint, "not a checkpoint");
    EXPECT_EQ(codeOf([&] { nn::trainInSteps(line, plan, job); }), ErrorCode::InvalidData);
    nn::writeCheckpoint(
        plan.checkpoint, {{"weight", at::zeros({2, 2})}},
        {{"fingerprint", {{"rate", 0.1}}}, {"curve", toJson(LossCurve{})}, {"sum", 0}, {"summed", 0}});
    EXPECT_EQ(codeOf([&] { nn::trainInSteps(line, plan, job); }), ErrorCode::InvalidData);
}
}  // namespace
}  // namespace segad
