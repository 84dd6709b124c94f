// Backbones against the vectors, in double strictly, in float32 within its rounding, plain and folded.
#include <map>
#include <optional>
#include <thread>

#include "core/base/threads.h"
#include "core/nn/picture_tensor_torch.h"
#include "core/nn/prepared_convolution_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"
#include "tests/support/expect_sample_torch.h"
#include "tests/support/filled_networks_torch.h"
#include "tests/support/npy_array.h"

namespace segad {
namespace {
using nn::ResNet;
using test::expectSample;
using test::filledNetwork;
using test::filledPictures;

class Backbones : public testing::TestWithParam<std::string> {
protected:
    static void SetUpTestSuite() { nn::enterTorch(); }
    c10::InferenceMode inference_;
};

double strictTolerance(const Json& sample) {
    return 1e-9 * std::max(1.0, sample.at("abs_max").get<double>());
}

TEST(Fill, GivesTheVectorsNumbers) {
    const Json vectors = test::vectors("fill.json");
    ResNet network = filledNetwork("resnet18", 1);
    const nn::StateDict state = network->state();
    for (const char* name :
         {"conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean", "bn1.running_var"}) {
        const Json& expected = vectors.at("fill").at(name).at("first4");
        for (std::size_t i = 0; i < 4; ++i) {
            const auto index = static_cast<std::int64_t>(i);
            EXPECT_EQ(state.at(name).contiguous().view({-1})[index].item<float>(), expected[i].get<float>())
                << name;
        }
    }
    EXPECT_EQ(filledPictures(1, 4, 4).data_ptr<float>()[1],
              vectors.at("input_1x3x4x4_first8")[1].get<float>());
}

TEST_P(Backbones, HaveTorchvisionsNamesAndShapes) {
    const Json counts = test::vectors("backbones.json").at(GetParam() + "_counts");
    std::map<std::string, std::vector<std::int64_t>> expected;
    for (const auto& [name, shape] : counts.at("names_shapes").items()) {
        if (name.starts_with("fc.") || name.ends_with("num_batches_tracked")) continue;
        expected[name] = shape.get<std::vector<std::int64_t>>();
    }
    std::map<std::string, std::vector<std::int64_t>> actual;
    ResNet network(backboneShape(GetParam()), 4);
    for (const auto& [name, tensor] : network->state())
        actual[name] = tensor.sizes().vec();
    EXPECT_EQ(actual, expected);
}

TEST_P(Backbones, GiveTheVectorsLayersInEveryForm) {
    const Json vectors = test::vectors("backbones.json");
    ResNet network = filledNetwork(GetParam(), 4);
    const nn::StateDict before = [&] {
        nn::StateDict copy;
        for (const auto& [name, tensor] : network->state())
            copy.emplace(name, tensor.clone());
        return copy;
    }();
    const nn::Trunk trunk(backboneShape(GetParam()), network->state(), 4, at::kCPU, {});
    for (const int side : {64, 256}) {
        const Json& expected = vectors.at(GetParam() + "_" + std::to_string(side)).at("layers");
        const at::Tensor picture = filledPictures(1, side, side);
        const auto plain = network->forward(picture);
        const nn::TrunkFeatures folded =
            trunk.forward(picture.contiguous(at::MemoryFormat::ChannelsLast), {1, 2, 3, 4});
        for (int layer = 1; layer <= 4; ++layer) {
            const std::string name = "layer" + std::to_string(layer);
            const Json& sample = expected.at(name);
            const double tolerance = 1e-4 * sample.at("std_pop").get<double>();
            expectSample(plain[static_cast<std::size_t>(layer - 1)], sample, tolerance, "plain " + name);
            expectSample(folded.map(layer), sample, tolerance, "folded " + name);
        }
    }
    for (const auto& [name, tensor] : network->state())
        EXPECT_TRUE(at::equal(tensor, before.at(name))) << name << " changed in evaluation";

    network->to(at::kDouble);
    const int side = 64;
    const Json& strict = vectors.at(GetParam() + "_64").at("layers");
    const auto layers = network->forward(filledPictures(1, side, side).to(at::kDouble));
    for (std::size_t l = 0; l < 4; ++l) {
        const std::string name = "layer" + std::to_string(l + 1);
        expectSample(layers[l], strict.at(name), strictTolerance(strict.at(name)), "double " + name);
    }
}

/// oneDNN sees channels-last in the strides alone; a single picture's are ambiguous, and a wrong one costs
/// every convolution two rearrangements of the map.
TEST(PictureTensor, IsChannelsLastForWhoeverAsks) {
    const at::Tensor picture =
        nn::pictureTensor(cv::Mat(5, 7, CV_8UC3, cv::Scalar(1, 2, 3)), {.size = {7, 5}});
    EXPECT_EQ(picture.sizes(), (std::vector<std::int64_t>{1, 3, 5, 7}));
    EXPECT_EQ(picture.suggest_memory_format(), at::MemoryFormat::ChannelsLast);
}

TEST(PreparedConvolution, ServesMapsOfAnySizeAndAnyNumberOfThreads) {
    nn::enterTorch();
    torch::manual_seed(5);
    for (const int kernel : {1, 3}) {
        const at::Tensor weight = at::randn({6, 4, kernel, kernel});
        const at::Tensor bias = at::randn({6});
        const nn::PreparedConvolution convolution(weight, bias, {.padding = kernel / 2, .relu = true},
                                                  at::Device(at::kCPU));
        std::vector<at::Tensor> inputs;
        for (const int side : {9, 16, 3, 33})
            inputs.push_back(at::randn({1, 4, side, side}).contiguous(at::MemoryFormat::ChannelsLast));
        std::vector<at::Tensor> outputs(inputs.size());
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            threads.emplace_back([&, i] {
                const c10::InferenceMode inference;
                outputs[i] = convolution(inputs[i]);
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const at::Tensor expected = at::conv2d(inputs[i], weight, bias, 1, kernel / 2).relu();
            EXPECT_LT((outputs[i] - expected).abs().max().item<float>(), 1e-5) << kernel << " " << i;
            EXPECT_EQ(outputs[i].suggest_memory_format(), at::MemoryFormat::ChannelsLast);
        }
    }
}

TEST(PreparedConvolution, IsTheSameAloneAndOnAllThreadsWhicheverComesFirst) {
    nn::enterTorch();
    torch::manual_seed(6);
    // So many weights that oneDNN arranges them by the number of threads.
    const at::Tensor weight = at::randn({512, 1024, 1, 1});
    const at::Tensor bias = at::randn({512});
    const at::Tensor input = at::randn({1, 1024, 16, 16}).contiguous(at::MemoryFormat::ChannelsLast);
    const at::Tensor expected = at::conv2d(input, weight, bias);
    for (const bool aloneFirst : {true, false}) {
        const nn::PreparedConvolution convolution(weight, bias, {}, at::Device(at::kCPU));
        for (const bool alone : {aloneFirst, !aloneFirst, aloneFirst}) {
            std::optional<SingleThreadScope> scope;
            if (alone) scope.emplace();
            nn::enterTorch();
            EXPECT_LT((convolution(input) - expected).abs().max().item<float>(), 1e-3) << alone;
        }
        nn::enterTorch();
    }
}

TEST(PreparedConvolution, WhereMinimalFilteringPaysItIsTheSameBitsOnAnyThreadsAndInCompany) {
    nn::enterTorch();
    torch::manual_seed(6);
    const c10::InferenceMode inference;
    const at::Tensor weight = at::randn({48, 40, 3, 3}) / 19;
    const at::Tensor bias = at::randn({48});
    // Not channels-last: whoever comes with another order gets the same.
    const at::Tensor input = at::randn({2, 40, 33, 30});
    for (const bool relu : {false, true}) {
        const nn::PreparedConvolution convolution(weight, bias, {.padding = 1, .relu = relu},
                                                  at::Device(at::kCPU));
        const at::Tensor both = convolution(input);
        const at::Tensor plain = at::conv2d(input, weight, bias, 1, 1);
        EXPECT_LT((both - (relu ? plain.relu() : plain)).abs().max().item<float>(), 2e-5) << relu;
        EXPECT_EQ(both.suggest_memory_format(), at::MemoryFormat::ChannelsLast);
        for (const int threads : {1, 2, 5}) {
            const int before = at::get_num_threads();
            at::set_num_threads(threads);
            for (std::int64_t i = 0; i < 2; ++i)
                EXPECT_TRUE(at::equal(convolution(input.slice(0, i, i + 1)), both.slice(0, i, i + 1)))
                    << threads;
            at::set_num_threads(before);
        }
        EXPECT_THROW(convolution(input.narrow(1, 0, 39)), c10::Error);
    }
}

TEST(PreparedConvolution, MadeForScoringItServesLearning) {
    nn::enterTorch();
    for (const bool madeInInference : {false, true}) {
        std::optional<nn::PreparedConvolution> convolution;
        {
            const c10::InferenceMode inference(madeInInference);
            convolution.emplace(at::ones({2, 3, 3, 3}), at::zeros({2}), nn::PreparedConvolution::Options{},
                                at::Device(at::kCPU));
        }
        const c10::NoGradGuard noGradient;
        const at::Tensor input = at::ones({1, 3, 4, 4}).contiguous(at::MemoryFormat::ChannelsLast);
        EXPECT_EQ((*convolution)(input).max().item<float>(), 27) << madeInInference;
    }
}

TEST(PreparedConvolution, LeavesItsCallersWeightAlone) {
    nn::enterTorch();
    // A 1×1 weight has channels-last order whatever it is called.
    for (const int kernel : {1, 3}) {
        const at::Tensor weight = at::ones({4, 3, kernel, kernel});
        const at::Tensor last = weight.contiguous(at::MemoryFormat::ChannelsLast);
        const at::Tensor input = at::ones({1, 3, 5, 5}).contiguous(at::MemoryFormat::ChannelsLast);
        for (const at::Tensor& given : {weight, last}) {
            const nn::PreparedConvolution convolution(given, at::zeros({4}), {}, at::Device(at::kCPU));
            ASSERT_EQ(given.numel(), 12 * kernel * kernel);
            EXPECT_EQ(given.sum().item<float>(), static_cast<float>(12 * kernel * kernel));
            EXPECT_EQ(convolution(input).max().item<float>(), static_cast<float>(3 * kernel * kernel));
        }
    }
}

class EveryBackbone : public Backbones {};

TEST_P(EveryBackbone, APictureIsTheSameAloneAndInCompany) {
    ResNet network = filledNetwork(GetParam(), 3);
    const at::Tensor both = filledPictures(2, 64, 64);
    const auto together = network->forward(both);
    for (std::int64_t i = 0; i < 2; ++i) {
        const auto alone = network->forward(both.slice(0, i, i + 1));
        for (std::size_t l = 0; l < 3; ++l) {
            const at::Tensor other = together[l].slice(0, i, i + 1);
            const double deviation = other.std(false).item<double>();
            EXPECT_LT((alone[l] - other).abs().max().item<double>(), 1e-5 * deviation);
        }
    }
}

TEST_P(EveryBackbone, AtOddSizesEachHalvingRoundsUp) {
    ResNet network = filledNetwork(GetParam(), 3);
    const nn::Trunk trunk(backboneShape(GetParam()), network->state(), 3, at::kCPU, {});
    const at::Tensor picture = filledPictures(1, 75, 90);
    const auto plain = network->forward(picture);
    const nn::TrunkFeatures folded =
        trunk.forward(picture.contiguous(at::MemoryFormat::ChannelsLast), {2, 3});
    EXPECT_EQ(folded.map(2).size(2), 10);
    EXPECT_EQ(folded.map(2).size(3), 12);
    EXPECT_FALSE(folded.has(1));
    EXPECT_THROW(folded.map(1), std::logic_error);
    for (const int layer : {2, 3}) {
        const at::Tensor& expected = plain[static_cast<std::size_t>(layer - 1)];
        EXPECT_LT((folded.map(layer) - expected).abs().max().item<double>(),
                  1e-4 * expected.std().item<double>());
    }
    EXPECT_THROW(trunk.forward(picture, {4}), std::logic_error);
}

INSTANTIATE_TEST_SUITE_P(All, Backbones, testing::Values("resnet18", "wide_resnet50_2"),
                         [](const auto& instance) { return instance.param; });
INSTANTIATE_TEST_SUITE_P(All, EveryBackbone, testing::Values("resnet18", "wide_resnet50_2", "compact_resnet"),
                         [](const auto& instance) { return instance.param; });

TEST(BackboneShape, CountsOperationsLikeTheLayerTables) {
    // backbones.md §§ 2–3, GFLOP of one 256 × 256 picture up to layer1 … layer4.
    const std::array<double, 4> resnet18{1.52, 2.59, 3.66, 4.74};
    const std::array<double, 4> wide{5.48, 12.99, 24.00, 29.77};
    for (int layer = 1; layer <= 4; ++layer) {
        const auto at = static_cast<std::size_t>(layer - 1);
        EXPECT_NEAR(backboneFlops(backboneShape("resnet18"), 256, layer) * 1e-9, resnet18[at], 0.006);
        EXPECT_NEAR(backboneFlops(backboneShape("wide_resnet50_2"), 256, layer) * 1e-9, wide[at], 0.006);
    }
    EXPECT_LT(backboneFlops(backboneShape("compact_resnet"), 256, 3),
              0.5 * backboneFlops(backboneShape("resnet18"), 256, 3));
    EXPECT_EQ(backboneShape("compact_resnet").channels(4), 0);
}

TEST(ResNet18, Layer4IsTheVectorsToTheLastValue) {
    const c10::InferenceMode inference;
    ResNet network = filledNetwork("resnet18", 4);
    network->to(at::kDouble);
    const at::Tensor actual = network->forward(filledPictures(1, 64, 64).to(at::kDouble)).back().contiguous();
    const test::NpyArray expected = test::npyVectors("resnet18_64_layer4.npy");
    ASSERT_EQ(static_cast<std::size_t>(actual.numel()), expected.values.size());
    for (std::size_t i = 0; i < expected.values.size(); ++i)
        EXPECT_NEAR(actual.data_ptr<double>()[i], expected.values[i], 1e-6);
}

TEST(ResNet18, TrainsThroughItsModule) {
    ResNet network = filledNetwork("resnet18", 2);
    network->train();
    const at::Tensor before = network->state().at("bn1.running_mean").clone();
    network->forward(filledPictures(2, 64, 64)).back().square().mean().backward();
    EXPECT_TRUE(network->named_parameters()["conv1.weight"].grad().defined());
    EXPECT_FALSE(at::equal(before, network->state().at("bn1.running_mean")));
}

TEST(Untrained, IsAlwaysTheSameAndEveryChannelIsAlive) {
    const c10::InferenceMode inference;
    const BackboneShape& spec = backboneShape("resnet18");
    const nn::StateDict one = nn::untrainedState(spec, 3, 18);
    const nn::StateDict two = nn::untrainedState(spec, 3, 18);
    for (const auto& [name, tensor] : one)
        EXPECT_TRUE(at::equal(tensor, two.at(name))) << name;
    EXPECT_FALSE(at::equal(one.at("conv1.weight"), nn::untrainedState(spec, 1, 19).at("conv1.weight")));

    const nn::Trunk trunk(spec, one, 3, at::kCPU, {});
    const nn::TrunkFeatures features =
        trunk.forward(filledPictures(1, 128, 128).contiguous(at::MemoryFormat::ChannelsLast), {2, 3});
    for (const int layer : {2, 3}) {
        const at::Tensor& map = features.map(layer);
        EXPECT_TRUE(at::isfinite(map).all().item<bool>());
        EXPECT_GT(map.std().item<double>(), 0.1);
        EXPECT_LT(map.std().item<double>(), 20);
        const at::Tensor deviations = map.flatten(2).std(2).squeeze(0);
        EXPECT_GT((deviations > 1e-3).to(at::kFloat).mean().item<double>(), 0.9) << "layer" << layer;
    }
}
}  // namespace
}  // namespace segad
