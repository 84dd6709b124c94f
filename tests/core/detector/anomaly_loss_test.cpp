// Losses against the vectors, in double.
#include <torch/csrc/autograd/autograd.h>

#include "core/detector/anomaly_loss_torch.h"
#include "core/nn/runtime_torch.h"
#include "tests/core/detector/vector_summary_torch.h"

namespace segad {
namespace {
using nn::DeviationReference;
using test::doubles;

class AnomalyLosses : public testing::Test {
protected:
    AnomalyLosses() { nn::enterTorch(); }
    const Json vectors_ = test::vectors("losses.json");
};

/// deviationLoss() of each picture alone.
void expectEach(const Json& expected, const at::Tensor& scores, const at::Tensor& bad,
                const DeviationReference& reference) {
    for (std::int64_t i = 0; i < scores.size(0); ++i) {
        const at::Tensor loss =
            nn::deviationLoss(scores.slice(0, i, i + 1), bad.slice(0, i, i + 1), reference);
        EXPECT_NEAR(loss.item<double>(), expected[static_cast<std::size_t>(i)].get<double>(), 1e-12) << i;
    }
}

TEST_F(AnomalyLosses, DeviationIsTheVectors) {
    const Json& deviation = vectors_.at("deviation");
    SplitMix64 random(fnv1a64("dev/ref"));
    const auto reference = DeviationReference::drawn(random);
    EXPECT_NEAR(reference.mean, deviation.at("ref_mean").get<double>(), 1e-12);
    EXPECT_NEAR(reference.deviation, deviation.at("ref_std_ddof1").get<double>(), 1e-12);

    const at::Tensor scores = doubles(deviation.at("score"));
    const at::Tensor bad = doubles(deviation.at("y"));
    expectEach(deviation.at("each"), scores, bad, reference);
    expectEach(deviation.at("ideal_mean0_std1_each"), scores, bad, {});
    EXPECT_NEAR(nn::deviationLoss(scores, bad, reference).item<double>(), deviation.at("mean").get<double>(),
                1e-12);
    EXPECT_NEAR(nn::anomalyLoss(nn::AnomalyLoss::FixedDeviation, scores, bad, SplitMix64(1)).item<double>(),
                deviation.at("ideal_mean").get<double>(), 1e-12);
    EXPECT_NEAR(nn::anomalyLoss(nn::AnomalyLoss::Deviation, scores, bad, SplitMix64(fnv1a64("dev/ref")))
                    .item<double>(),
                deviation.at("mean").get<double>(), 1e-12);
}

TEST_F(AnomalyLosses, FocalIsTheVectors) {
    const Json& focal = vectors_.at("focal");
    const at::Tensor logits = doubles(focal.at("logits"));
    const at::Tensor bad = doubles(focal.at("targets"));
    for (std::int64_t i = 0; i < logits.size(0); ++i) {
        const double expected = focal.at("alpha025_gamma2_each")[static_cast<std::size_t>(i)].get<double>();
        EXPECT_NEAR(nn::focalLoss(logits.slice(0, i, i + 1), bad.slice(0, i, i + 1), 0.25, 2).item<double>(),
                    expected, 1e-12)
            << i;
    }
    EXPECT_NEAR(nn::focalLoss(logits, bad, 0.25, 2).item<double>(), focal.at("mean").get<double>(), 1e-12);
    EXPECT_NEAR(nn::focalLoss(logits, bad, 0.75, 2).item<double>(), focal.at("alpha75_mean").get<double>(),
                1e-12);
    EXPECT_NEAR(nn::focalLoss(logits, bad, -1, 2).item<double>(),
                focal.at("noalpha_gamma2_mean").get<double>(), 1e-12);
    EXPECT_NEAR(nn::anomalyLoss(nn::AnomalyLoss::Focal, logits, bad, SplitMix64(1)).item<double>(),
                vectors_.at("binary_focal_devnet_alpha1_gamma2_mean").get<double>(), 1e-12);
}

TEST_F(AnomalyLosses, FocalHasTheGradientOfItsValues) {
    const at::Tensor logits = doubles(vectors_.at("focal").at("logits")).requires_grad_(true);
    const at::Tensor bad = doubles(vectors_.at("focal").at("targets"));
    const at::Tensor gradient =
        torch::autograd::grad({nn::focalLoss(logits, bad, 0.25, 2)}, {logits}).front();
    constexpr double kStep = 1e-5;
    for (std::int64_t i = 0; i < logits.size(0); ++i) {
        at::Tensor up = logits.detach().clone();
        at::Tensor down = up.clone();
        up[i] += kStep;
        down[i] -= kStep;
        const double slope =
            (nn::focalLoss(up, bad, 0.25, 2) - nn::focalLoss(down, bad, 0.25, 2)).item<double>() /
            (2 * kStep);
        EXPECT_NEAR(gradient[i].item<double>(), slope, 1e-9) << i;
    }
}

TEST_F(AnomalyLosses, HaveNames) {
    EXPECT_EQ(nn::anomalyLossNamed("fixed_deviation"), nn::AnomalyLoss::FixedDeviation);
    EXPECT_EQ(nn::anomalyLossNamed("cross_entropy"), nn::AnomalyLoss::CrossEntropy);
    EXPECT_THROW(nn::anomalyLossNamed("squares"), std::logic_error);
    const at::Tensor scores = at::zeros({2}, at::kDouble);
    EXPECT_NEAR(nn::anomalyLoss(nn::AnomalyLoss::CrossEntropy, scores, at::ones_like(scores), SplitMix64(1))
                    .item<double>(),
                std::log(2.0), 1e-12);
}
}  // namespace
}  // namespace segad
