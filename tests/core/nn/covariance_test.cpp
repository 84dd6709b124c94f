#include <ATen/ops/cat.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/eye.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/zeros.h>
#include <gtest/gtest.h>
#include <torch/utils.h>

#include "core/nn/covariance_torch.h"

namespace segad::nn {
namespace {
/// [C,C,1,1], far enough from singular that no axis is next to still.
at::Tensor mixing(std::int64_t channels) {
    return (at::eye(channels) + 0.2 * at::randn({channels, channels})).view({channels, channels, 1, 1});
}

/// [N,C,h,w] of channels that go together, around a mean of their own.
at::Tensor features(std::int64_t pictures = 40, std::int64_t channels = 6) {
    torch::manual_seed(11);
    const at::Tensor mean = 5 * at::randn({channels});
    return at::conv2d(at::randn({pictures, channels, 8, 8}), mixing(channels), mean);
}

Whitening whiteningOf(const at::Tensor& of) {
    Covariance covariance;
    covariance.add(of);
    return {covariance, of.device()};
}

double largest(const at::Tensor& of) {
    return of.abs().max().item<double>();
}

TEST(Whitening, LeavesFeaturesUncorrelatedAroundZeroWithVarianceOne) {
    const at::Tensor raw = features();
    Covariance white;
    white.add(whiteningOf(raw)(raw));
    EXPECT_LT(largest(white.mean()), 1e-4);
    EXPECT_LT(largest(white.matrix() - at::eye(raw.size(1), at::kDouble)), 1e-3);
}

TEST(Whitening, LengthsDoNotDependOnTheChannelsThatFeaturesAreWrittenIn) {
    const at::Tensor raw = features();
    const at::Tensor other = at::conv2d(raw, mixing(raw.size(1)), at::randn({raw.size(1)}));
    const auto lengths = [](const at::Tensor& of) { return whiteningOf(of)(of).square().sum(1); };
    const at::Tensor wanted = lengths(raw);
    EXPECT_LT(largest((lengths(other) - wanted) / wanted.mean()), 1e-2);
}

TEST(Whitening, AChannelThatNeverMovesStaysFiniteAndAtRest) {
    const at::Tensor raw = features();
    const at::Tensor still = at::cat({raw, at::zeros({40, 1, 8, 8}) + 3}, 1);
    const at::Tensor white = whiteningOf(still)(still);
    ASSERT_TRUE(white.isfinite().all().item<bool>());
    EXPECT_LT(largest(white.select(1, 6)), 1e-3);
}

}  // namespace
}  // namespace segad::nn
