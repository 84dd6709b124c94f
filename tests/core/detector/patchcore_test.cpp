// PatchCore as a whole: the bank does not depend on the memory limit, models are checked on loading.
#include <algorithm>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/detector/catalog.h"
#include "core/detector/detector.h"
#include "core/detector/finite_torch.h"
#include "core/detector/patchcore_training_torch.h"
#include "core/nn/model_io.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"
#include "tests/core/detector/pictures.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
PatchCoreOptions smallOptions(const Json& params = Json::object()) {
    Json values{{"image_size", 64}, {"coreset_ratio", 0.05}};
    values.update(params);
    return PatchCoreOptions::fromParams(detectorInfo("patchcore").params.complete(values));
}

class PatchCoreTraining : public testing::Test {
protected:
    PatchCoreTraining() { nn::enterTorch(); }

    nn::TrainedBank train(const PatchCoreOptions& options, std::size_t parts = 12) const {
        Job job;
        return nn::trainBank(options, *trunk_, test::DrawnParts(parts), 5, job);
    }

    c10::InferenceMode inference_;
    std::shared_ptr<const nn::Trunk> trunk_ = nn::openTrunk("resnet18-untrained", 3, "cpu");
};

TEST_F(PatchCoreTraining, GivesTheSameBankWithinAnyMemoryLimit) {
    PatchCoreOptions options = smallOptions();
    const PatchCorePlan plan = planPatchCore(options, {64, 128, 256}, 12);
    ASSERT_TRUE(plan.projects());
    const nn::TrainedBank inMemory = train(options);
    EXPECT_EQ(inMemory.facts.at("storage"), "memory");

    options.memoryLimit = plan.memoryBytes - 1;
    const nn::TrainedBank twoPasses = train(options);
    EXPECT_EQ(twoPasses.facts.at("storage"), "memory, two passes");

    const PatchCorePlan tight = planPatchCore(options, {64, 128, 256}, 12);
    options.memoryLimit = tight.memoryBytes - 1;
    const nn::TrainedBank scratch = train(options);
    EXPECT_EQ(scratch.facts.at("storage"), "temporary file");

    for (const nn::TrainedBank* other : {&twoPasses, &scratch}) {
        EXPECT_EQ(other->selected, inMemory.selected);
        EXPECT_EQ(other->rows, inMemory.rows);
    }
}

TEST_F(PatchCoreTraining, WithoutProjectionAlsoFromATemporaryFile) {
    PatchCoreOptions options = smallOptions({{"projection", false}});
    const nn::TrainedBank inMemory = train(options);
    options.memoryLimit = planPatchCore(options, {64, 128, 256}, 12).memoryBytes - 1;
    const nn::TrainedBank scratch = train(options);
    EXPECT_EQ(scratch.facts.at("storage"), "temporary file");
    EXPECT_EQ(scratch.selected, inMemory.selected);
    EXPECT_EQ(scratch.rows, inMemory.rows);
}

TEST_F(PatchCoreTraining, BankRowsAreThePatchesTheyCameFrom) {
    const PatchCoreOptions options = smallOptions();
    const nn::TrainedBank bank = train(options, 3);
    EXPECT_EQ(bank.selected.size(), 9U) << "floor(3 · 64 · 0.05)";
    EXPECT_EQ(bank.rows.size(), 9U * 384);
    auto sorted = bank.selected;
    std::ranges::sort(sorted);
    EXPECT_EQ(std::ranges::adjacent_find(sorted), sorted.end()) << "distinct";
    EXPECT_GE(sorted.front(), 0);
    EXPECT_LT(sorted.back(), 3 * 64);
}

TEST_F(PatchCoreTraining, NamesThePartWhoseFeaturesAreNotFinite) {
    const at::Tensor patches = at::zeros({4, 4});
    EXPECT_NO_THROW(nn::requireFinite(patches, "part"));
    patches[2][1] = -std::numeric_limits<float>::infinity();
    try {
        nn::requireFinite(patches, "training part 7");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.subject(), "training part 7");
        EXPECT_EQ(error.code(), ErrorCode::InvalidData);
    }
}

class PatchCoreModel : public testing::Test {
protected:
    Json header() const {
        return {{"detector", "patchcore"},
                {"params", detectorInfo("patchcore").params.complete({{"image_size", 64}})},
                {"seed", 1},
                {"backbone", "resnet18-untrained"},
                {"backbone_identity", ""}};
    }

    ErrorCode loadFails(const Json& header, std::int64_t columns, float value,
                        std::int64_t indices = 2) const {
        ModelWriter writer;
        writer.tensor("bank", {2, columns}, std::vector<float>(static_cast<std::size_t>(2 * columns), value));
        writer.tensor("coreset_indices", {indices},
                      std::vector<std::int64_t>(static_cast<std::size_t>(indices)));
        writer.header(header);
        const ModelReader reader(folder_ / writer.commit(folder_.path()));
        try {
            loadDetector(reader, "cpu");
        } catch (const Error& error) {
            EXPECT_FALSE(error.remedy().empty());
            return error.code();
        }
        return ErrorCode::Internal;
    }

    test::TempDir folder_;
};

TEST_F(PatchCoreModel, IsRefusedWhenItDoesNotFit) {
    EXPECT_EQ(loadFails(header(), 384, 1), ErrorCode::Internal) << "this one is good";
    EXPECT_EQ(loadFails(header(), 128, 1), ErrorCode::InvalidData);
    EXPECT_EQ(loadFails(header(), 384, std::numeric_limits<float>::quiet_NaN()), ErrorCode::InvalidData);
    EXPECT_EQ(loadFails(header(), 384, 1, 3), ErrorCode::InvalidData);
    Json other = header();
    other["detector"] = "unknown";
    EXPECT_EQ(loadFails(other, 384, 1), ErrorCode::NotFound);
    other = header();
    other["params"]["layers"] = "9";
    EXPECT_EQ(loadFails(other, 384, 1), ErrorCode::InvalidArgument);
    other = header();
    other.erase("seed");
    EXPECT_EQ(loadFails(other, 384, 1), ErrorCode::InvalidData);
    other = header();
    other["backbone"] = "never-imported";
    EXPECT_EQ(loadFails(other, 384, 1), ErrorCode::MissingWeights);
}

TEST(PatchCore, SaysWhatIsMissing) {
    const test::TempDir home;
    setenv("SEGAD_DATA_HOME", home.path().c_str(), 1);
    const auto detector = createDetector("patchcore", {.backbone = "wide_resnet50_2"});
    Job job;
    try {
        detector->train({.good = test::DrawnParts(2)}, job);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::MissingWeights);
        EXPECT_THAT(error.what(), testing::HasSubstr("segad weights import"));
    }
    unsetenv("SEGAD_DATA_HOME");
}
}  // namespace
}  // namespace segad
