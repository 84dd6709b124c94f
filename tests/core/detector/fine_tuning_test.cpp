// Steps of fine-tuning by a lesson whose every loss is known.
#include <cmath>

#include "core/base/threads.h"
#include "core/detector/fine_tuning_torch.h"
#include "core/nn/runtime_torch.h"
#include "tests/core/detector/pictures.h"
#include "tests/support/error_code.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
class Network final : public nn::FineTunedNetwork {
public:
    Network()
        : FineTunedNetwork(backboneShape("resnet18"), 1, "net."),
          conv_(register_module("conv", torch::nn::Conv2d(torch::nn::Conv2dOptions(64, 1, 1)))) {
        backbone()->load(nn::untrainedState(backboneShape("resnet18"), 1, 5), "test");
        startHeads(7);
    }
    at::Tensor forward(const at::Tensor& pictures) {
        return nn::meanOfLargest(conv_->forward(backbone()->lastLayer(pictures)), 0.1);
    }

private:
    torch::nn::Conv2d conv_;
};

class Pull final : public nn::Lesson {
public:
    explicit Pull(Network& network) : network_(network) {}
    std::int64_t stepsPerEpoch() const override { return 2; }
    at::Tensor loss(std::int64_t step) override {
        if (step == cancelBeforeForward && job != nullptr) job->cancel();
        const at::Tensor scores = network_.forward(at::randn({3, 3, 32, 32}));
        if (step == cancelBeforeBackward && job != nullptr) job->cancel();
        return (scores - 3).square().mean() * (step == breakAt ? std::nan("") : 1.0);
    }

    std::int64_t cancelBeforeForward = -1;
    std::int64_t cancelBeforeBackward = -1;
    std::int64_t breakAt = -1;
    Job* job = nullptr;

private:
    Network& network_;
};

class FineTuningSteps : public testing::TestWithParam<double> {
protected:
    const SingleThreadScope alone_;
    FineTuningSteps() { nn::enterTorch(); }

    FineTuningOptions options() const {
        return {.learningRate = 1e-3, .rateEpochs = 2, .momentum = GetParam(), .gradientClip = 1};
    }
    static nn::TrainingPlan plan() { return {.steps = 8, .seed = 2, .name = "pull"}; }

    test::TempDir dir_;
};

TEST_P(FineTuningSteps, StoppedInAStepChangeNothingAndGoOnAlike) {
    Job job;
    Network straight;
    {
        Pull pull(straight);
        const FineTuningOptions tuning = options();
        nn::FineTuning tuner(straight, pull, tuning, job);
        nn::trainInSteps(tuner, plan(), job);
    }
    for (const bool inBackward : {false, true}) {
        Network network;
        Job stopped;
        Pull pull(network);
        pull.job = &stopped;
        (inBackward ? pull.cancelBeforeBackward : pull.cancelBeforeForward) = 5;
        const FineTuningOptions tuning = options();
        nn::TrainingPlan kept = plan();
        kept.checkpoint = dir_ / "state";
        {
            nn::FineTuning tuner(network, pull, tuning, stopped);
            EXPECT_THROW(nn::trainInSteps(tuner, kept, stopped), Cancelled);
        }
        Network other;
        Pull rest(other);
        kept.resumeFrom = kept.checkpoint;
        nn::FineTuning tuner(other, rest, tuning, job);
        nn::trainInSteps(tuner, kept, job);
        for (const auto& [name, tensor] : straight.state())
            EXPECT_TRUE(at::equal(tensor, other.state().at(name))) << name << (inBackward ? " backward" : "");
    }
}

TEST_P(FineTuningSteps, StopWhenTheLossIsNoNumber) {
    Job job;
    Network network;
    Pull pull(network);
    pull.breakAt = 3;
    const FineTuningOptions tuning = options();
    nn::FineTuning tuner(network, pull, tuning, job);
    EXPECT_EQ(test::codeOf([&] { nn::trainInSteps(tuner, plan(), job); }), ErrorCode::InvalidData);
}

INSTANTIATE_TEST_SUITE_P(Optimisers, FineTuningSteps, testing::Values(-1.0, 0.9),
                         [](const auto& instance) { return instance.param < 0 ? "Adam" : "Sgd"; });

TEST(FineTunedNetwork, StartsItsHeadsFromTheSeedAlone) {
    nn::enterTorch();
    Network one;
    torch::manual_seed(99);
    Network two;
    EXPECT_TRUE(at::equal(one.state().at("conv.weight"), two.state().at("conv.weight")));
    EXPECT_TRUE(one.state().contains("net.layer1.1.bn2.running_var"));
    const double bound = 1 / std::sqrt(64.0);
    EXPECT_LE(one.state().at("conv.weight").abs().max().item<double>(), bound);
    EXPECT_GT(one.state().at("conv.weight").abs().max().item<double>(), 0.9 * bound);
    EXPECT_LE(one.state().at("conv.bias").abs().max().item<double>(), bound);
}

TEST(Rotation, TurnsOnlyWhenAskedAndAlwaysAlike) {
    const cv::Mat part = test::drawnPart(1, true, {64, 64});
    FineTuningOptions options;
    EXPECT_EQ(nn::augmented(part, options, 1, "good 3").data, part.data);
    options.rotation = true;
    const cv::Mat turned = nn::augmented(part, options, 1, "good 3");
    EXPECT_EQ(cv::norm(turned, nn::augmented(part, options, 1, "good 3"), cv::NORM_INF), 0);
    EXPECT_GT(cv::norm(turned, part, cv::NORM_L1), 0);
    EXPECT_GT(cv::norm(turned, nn::augmented(part, options, 1, "good 4"), cv::NORM_L1), 0);
    // The middle turns on the spot.
    EXPECT_EQ(turned.size(), part.size());
}
}  // namespace
}  // namespace segad
