// Reverse Distillation against its vectors: strictly in double, within float's rounding in float, and folded
// for scoring.
#include <opencv2/core.hpp>
#include <torch/optim/adam.h>
#include <torch/utils.h>

#include "core/detector/catalog.h"
#include "core/detector/map_operations.h"
#include "core/detector/reverse_distillation_network_torch.h"
#include "core/detector/reverse_distillation_scorer_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"
#include "tests/support/error_code.h"
#include "tests/support/expect_sample_torch.h"
#include "tests/support/filled_networks_torch.h"
#include "tests/support/npy_array.h"

namespace segad {
namespace {
using test::expectSample;

ReverseDistillationOptions optionsOf(int side, const Json& params = Json::object()) {
    Json values{{"image_size", side}};
    values.update(params);
    return ReverseDistillationOptions::fromParams(detectorInfo("rd4ad").params.complete(values));
}

ReverseDistillationShape shapeOf(const std::string& architecture, int side,
                                 const Json& params = Json::object()) {
    return reverseDistillationShape(optionsOf(side, params), backboneShape(architecture));
}

class ReverseDistillationVectors : public testing::Test {
protected:
    ReverseDistillationVectors() { nn::enterTorch(); }

    double strict(const char* sample) const {
        return 1e-9 * std::max(1.0, expected_.at(sample).at("abs_max").get<double>());
    }
    double loose(const char* sample, double share) const {
        return share * expected_.at(sample).at("std_pop").get<double>();
    }

    nn::ReverseDistillationNet filled(at::ScalarType type) const {
        nn::ReverseDistillationNet network(shape_);
        for (auto& [name, tensor] : network->state())
            test::fillByName(tensor, name);
        network->to(type);
        return network;
    }

    static std::vector<at::Tensor> features(at::ScalarType type) {
        const c10::NoGradGuard noGradient;
        nn::ResNet backbone = test::filledNetwork("wide_resnet50_2", 3);
        backbone->to(type);
        return backbone->forward(test::filledPictures(2, 128, 128).to(type));
    }

