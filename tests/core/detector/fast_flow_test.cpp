// FastFlow against its vectors: strictly in double, within float's rounding in float, and folded for scoring.
#include <torch/csrc/autograd/autograd.h>
#include <torch/optim/adam.h>
#include <torch/utils.h>

#include "core/detector/catalog.h"
#include "core/detector/fast_flow_network_torch.h"
#include "core/detector/fast_flow_scorer_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"
#include "tests/support/error_code.h"
#include "tests/support/expect_sample_torch.h"
#include "tests/support/filled_networks_torch.h"
#include "tests/support/npy_array.h"

namespace segad {
namespace {
using test::expectSample;

double strict(const Json& sample) {
    return 1e-9 * std::max(1.0, sample.at("abs_max").get<double>());
}

FastFlowShape shapeOf(const std::string& architecture, int side, const Json& params = Json::object()) {
    Json values{{"image_size", side}};
    values.update(params);
    return fastFlowShape(FastFlowOptions::fromParams(detectorInfo("fastflow").params.complete(values)),
                         backboneShape(architecture));
}

class FastFlowVectors : public testing::TestWithParam<std::string> {
protected:
    FastFlowVectors() { nn::enterTorch(); }

    /// As the vectors fill it, under their names of the permutations.
    nn::FastFlowNet filled(at::ScalarType type) {
        for (std::size_t flow = 0; flow < shape_.flows.size(); ++flow) {
            for (int step = 0; step < shape_.steps; ++step) {
                std::string name = nn::permutationName(flow, step);
                const std::string theirs = name.substr(0, name.rfind('.')) + ".w_perm";
                permutations_[name] = test::filledPermutation(theirs, shape_.flows[flow].channels);
            }
        }
        nn::FastFlowNet network(shape_, permutations_);
        for (auto& [name, tensor] : network->state())
            test::fillByName(tensor, name);
        network->to(type);
        return network;
    }

    std::vector<at::Tensor> features(at::ScalarType type) const {
        const c10::NoGradGuard noGradient;
        nn::ResNet backbone = test::filledNetwork(GetParam(), 3);
        backbone->to(type);
        return backbone->forward(test::filledPictures(2, 64, 64).to(type));
    }

