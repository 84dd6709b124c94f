// Search, image score and map against the vectors, and the embedding on WideResNet-50-2.
#include <algorithm>
#include <cmath>

#include "core/detector/distance.h"
#include "core/detector/patch_bank_torch.h"
#include "core/detector/patch_embedding_torch.h"
#include "core/detector/patch_scores_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"
#include "tests/support/expect_sample_torch.h"
#include "tests/support/filled_networks_torch.h"
#include "tests/support/npy_array.h"

namespace segad {
namespace {
using nn::Nearest;
using nn::PatchBank;

std::vector<float> stream(std::string_view name, std::size_t count) {
    std::vector<float> values;
    for (const double u : test::uniformStream(name, count))
        values.push_back(static_cast<float>(2 * u - 1));
    return values;
}

at::Tensor rowsOf(const std::vector<float>& values, std::int64_t dimension) {
    return at::tensor(values).view({-1, dimension});
}

class PatchBankTest : public testing::Test {
protected:
    PatchBankTest() : vectors_(test::vectors("patchcore.json")) {
        nn::enterTorch();
        const std::vector<float> features = stream("pc_features", 200 * 16);
        for (const Json& index : vectors_.at("coreset_start7").at("include_start")) {
            const auto row = index.get<std::size_t>();
            rows_.insert(rows_.end(), &features[row * 16], &features[row * 16] + 16);
        }
        std::vector<float> queries = stream("pc_query", 128 * 16);
        // The vectors scale row 69 in double; in float it is within the tolerances below.
        for (std::size_t d = 0; d < 16; ++d)
            queries[69 * 16 + d] *= 2.5F;
        queries_ = rowsOf(queries, 16);
    }

