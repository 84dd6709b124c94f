// The supervised classifier against the vectors.
#include <gmock/gmock.h>

#include "core/base/threads.h"
#include "core/detector/anomaly_loss_torch.h"
#include "core/detector/catalog.h"
#include "core/detector/wide_resnet_classifier_network_torch.h"
#include "core/nn/runtime_torch.h"
#include "tests/core/detector/pictures.h"
#include "tests/core/detector/vector_summary_torch.h"

namespace segad {
namespace {
using test::expectValues;

TEST(WideResNetClassifier, IsTheVectors) {
    nn::enterTorch();
    const at::NoGradGuard noGradient;
    const Json vectors = test::vectors("networks.json").at("wrn");
    nn::ClassifierNetwork network(backboneShape("wide_resnet50_2"), 4);
    std::int64_t parameters = 0;
    for (const at::Tensor& parameter : network.parameters())
        parameters += parameter.numel();
    EXPECT_EQ(parameters, vectors.at("n_params").get<std::int64_t>());

    test::fillState(network.state(), "wrn");
    network.eval();
    const at::Tensor images = test::streamTensor("wrn/images", {2, 3, 128, 128});
    const at::Tensor features = network.backbone()->lastLayer(images);
    test::expectSummary(features.mean({2, 3}), vectors.at("pooled"), "pooled");
    const at::Tensor logits = network.forward(images);
    expectValues(logits, vectors.at("logit"), 1e-4, "logit");
    expectValues(network.activationMap(features).mean({1, 2, 3}), vectors.at("logit"), 1e-4,
                 "mean of the activation map");
    EXPECT_NEAR(nn::focalLoss(logits, at::tensor({0.0F, 1.0F}), 0.25, 2).item<double>(),
                vectors.at("focal_mean_targets_0_1").get<double>(), 1e-4);
}

TEST(WideResNetClassifier, ItsMapIsBrightWhereThePartIsBad) {
    DetectorConfig config{.params = {{"image_size", 64},
                                     {"last_layer", 2},
                                     {"epochs", 12},
                                     {"batch_size", 6},
                                     {"learning_rate", 0.01}},
                          .backbone = "resnet18-untrained",
                          .seed = 1,
                          .device = "cpu"};
    const SingleThreadScope alone;
    auto detector = createDetector("wide_resnet_classifier", config);
    Job job;
    const test::DrawnTraining parts(8);
    detector->train(parts.set(), job);
    const std::vector<cv::Mat> pictures{test::drawnPart(101, false), test::drawnPart(101, true)};
    const std::vector<Scored> scored = detector->score(pictures);
    EXPECT_GT(scored[1].imageScore, scored[0].imageScore);
    // The scratch goes through the middle; corners are plate.
    const cv::Mat map = scored[1].map->pixels() - scored[0].map->pixels();
    EXPECT_GT(cv::mean(map(cv::Rect(20, 20, 24, 24)))[0], cv::mean(map(cv::Rect(0, 0, 12, 12)))[0]);
    // The logit is the mean of the grid the map comes from.
    EXPECT_NEAR(cv::mean(scored[1].map->pixels())[0], scored[1].imageScore,
                0.2 * std::abs(scored[1].imageScore) + 0.2);
}

TEST(WideResNetClassifier, IsAsLargeAsItsBackbone) {
    const DetectorInfo& row = detectorInfo("wide_resnet_classifier");
    const CostEstimate cost =
        row.estimateCost({.params = row.params.defaults(), .backbone = "wide_resnet50_2", .trainParts = 100});
    EXPECT_NEAR(static_cast<double>(cost.modelBytes), 267.6e6, 1e6);
}
}  // namespace
}  // namespace segad