    Json expected_ = test::vectors("fastflow.json").at(GetParam());
    FastFlowShape shape_ = shapeOf(GetParam(), 64);
    nn::Permutations permutations_;
};

TEST_P(FastFlowVectors, NamesAndShapesAreAnomalibs) {
    EXPECT_EQ(shape_.only3x3, expected_.at("conv3x3_only").get<bool>());
    nn::FastFlowNet network = filled(at::kFloat);
    std::map<std::string, std::vector<std::int64_t>> actual;
    for (const auto& [name, tensor] : network->state())
        actual[name] = tensor.sizes().vec();
    std::map<std::string, std::vector<std::int64_t>> expected;
    for (const auto& [name, shape] : expected_.at("names_shapes").items()) {
        if (name.find("w_perm") == std::string::npos) expected[name] = shape.get<std::vector<std::int64_t>>();
    }
    EXPECT_EQ(actual, expected);
    for (const auto& [name, first] : expected_.at("perm_first8").items()) {
        const auto& ours = permutations_.at(name.substr(0, name.rfind('.')) + ".permutation");
        EXPECT_EQ(std::vector<std::int64_t>(ours.begin(), ours.begin() + 8),
                  first.get<std::vector<std::int64_t>>());
    }
}

TEST_P(FastFlowVectors, InDoubleItIsTheVectors) {
    nn::FastFlowNet network = filled(at::kDouble);
    const std::vector<at::Tensor> maps = features(at::kDouble);
    at::Tensor likelihood = at::zeros({2, 1, 64, 64}, at::kDouble);
    {
        const c10::NoGradGuard noGradient;
        const at::Tensor normal = network->normalise(0, maps[0]);
        expectSample(normal, expected_.at("layernorm0_out"), strict(expected_.at("layernorm0_out")), "norm");
        const auto [first, firstLogDet] = network->step(0, 0)->forward(normal);
        expectSample(first, expected_.at("step0_out"), strict(expected_.at("step0_out")), "step");
        for (std::int64_t n = 0; n < 2; ++n) {
            EXPECT_NEAR(firstLogDet[n].item<double>(),
                        expected_.at("step0_logdet")[static_cast<std::size_t>(n)].get<double>(), 1e-9 * 300);
        }
        const auto outputs = network->forward(maps);
        for (std::size_t flow = 0; flow < 3; ++flow) {
            const std::string number = std::to_string(flow);
            expectSample(outputs[flow].z, expected_.at("z" + number), strict(expected_.at("z" + number)),
                         "z" + number);
            for (std::int64_t n = 0; n < 2; ++n) {
                const auto logDet =
                    expected_.at("logdet" + number)[static_cast<std::size_t>(n)].get<double>();
                EXPECT_NEAR(outputs[flow].logDet[n].item<double>(), logDet, 1e-9 * std::abs(logDet) + 1e-8);
            }
            const at::Tensor p = at::exp(-0.5 * outputs[flow].z.square().mean({1}, true));
            likelihood += at::upsample_bilinear2d(-p, {64, 64}, false) / 3;
        }
    }
    expectSample(likelihood, expected_.at("map"), strict(expected_.at("map")), "map");
}

void expectLosses(nn::FastFlowNet network, const std::vector<at::Tensor>& features, const Json& expected,
                  double relative, bool gradients) {
    torch::optim::Adam optimiser(network->parameters(), torch::optim::AdamOptions(1e-3).weight_decay(1e-5));
    for (std::size_t t = 0; t < 4; ++t) {
        optimiser.zero_grad();
        const at::Tensor loss = nn::fastFlowLoss(network->forward(features));
        const auto wanted = expected.at("train_loss_steps_f64")[t].get<double>();
        EXPECT_NEAR(loss.item<double>(), wanted, relative * wanted) << t;
        loss.backward();
        if (t == 0 && gradients) {
            for (const auto& parameter : network->named_parameters()) {
                const auto wantedGradient = expected.find("grad0_" + parameter.key());
                if (wantedGradient == expected.end()) continue;
                expectSample(parameter.value().grad(), *wantedGradient, strict(*wantedGradient),
                             parameter.key());
            }
        }
        optimiser.step();
    }
}

TEST_P(FastFlowVectors, LearnsAsTheVectorsDo) {
    expectLosses(filled(at::kDouble), features(at::kDouble), expected_, 1e-6, true);
    expectLosses(filled(at::kFloat), features(at::kFloat), expected_, 1e-4, false);
}

TEST_P(FastFlowVectors, FoldedForScoringItGivesTheVectorsMap) {
    nn::LearnedState state{.tensors = filled(at::kFloat)->state(), .integers = permutations_};
    const auto scorer =
        nn::makeFastFlowScorer(shape_, {.size = {64, 64}}, false, state, at::Device(at::kCPU));
    const test::NpyArray expected = test::npyVectors("ff_map_" + GetParam() + ".npy");
    const c10::InferenceMode inference;
    const double tolerance = 1e-4 * expected_.at("map").at("std_pop").get<double>();
    std::vector<at::Tensor> maps = features(at::kFloat);
    for (std::int64_t n = 0; n < 2; ++n) {
        std::vector<at::Tensor> one;
        for (const at::Tensor& map : maps)
            one.push_back(map.slice(0, n, n + 1).contiguous(at::MemoryFormat::ChannelsLast));
        const Scored scored = scorer->score(nn::TrunkFeatures({1, 2, 3}, one));
        EXPECT_NEAR(scored.imageScore,
                    expected_.at("image_score_max")[static_cast<std::size_t>(n)].get<double>(), tolerance);
        const cv::Mat& pixels = scored.map->pixels();
        for (int i = 0; i < 64 * 64; ++i) {
            ASSERT_NEAR(pixels.at<float>(i / 64, i % 64),
                        expected.values[static_cast<std::size_t>(n * 64 * 64 + i)], tolerance)
                << n << ": " << i;
        }
    }
}

TEST_P(FastFlowVectors, InBFloat16ItGivesTheMapToThreeDigits) {
    const nn::LearnedState state{.tensors = filled(at::kFloat)->state(), .integers = permutations_};
    const auto scorer =
        nn::makeFastFlowScorer(shape_, {.size = {64, 64}}, false, state, at::Device(at::kCPU), at::kBFloat16);
    const test::NpyArray expected = test::npyVectors("ff_map_" + GetParam() + ".npy");
    const c10::InferenceMode inference;
    std::vector<at::Tensor> one;
    for (const at::Tensor& map : features(at::kFloat))
        one.push_back(map.slice(0, 0, 1).contiguous(at::MemoryFormat::ChannelsLast));
    const cv::Mat pixels = scorer->score(nn::TrunkFeatures({1, 2, 3}, one)).map->pixels();
    double difference = 0;
    for (int i = 0; i < 64 * 64; ++i) {
        difference = std::max(difference, std::abs(pixels.at<float>(i / 64, i % 64) -
                                                   expected.values[static_cast<std::size_t>(i)]));
    }
    EXPECT_GT(difference, 0);
    EXPECT_LT(difference, 0.1 * expected_.at("map").at("std_pop").get<double>());
}

INSTANTIATE_TEST_SUITE_P(Both, FastFlowVectors, testing::Values("wide_resnet50_2", "resnet18"),
                         [](const auto& instance) { return instance.param; });

TEST(FastFlow, StartsAsWhatItNormalises) {
    nn::enterTorch();
    const FastFlowShape shape = shapeOf("compact_resnet", 64);
    EXPECT_TRUE(shape.only3x3);
    nn::FastFlowNet network(shape, nn::drawPermutations(shape, 7));
    const c10::NoGradGuard noGradient;
    network->to(at::kDouble);
    const FlowShape& flow = shape.flows[1];
    const at::Tensor x = at::randn({2, flow.channels, flow.height, flow.width}, at::kDouble);
    // Without what the convolutions say, a step is its permutation.
    for (auto& [name, tensor] : network->state())
        if (name.find("subnet") != std::string::npos) at::Tensor(tensor).zero_();
    const auto [y, logDet] = network->step(1, 0)->forward(x);
    EXPECT_LT((std::get<0>(y.sort(1)) - std::get<0>(x.sort(1))).abs().max().item<double>(), 1e-6);
    EXPECT_LT(logDet.abs().max().item<double>(), 1e-2);
}

TEST(FastFlow, AStepCanBeUndoneAndItsDeterminantIsTrue) {
    nn::enterTorch();
    torch::manual_seed(1);
    FastFlowShape shape{.flows = {{.channels = 5, .height = 2, .width = 2}}, .steps = 1, .only3x3 = true};
    nn::FastFlowNet network(shape, nn::drawPermutations(shape, 3));
    network->to(at::kDouble);
    for (auto& [name, tensor] : network->state())
        at::Tensor(tensor).add_(0.3 * at::randn_like(tensor));
    const at::Tensor x = at::randn({1, 5, 2, 2}, at::kDouble).requires_grad_();
    const auto [y, logDet] = network->step(0, 0)->forward(x);
    EXPECT_LT((network->step(0, 0)->inverse(y) - x).abs().max().item<double>(), 1e-10);
    std::vector<at::Tensor> rows;
    const at::Tensor flat = y.flatten();
    for (std::int64_t i = 0; i < flat.numel(); ++i)
        rows.push_back(torch::autograd::grad({flat[i]}, {x}, {}, true).front().flatten());
    const auto [sign, logarithm] = at::slogdet(at::stack(rows));
    EXPECT_NEAR(logarithm.item<double>(), logDet.item<double>(), 1e-9);
}

TEST(FastFlow, CountsAreThoseOfTheSpecification) {
    EXPECT_EQ(shapeOf("wide_resnet50_2", 256).parameters(), 45007872U);
    EXPECT_EQ(shapeOf("resnet18", 256).parameters(), 5574912U);
    EXPECT_TRUE(shapeOf("wide_resnet50_2", 64, {{"conv3x3_only", "true"}}).only3x3);
    EXPECT_FALSE(shapeOf("resnet18", 64, {{"conv3x3_only", "false"}}).only3x3);
}

TEST(FastFlow, RefusesAModelOfAnotherShape) {
    nn::enterTorch();
    const FastFlowShape shape = shapeOf("compact_resnet", 64);
    const nn::Permutations permutations = nn::drawPermutations(shape, 1);
    nn::FastFlowNet network(shape, permutations);
    const auto made = [&](nn::LearnedState state) {
        return test::codeOf([&] {
            nn::makeFastFlowScorer(shape, {.size = {64, 64}}, false, state, at::Device(at::kCPU));
        });
    };
    nn::LearnedState whole{.tensors = network->state(), .integers = permutations};
    nn::LearnedState broken = whole;
    broken.tensors.erase("norms.1.bias");
    EXPECT_EQ(made(broken), ErrorCode::InvalidData);
    broken = whole;
    broken.tensors["norms.0.weight"] = at::ones({3});
    EXPECT_EQ(made(broken), ErrorCode::InvalidData);
    broken = whole;
    broken.integers[nn::permutationName(2, 3)][0] = broken.integers[nn::permutationName(2, 3)][1];
    EXPECT_EQ(made(broken), ErrorCode::InvalidData);
    broken.integers.clear();
    EXPECT_EQ(made(broken), ErrorCode::InvalidData);
}
}  // namespace
}  // namespace segad
