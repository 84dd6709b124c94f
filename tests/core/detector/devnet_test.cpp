// DevNet against the vectors, and as a detector that learns from good and bad parts.
#include <gmock/gmock.h>

#include "core/detector/anomaly_loss_torch.h"
#include "core/detector/devnet_network_torch.h"
#include "core/detector/gradient_map_torch.h"
#include "core/nn/runtime_torch.h"
#include "tests/core/detector/pictures.h"
#include "tests/core/detector/vector_summary_torch.h"
#include "tests/support/npy_array.h"

namespace segad {
namespace {
using test::expectSummary;
using test::expectValues;

Json params(const Json& values = Json::object()) {
    return detectorInfo("devnet").params.complete(values);
}

class DevNetVectors : public testing::Test {
protected:
    DevNetVectors()
        : network_(backboneShape("resnet18"), DevNetOptions::fromParams(params({{"image_size", 128}}))) {
        nn::enterTorch();
        test::fillState(network_.state(), "devnet");
    }

    const Json vectors_ = test::vectors("networks.json").at("devnet");
    nn::DevNetNetwork network_;
    at::Tensor images_ = test::streamTensor("devnet/images", {4, 3, 128, 128});
    at::Tensor bad_ = at::tensor({0.0F, 1.0F, 0.0F, 1.0F});
};

TEST_F(DevNetVectors, NamesAreTheOfficialOnes) {
    const nn::StateDict state = network_.state();
    for (const Json& key : vectors_.at("keys")) {
        const auto name = key.get<std::string>();
        if (name.ends_with("num_batches_tracked") || name.find(".fc.") != std::string::npos) continue;
        EXPECT_TRUE(state.contains(name)) << name;
    }
}

TEST_F(DevNetVectors, ScoresInEvaluation) {
    network_.eval();
    const at::NoGradGuard noGradient;
    expectSummary(network_.backbone()->lastLayer(images_), vectors_.at("feature"), "feature");
    const at::Tensor scores = network_.forward(images_);
    expectValues(scores, vectors_.at("score_eval"), 1e-5, "score");
    EXPECT_NEAR(nn::deviationLoss(scores, bad_, {}).item<double>(),
                vectors_.at("loss_eval_ref01").get<double>(), 1e-5);
    network_.to(at::kDouble);
    expectValues(network_.forward(images_.to(at::kDouble)), vectors_.at("score_eval"), 1e-5,
                 "score in double");
}

TEST_F(DevNetVectors, LearnsTheirLossAndGradient) {
    for (const auto type : {at::kFloat, at::kDouble}) {
        network_.to(type);
        network_.train();
        network_.zero_grad();
        const at::Tensor scores = network_.forward(images_.to(type));
        expectValues(scores, vectors_.at("score_train_bn_batchstats"), 1e-4, "score");
        const at::Tensor loss = nn::deviationLoss(scores, bad_.to(type), {});
        EXPECT_NEAR(loss.item<double>(), vectors_.at("loss_train_ref01").get<double>(), 1e-4);
        loss.backward();
        double squares = 0;
        for (const at::Tensor& parameter : network_.parameters())
            squares += parameter.grad().square().sum(at::kDouble).item<double>();
        const double norm = vectors_.at("grad_norm_total").get<double>();
        EXPECT_NEAR(std::sqrt(squares), norm, 1e-3 * norm);
        const double sum = vectors_.at("conv_weight_grad_abs_sum").get<double>();
        EXPECT_NEAR(network_.named_parameters()["conv.weight"].grad().abs().sum().item<double>(), sum,
                    1e-3 * sum);
    }
}

TEST_F(DevNetVectors, HeatMap) {
    network_.eval();
    for (at::Tensor& parameter : network_.parameters())
        parameter.requires_grad_(false);
    const auto scoreOf = [&](const at::Tensor& picture) { return network_.forward(picture); };
    const nn::GradientMap found = nn::gradientMap(images_.slice(0, 0, 1), true, scoreOf);
    EXPECT_NEAR(found.score, vectors_.at("score_eval")[0].get<double>(), 1e-4);
    const test::NpyArray expected = test::npyVectors("devnet_heatmap.npy");
    ASSERT_EQ(found.map.total(), expected.values.size());
    double largest = 0;
    for (std::size_t i = 0; i < expected.values.size(); ++i)
        largest = std::max(largest, std::abs(found.map.ptr<float>()[i] - expected.values[i]));
    EXPECT_LT(largest, 2e-4);

    // Unscaled it is the gradient itself, blurred: as bright on average.
    const nn::GradientMap raw = nn::gradientMap(images_.slice(0, 0, 1), false, scoreOf);
    const double mean = vectors_.at("heatmap").at("grad_abs_sum").at("mean").get<double>();
    EXPECT_NEAR(cv::mean(raw.map)[0], mean, 0.05 * mean);
    const nn::GradientMap flat = nn::gradientMap(
        images_.slice(0, 0, 1), true, [](const at::Tensor& picture) { return picture.sum().view({1}) * 0; });
    EXPECT_EQ(cv::countNonZero(flat.map), 0) << "no gradient anywhere";
}

TEST(DevNetScore, CountsTheLargestPositions) {
    const at::Tensor responses = at::tensor({1.0F, -9.0F, 3.0F, 2.0F}).view({1, 1, 2, 2});
    EXPECT_EQ(nn::meanOfLargest(responses, 0.1).item<float>(), 9) << "at least one";
    EXPECT_EQ(nn::meanOfLargest(responses, 0.5).item<float>(), 6);
    EXPECT_EQ(nn::meanOfLargest(responses, 0).item<float>(), -0.75) << "all, with their signs";
    const at::Tensor picture = at::arange(36, at::kFloat).view({1, 1, 6, 6});
    EXPECT_TRUE(at::equal(nn::atScale(picture, 1), picture.slice(2, 0, 6, 2).slice(3, 0, 6, 2)));
    EXPECT_TRUE(at::equal(nn::atScale(picture, 0), picture));
}

TEST(DevNetRow, EstimatesMoreForMoreWork) {
    const DetectorInfo& row = detectorInfo("devnet");
    EXPECT_EQ(row.supervision, Supervision::GoodAndBad);
    EXPECT_EQ(row.backboneLayers(params()), std::vector<int>{4});
    EXPECT_EQ(row.backboneLayers(params({{"last_layer", 3}})), std::vector<int>{3});
    const auto cost = [&](const Json& values) {
        return row.estimateCost({.params = params(values), .trainParts = 100, .threads = 2});
    };
    const CostEstimate published = cost(Json::object());
    EXPECT_GT(published.trainSeconds, 1.9 * cost({{"epochs", 25}}).trainSeconds * 0.99);
    EXPECT_GT(published.trainBytes, 2 * cost({{"batch_size", 12}}).trainBytes);
    EXPECT_GT(published.scoreSecondsPerPart, 2 * cost({{"map", "response"}}).scoreSecondsPerPart);
    EXPECT_NEAR(static_cast<double>(published.modelBytes), 44.7e6, 0.5e6);
}
}  // namespace
}  // namespace segad
