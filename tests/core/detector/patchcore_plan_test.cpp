#include "core/detector/patchcore_plan.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/detector/catalog.h"
#include "core/detector/random_projection.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
const std::vector<int> kResNet18{64, 128, 256, 512};

PatchCoreOptions options(const Json& params = Json::object()) {
    return PatchCoreOptions::fromParams(detectorInfo("patchcore").params.complete(params));
}

TEST(PatchCorePlan, ProjectsToTheVectorsDimensions) {
    for (const auto& [patches, dimension] : test::vectors("patchcore.json").at("jl_dims").items())
        EXPECT_EQ(projectionDimension(std::stoull(patches), 0.9), dimension.get<int>());
}

TEST(PatchCorePlan, HasSegadsSettingsByDefault) {
    const PatchCoreOptions defaults = options();
    EXPECT_EQ(defaults.input.size, cv::Size(256, 256));
    EXPECT_EQ(defaults.input.resize, ResizeMode::Linear);
    EXPECT_THAT(defaults.layers, testing::ElementsAre(2, 3));
    EXPECT_EQ(defaults.coresetRatio, 0.01);
    EXPECT_EQ(defaults.neighbours, 9);
    EXPECT_EQ(defaults.blurSigma, 4);
    EXPECT_TRUE(defaults.poolCountsBorder && defaults.upsampleBilinear && defaults.projection);
    EXPECT_FALSE(defaults.coresetKeepsStart || defaults.mapBilinear);
}

TEST(PatchCorePlan, StatesItsSizes) {
    const PatchCorePlan plan = planPatchCore(options(), kResNet18, 200);
    EXPECT_EQ(plan.patches, 204800U);
    EXPECT_EQ(plan.selected, 2048U);
    EXPECT_EQ(plan.dimension, 384);
    EXPECT_EQ(plan.projected, 301);
    EXPECT_EQ(plan.storage, PatchStorage::Vectors);
    EXPECT_EQ(planPatchCore(options({{"image_size", 32}, {"coreset_ratio", 0.0001}}), kResNet18, 1).selected,
              1U);
    EXPECT_FALSE(planPatchCore(options({{"layers", "2"}}), kResNet18, 2000).projects()) << "k would exceed D";
}

TEST(PatchCorePlan, KeepsWithinTheMemoryLimit) {
    EXPECT_EQ(planPatchCore(options(), kResNet18, 400).storage, PatchStorage::Projections);
    const PatchCorePlan large = planPatchCore(options(), kResNet18, 2000);
    EXPECT_EQ(large.storage, PatchStorage::Scratch);
    EXPECT_TRUE(large.secondPass());
    EXPECT_LE(large.memoryBytes, 1024ULL << 20U);
    EXPECT_EQ(large.scratchBytes, large.patches * static_cast<std::uint64_t>(large.projected) * 4);
    const PatchCorePlan generous = planPatchCore(options({{"memory_limit", 16384}}), kResNet18, 2000);
    EXPECT_EQ(generous.storage, PatchStorage::Vectors);
    EXPECT_EQ(generous.selected, large.selected);
    try {
        planPatchCore(options({{"memory_limit", 128}}), kResNet18, 20000);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::OutOfMemory);
        EXPECT_FALSE(error.remedy().empty());
    }
    EXPECT_THROW(planPatchCore(options(), kResNet18, 0), Error);
}

TEST(RandomProjection, IsSparseScaledAndRepeatable) {
    const std::size_t rows = 300;
    const std::size_t columns = 1536;
    const std::vector<float> matrix = sparseProjection(rows, columns, 7);
    EXPECT_EQ(matrix, sparseProjection(rows, columns, 7));
    EXPECT_NE(matrix, sparseProjection(rows, columns, 8));
    const double density = 1 / std::sqrt(1536.0);
    const double value = std::sqrt(1 / density) / std::sqrt(300.0);
    double positive = 0;
    double negative = 0;
    for (const float entry : matrix) {
        if (entry == 0) continue;
        EXPECT_FLOAT_EQ(std::abs(entry), static_cast<float>(value));
        (entry > 0 ? positive : negative) += 1;
    }
    const double expected = density * static_cast<double>(rows * columns);
    EXPECT_NEAR(positive + negative, expected, 5 * std::sqrt(expected));
    EXPECT_NEAR(positive, negative, 5 * std::sqrt(expected));
}

TEST(Catalog, RowsAreWhole) {
    for (const DetectorInfo& row : detectorCatalog()) {
        EXPECT_EQ(findDetector(row.key), &row);
        EXPECT_FALSE(row.title.empty() || row.summary.empty() || row.reference.empty() ||
                     row.factory.empty());
        const Json defaults = row.params.defaults();
        EXPECT_TRUE(row.params.validate(defaults).empty()) << row.key;
        for (const ParamSpec& spec : row.params.specs())
            EXPECT_FALSE(spec.help.empty() || spec.title.empty()) << row.key << "." << spec.key;
        if (row.usesBackbone && row.backboneArchitectures.empty()) {
            EXPECT_FALSE(row.backboneLayers(defaults).empty()) << row.key;
        }
        const CostEstimate few = row.estimateCost({.params = defaults, .trainParts = 50, .threads = 2});
        const CostEstimate many = row.estimateCost({.params = defaults, .trainParts = 500, .threads = 2});
        EXPECT_GT(few.trainSeconds, 0);
        EXPECT_GT(many.trainSeconds, few.trainSeconds);
        EXPECT_GT(few.scoreSecondsPerPart, 0);
        EXPECT_GT(few.trainBytes, 0U);
        EXPECT_GT(few.modelBytes, 0U);
    }
}

TEST(Catalog, UnknownKeysNameTheKnownOnes) {
    EXPECT_EQ(findDetector("nothing"), nullptr);
    try {
        detectorInfo("nothing");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::NotFound);
        EXPECT_THAT(error.remedy(), testing::HasSubstr("patchcore"));
    }
}
}  // namespace
}  // namespace segad