    Json expected_ = test::vectors("rd4ad.json");
    ReverseDistillationShape shape_ = shapeOf("wide_resnet50_2", 128);
};

TEST_F(ReverseDistillationVectors, NamesShapesAndCountsAreAnomalibs) {
    nn::ReverseDistillationNet network(shape_);
    std::map<std::string, std::vector<std::int64_t>> actual;
    for (const auto& [name, tensor] : network->state())
        actual[name] = tensor.sizes().vec();
    std::map<std::string, std::vector<std::int64_t>> expected;
    for (const char* half : {"bottleneck", "decoder"}) {
        for (const auto& [name, shape] : expected_.at(std::string(half) + "_names").items()) {
            if (!name.ends_with("num_batches_tracked") && !name.starts_with("conv4") &&
                !name.starts_with("bn4"))
                expected[std::string(half) + "." + name] = shape.get<std::vector<std::int64_t>>();
        }
    }
    EXPECT_EQ(actual, expected);
    const std::uint64_t all = expected_.at("param_counts").at("bottleneck").get<std::uint64_t>() +
                              expected_.at("param_counts").at("decoder").get<std::uint64_t>();
    EXPECT_EQ(shape_.parameters(), all);
    // reverse_distillation.md § 2, counted on the authors' code.
    EXPECT_EQ(shapeOf("wide_resnet50_2", 256, {{"ocbe_width", "1024"}}).parameters(), 58885120U + 24917504U);
}

TEST_F(ReverseDistillationVectors, InDoubleItEvaluatesToTheVectors) {
    const c10::NoGradGuard noGradient;
    nn::ReverseDistillationNet network = filled(at::kDouble);
    network->eval();
    const std::vector<at::Tensor> maps = features(at::kDouble);
    expectSample(network->embedding()->forward(maps), expected_.at("eval_bn"), strict("eval_bn"), "eval_bn");
    const std::vector<at::Tensor> decoded = network->forward(maps);
    for (std::size_t l = 0; l < 3; ++l) {
        const std::string name = "eval_dec_" + std::to_string(l);
        expectSample(decoded[l], expected_.at(name), strict(name.c_str()), name);
    }
    EXPECT_NEAR(nn::reverseDistillationLoss(maps, decoded, false).item<double>(),
                expected_.at("eval_loss_flat").get<double>(), 1e-9);
    EXPECT_NEAR(nn::reverseDistillationLoss(maps, decoded, true).item<double>(),
                expected_.at("eval_loss_perpix").get<double>(), 1e-9);
}

TEST_F(ReverseDistillationVectors, InDoubleItLearnsAsTheVectorsDo) {
    nn::ReverseDistillationNet network = filled(at::kDouble);
    network->train();
    const std::vector<at::Tensor> maps = features(at::kDouble);
    torch::optim::Adam optimiser(network->parameters(), torch::optim::AdamOptions(0.005).betas({0.5, 0.999}));
    for (std::size_t t = 0; t < 4; ++t) {
        optimiser.zero_grad();
        const std::vector<at::Tensor> decoded = network->forward(maps);
        const at::Tensor loss = nn::reverseDistillationLoss(maps, decoded, false);
        const auto wanted = expected_.at("train_loss_steps_f64")[t].get<double>();
        EXPECT_NEAR(loss.item<double>(), wanted, 1e-6 * wanted) << t;
        loss.backward();
        if (t == 0) {
            for (std::size_t l = 0; l < 3; ++l) {
                const std::string name = "train_dec_" + std::to_string(l);
                expectSample(decoded[l].detach(), expected_.at(name), strict(name.c_str()), name);
            }
            const nn::StateDict state = network->state();
            for (const char* what : {"mean", "var"}) {
                const std::string name = std::string("bn1_running_") + what + "_after_1_train_forward";
                expectSample(state.at(std::string("bottleneck.bn1.running_") + what), expected_.at(name),
                             strict(name.c_str()), name);
            }
            for (const auto& parameter : network->named_parameters()) {
                const std::string name = "grad0_" + parameter.key();
                if (expected_.contains(name))
                    expectSample(parameter.value().grad(), expected_.at(name), strict(name.c_str()), name);
            }
        }
        optimiser.step();
        if (t == 0) {
            const std::string name = "decoder.layer1.0.conv1.weight";
            expectSample(network->state().at(name), expected_.at(name + "_after_step1"), 1e-9, name);
        }
    }
}

TEST_F(ReverseDistillationVectors, InFloatItStaysWithinItsRounding) {
    nn::ReverseDistillationNet network = filled(at::kFloat);
    const std::vector<at::Tensor> maps = features(at::kFloat);
    {
        const c10::NoGradGuard noGradient;
        network->eval();
        expectSample(network->embedding()->forward(maps), expected_.at("eval_bn"), loose("eval_bn", 1e-4),
                     "eval_bn");
        const std::vector<at::Tensor> decoded = network->forward(maps);
        for (std::size_t l = 0; l < 3; ++l) {
            const std::string name = "eval_dec_" + std::to_string(l);
            expectSample(decoded[l], expected_.at(name), loose(name.c_str(), 1e-4), name);
        }
    }
    network->train();
    torch::optim::Adam optimiser(network->parameters(), torch::optim::AdamOptions(0.005).betas({0.5, 0.999}));
    // Train-mode BatchNorm over a 4×4 map is ill-conditioned in float (the vectors' README): the order in
    // which a processor adds (AVX2, AVX-512) moves the fourth loss by a hundredth.
    constexpr std::array<double, 4> kTolerance{1e-5, 2e-3, 2e-2, 3e-2};
    for (std::size_t t = 0; t < 4; ++t) {
        optimiser.zero_grad();
        const std::vector<at::Tensor> decoded = network->forward(maps);
        const at::Tensor loss = nn::reverseDistillationLoss(maps, decoded, false);
        const auto wanted = expected_.at("train_loss_steps_f64")[t].get<double>();
        EXPECT_NEAR(loss.item<double>(), wanted, kTolerance.at(t) * wanted) << t;
        for (std::size_t l = 0; t == 0 && l < 3; ++l) {
            const std::string name = "train_dec_" + std::to_string(l);
            expectSample(decoded[l].detach(), expected_.at(name), loose(name.c_str(), 5e-3), name);
        }
        loss.backward();
        optimiser.step();
    }
}

TEST_F(ReverseDistillationVectors, FoldedForScoringItGivesTheVectorsMaps) {
    const nn::LearnedState state{.tensors = filled(at::kFloat)->state(), .integers = {}};
    const test::NpyArray sum = test::npyVectors("rd_eval_map_add.npy");
    const std::vector<at::Tensor> maps = features(at::kFloat);
    const c10::InferenceMode inference;
    for (const bool multiply : {false, true}) {
        const char* name = multiply ? "eval_map_mul" : "eval_map_add";
        const double tolerance = loose(name, 1e-3);
        const auto scorer = nn::makeReverseDistillationScorer(
            shape_, optionsOf(128, {{"map_combination", multiply ? "multiply" : "add"}}), state,
            at::Device(at::kCPU));
        std::vector<at::Tensor> both;
        for (std::int64_t n = 0; n < 2; ++n) {
            std::vector<at::Tensor> one;
            for (const at::Tensor& map : maps)
                one.push_back(map.slice(0, n, n + 1).contiguous(at::MemoryFormat::ChannelsLast));
            const Scored scored = scorer->score(nn::TrunkFeatures({1, 2, 3}, one));
            EXPECT_NEAR(
                scored.imageScore,
                expected_.at(std::string(name) + "_image_score")[static_cast<std::size_t>(n)].get<double>(),
                tolerance);
            cv::Mat pixels = scored.map->pixels().clone();
            both.push_back(at::from_blob(pixels.data, {1, 1, 128, 128}).clone());
            if (multiply) continue;
            for (int i = 0; i < 128 * 128; ++i) {
                ASSERT_NEAR(pixels.at<float>(i / 128, i % 128),
                            sum.values[static_cast<std::size_t>(n * 128 * 128 + i)], tolerance)
                    << n << ": " << i;
            }
        }
        expectSample(at::cat(both), expected_.at(name), tolerance, name);
    }
}

TEST(ReverseDistillation, ADoublingConvolutionIsATransposedOne) {
    nn::enterTorch();
    torch::manual_seed(3);
    const at::Tensor x = at::randn({2, 5, 3, 4}, at::kDouble);
    const at::Tensor weight = at::randn({5, 7, 2, 2}, at::kDouble);
    const at::Tensor expected = at::conv_transpose2d(x, weight, {}, 2);
    const at::Tensor actual = nn::spreadSquares(at::conv2d(x, nn::asSquares(weight)));
    EXPECT_LT((actual - expected).abs().max().item<double>(), 1e-12);
}

TEST(ReverseDistillation, MirrorsEveryBackboneAtEverySize) {
    nn::enterTorch();
    const c10::NoGradGuard noGradient;
    for (const char* architecture : {"resnet18", "compact_resnet"}) {
        // 75 px: maps of 19, 10 and 5 pixels, which doubling alone does not meet.
        for (const int side : {64, 75}) {
            const ReverseDistillationOptions options = optionsOf(side);
            const ReverseDistillationShape shape =
                reverseDistillationShape(options, backboneShape(architecture));
            nn::ReverseDistillationNet network(shape);
            std::uint64_t parameters = 0;
            for (const at::Tensor& parameter : network->parameters())
                parameters += static_cast<std::uint64_t>(parameter.numel());
            EXPECT_EQ(parameters, shape.parameters());
            nn::ResNet backbone = test::filledNetwork(architecture, 3);
            const std::vector<at::Tensor> encoded = backbone->forward(test::filledPictures(2, side, side));
            const std::vector<at::Tensor> decoded = network->forward(encoded);
            for (std::size_t l = 0; l < 3; ++l)
                EXPECT_EQ(decoded[l].sizes(), encoded[l].sizes()) << architecture << " " << side << " " << l;

            // What a training leaves behind, statistics that are not the initial ones included, scores as
            // the plain network does.
            network->eval();
            const std::vector<at::Tensor> plain = network->forward(encoded);
            const auto scorer = nn::makeReverseDistillationScorer(
                shape, options, {.tensors = network->state(), .integers = {}}, at::Device(at::kCPU));
            cv::Mat expected = cv::Mat::zeros(side, side, CV_32FC1);
            std::vector<at::Tensor> one;
            for (std::size_t l = 0; l < 3; ++l) {
                const at::Tensor distance = 1 - at::cosine_similarity(encoded[l], plain[l], 1);
                expected += resizeMapCorners(nn::asMat(distance.slice(0, 0, 1)), {side, side});
                one.push_back(encoded[l].slice(0, 0, 1).contiguous(at::MemoryFormat::ChannelsLast));
            }
            expected = blurMap(expected, 4);
            const Scored scored = scorer->score(nn::TrunkFeatures({1, 2, 3}, one));
            EXPECT_LT(cv::norm(scored.map->pixels(), expected, cv::NORM_INF), 1e-4);

            // Distances lie between 0 and 2 a layer; bfloat16 keeps three digits of what is compared.
            const auto rounded = nn::makeReverseDistillationScorer(
                shape, options, {.tensors = network->state(), .integers = {}}, at::Device(at::kCPU),
                at::kBFloat16);
            const Scored roughly = rounded->score(nn::TrunkFeatures({1, 2, 3}, one));
            const double difference = cv::norm(roughly.map->pixels(), expected, cv::NORM_INF);
            EXPECT_GT(difference, 0);
            EXPECT_LT(difference, 0.03) << architecture << " " << side;
        }
    }
}

TEST(ReverseDistillation, TheLossOfAZeroVectorIsOneAndItsGradientFinite) {
    nn::enterTorch();
    const at::Tensor encoded = at::ones({2, 3, 2, 2}, at::kDouble);
    const at::Tensor decoded = at::zeros({2, 3, 2, 2}, at::kDouble).requires_grad_();
    for (const bool perPixel : {false, true}) {
        const at::Tensor loss = nn::reverseDistillationLoss({encoded}, {decoded}, perPixel);
        EXPECT_EQ(loss.item<double>(), 1);
        loss.backward();
        EXPECT_TRUE(decoded.grad().isfinite().all().item<bool>());
    }
}

TEST(ReverseDistillation, RefusesPicturesOfWhichOnlyAPixelIsLeft) {
    EXPECT_EQ(test::codeOf([] { optionsOf(63); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(shapeOf("resnet18", 64).code, cv::Size(2, 2));
}

TEST(ReverseDistillation, RefusesAModelOfAnotherShape) {
    nn::enterTorch();
    const ReverseDistillationShape shape = shapeOf("compact_resnet", 64);
    nn::ReverseDistillationNet network(shape);
    const nn::LearnedState whole{.tensors = network->state(), .integers = {}};
    for (const char* name : {"decoder.layer2.0.upsample.0.weight", "bottleneck.bn2.running_var",
                             "bottleneck.bn_layer.1.conv2.weight", "decoder.layer3.0.bn2.bias"}) {
        nn::LearnedState broken = whole;
        ASSERT_TRUE(broken.tensors.contains(name)) << name;
        broken.tensors[name] = at::ones({3});
        EXPECT_EQ(test::codeOf([&] {
                      nn::makeReverseDistillationScorer(shape, optionsOf(64), broken, at::Device(at::kCPU));
                  }),
                  ErrorCode::InvalidData)
            << name;
    }
}
}  // namespace
}  // namespace segad