    c10::InferenceMode inference_;
    Json vectors_;
    std::vector<float> rows_;
    at::Tensor queries_;
};

TEST_F(PatchBankTest, FindsTheVectorsNeighbours) {
    const PatchBank bank(rows_, 16, at::kCPU);
    const std::vector<Nearest> nearest = bank.nearest(queries_);
    const test::NpyArray rows = test::npyVectors("pc_nn_index.npy");
    const test::NpyArray scores = test::npyVectors("pc_patch_scores.npy");
    ASSERT_EQ(nearest.size(), 128U);
    for (std::size_t i = 0; i < nearest.size(); ++i) {
        EXPECT_EQ(nearest[i].row, static_cast<std::int64_t>(rows.values[i])) << i;
        EXPECT_NEAR(nearest[i].distance, scores.values[i], 1e-6) << i;
    }
}

TEST_F(PatchBankTest, GivesTheVectorsImageScores) {
    const PatchBank bank(rows_, 16, at::kCPU);
    for (std::int64_t image = 0; image < 2; ++image) {
        const at::Tensor patches = queries_.slice(0, image * 64, (image + 1) * 64).contiguous();
        const auto nearest = bank.nearest(patches);
        const Json& expected = vectors_.at("image_score_k9")[static_cast<std::size_t>(image)];
        const nn::PatchCoreScore score = scoreImage(bank, patches, nearest, 9);
        EXPECT_EQ(score.patch, expected.at("argmax_patch").get<std::int64_t>());
        EXPECT_NEAR(score.maxPatchDistance, expected.at("s_star").get<double>(), 1e-6);
        EXPECT_EQ(bank.neighbours(nearest[static_cast<std::size_t>(score.patch)].row, 9),
                  expected.at("support").get<std::vector<std::int64_t>>());
        EXPECT_NEAR(score.weight, expected.at("weight").get<double>(), 1e-6);
        EXPECT_NEAR(score.imageScore, expected.at("score").get<double>(), 1e-6);
        EXPECT_GE(score.weight, 1 - 1.0 / 9);
        EXPECT_LT(score.weight, 1);
        EXPECT_NEAR(scoreImage(bank, patches, nearest, 1).imageScore,
                    vectors_.at("image_score_k1")[static_cast<std::size_t>(image)].get<double>(), 1e-6);
    }
}

TEST_F(PatchBankTest, GivesTheVectorsMaps) {
    const PatchBank bank(rows_, 16, at::kCPU);
    PatchCoreOptions options{.input = {.size = {64, 64}}, .layers = {2, 3}};
    for (const bool bilinear : {false, true}) {
        options.mapBilinear = bilinear;
        const test::NpyArray expected =
            test::npyVectors(bilinear ? "pc_map_bilinear.npy" : "pc_map_nearest.npy");
        for (std::int64_t image = 0; image < 2; ++image) {
            const auto nearest = bank.nearest(queries_.slice(0, image * 64, (image + 1) * 64).contiguous());
            const cv::Mat map = patchMap(nearest, {8, 8}, options);
            for (int i = 0; i < 64 * 64; ++i) {
                ASSERT_NEAR(map.at<float>(i / 64, i % 64),
                            expected.values[static_cast<std::size_t>(image * 64 * 64 + i)], 1e-5);
            }
        }
    }
}

TEST_F(PatchBankTest, IsExactWhereTheMatmulIdentityIsNot) {
    // Far from the origin the identity loses all digits of small distances: duplicates must still be at 0.
    std::vector<float> rows = stream("far bank", 9000 * 24);
    for (float& value : rows)
        value = 1000 + value * 0.01F;
    const at::Tensor queries = rowsOf(rows, 24).slice(0, 0, 9000, 90).contiguous();
    const PatchBank bank(rows, 24, at::kCPU);
    const auto nearest = bank.nearest(queries);
    for (std::size_t i = 0; i < nearest.size(); ++i) {
        EXPECT_EQ(nearest[i].row, static_cast<std::int64_t>(i) * 90);
        EXPECT_EQ(nearest[i].distance, 0);
    }
}

TEST_F(PatchBankTest, AgreesWithTheFullSearchInDouble) {
    const std::vector<float> rows = stream("bank", 700 * 50);
    const std::vector<float> queries = stream("queries", 1100 * 50);
    const PatchBank bank(rows, 50, at::kCPU);
    const auto nearest = bank.nearest(rowsOf(queries, 50));
    for (std::size_t q = 0; q < 1100; ++q) {
        Nearest expected{.distance = INFINITY};
        for (std::size_t b = 0; b < 700; ++b) {
            const double distance = exactSquaredDistance(&queries[q * 50], &rows[b * 50], 50);
            if (distance < expected.distance) expected = {distance, static_cast<std::int64_t>(b)};
        }
        EXPECT_EQ(nearest[q].row, expected.row);
        EXPECT_DOUBLE_EQ(nearest[q].distance, std::sqrt(expected.distance));
    }
}

TEST_F(PatchBankTest, IsExactForABankOfSeveralProductsWhoseRowsLieNearASurface) {
    // Like patches: most of what varies is in few directions, so that the bound is by far smaller.
    constexpr std::int64_t kRows = 20000;
    const at::Tensor mix = rowsOf(stream("mix", 6 * 70), 70);
    const at::Tensor bankRows = rowsOf(stream("surface", kRows * 6), 6).matmul(mix) +
                                0.05 * rowsOf(stream("bank noise", kRows * 70), 70);
    const at::Tensor queries =
        rowsOf(stream("asked", 40 * 6), 6).matmul(mix) + 0.05 * rowsOf(stream("noise", 40 * 70), 70);
    const float* row = bankRows.data_ptr<float>();
    const PatchBank bank({row, row + bankRows.numel()}, 70, at::kCPU);
    const auto nearest = bank.nearest(queries);
    for (std::int64_t q = 0; q < 40; ++q) {
        Nearest expected{.distance = INFINITY};
        for (std::int64_t b = 0; b < kRows; ++b) {
            const double distance =
                exactSquaredDistance(queries.data_ptr<float>() + q * 70, row + b * 70, 70);
            if (distance < expected.distance) expected = {distance, b};
        }
        EXPECT_EQ(nearest[static_cast<std::size_t>(q)].row, expected.row);
        EXPECT_DOUBLE_EQ(nearest[static_cast<std::size_t>(q)].distance, std::sqrt(expected.distance));
    }
}

TEST_F(PatchBankTest, IsExactWhereSquaresOverflow) {
    std::vector<float> rows = stream("huge bank", 300 * 20);
    for (float& value : rows)
        value *= 3e19F;
    const at::Tensor queries = rowsOf(rows, 20).slice(0, 0, 300, 7).contiguous();
    const auto nearest = PatchBank(rows, 20, at::kCPU).nearest(queries);
    for (std::size_t i = 0; i < nearest.size(); ++i) {
        EXPECT_EQ(nearest[i].row, static_cast<std::int64_t>(i) * 7);
        EXPECT_EQ(nearest[i].distance, 0);
    }
}

TEST_F(PatchBankTest, TakesTheLowestOfEqualRowsAndKeepsItFirstAmongItsNeighbours) {
    std::vector<float> rows = stream("twins", 40 * 8);
    std::copy_n(rows.begin() + 5 * 8, 8, rows.begin() + 30 * 8);
    const PatchBank bank(rows, 8, at::kCPU);
    EXPECT_EQ(bank.nearest(rowsOf(rows, 8).slice(0, 30, 31).contiguous())[0].row, 5);
    EXPECT_EQ(bank.neighbours(30, 3)[0], 30);
    EXPECT_EQ(bank.neighbours(30, 3)[1], 5);
    EXPECT_EQ(bank.neighbours(0, 100).size(), 40U);
}

TEST_F(PatchBankTest, OfOneRowScoresByDistanceAlone) {
    const PatchBank bank({0, 0, 0}, 3, at::kCPU);
    const at::Tensor patches = rowsOf({3, 4, 0, 0, 0, 1}, 3);
    const auto score = scoreImage(bank, patches, bank.nearest(patches), 9);
    EXPECT_DOUBLE_EQ(score.imageScore, 5);
    EXPECT_EQ(score.weight, 1);
}

TEST_F(PatchBankTest, EmbeddingIsTheVectorsOnWideResNet) {
    nn::ResNet network = test::filledNetwork("wide_resnet50_2", 3);
    const nn::Trunk trunk(backboneShape("wide_resnet50_2"), network->state(), 3, at::kCPU, {});
    const at::Tensor pictures = test::filledPictures(2, 64, 64);
    for (const bool bilinear : {false, true}) {
        PatchCoreOptions options{.input = {.size = {64, 64}}, .layers = {2, 3}, .upsampleBilinear = bilinear};
        std::vector<at::Tensor> rows;
        for (std::int64_t i = 0; i < 2; ++i) {
            const at::Tensor picture = pictures.slice(0, i, i + 1).contiguous(at::MemoryFormat::ChannelsLast);
            rows.push_back(embedPatches(trunk.forward(picture, options.layers), options));
        }
        const Json& expected =
            vectors_.at(std::string("embedding_wrn50_64px_batch2_") + (bilinear ? "bilinear" : "nearest"));
        test::expectSample(at::cat(rows), expected, 1e-4 * expected.at("std_pop").get<double>(),
                           bilinear ? "bilinear" : "nearest");
    }
}

TEST_F(PatchBankTest, PoolingCountsTheBorderOrNot) {
    // ops.json: 3×3 mean, divisor 9 everywhere; without the border a corner has divisor 4.
    const Json expected = test::vectors("ops.json").at("avgpool3_s1_p1_include_pad").at("out");
    std::vector<float> values;
    for (const double u : test::uniformStream("pool_in", 40))
        values.push_back(static_cast<float>(u));
    const nn::TrunkFeatures features({2}, {at::tensor(values).view({1, 2, 4, 5})});
    PatchCoreOptions options{.layers = {2}};
    const at::Tensor counted = embedPatches(features, options);
    for (std::int64_t i = 0; i < 40; ++i)
        EXPECT_NEAR(counted[i % 20][i / 20].item<double>(),
                    expected[static_cast<std::size_t>(i)].get<double>(), 1e-6);
    options.poolCountsBorder = false;
    EXPECT_NEAR(embedPatches(features, options)[0][0].item<double>(), counted[0][0].item<double>() * 9 / 4,
                1e-6);
}
}  // namespace
}  // namespace segad
