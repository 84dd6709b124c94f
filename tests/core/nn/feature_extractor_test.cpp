// The torch-free door, through segad::Module as the programs use it.
#include "core/nn/feature_extractor.h"

#include <cstdlib>
#include <numeric>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/job.h"
#include "core/nn/backbones.h"
#include "core/nn/device.h"
#include "core/nn/learn_info.h"
#include "core/nn/weight_store.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
ErrorCode codeOf(const auto& call) {
    try {
        call();
    } catch (const Error& error) {
        EXPECT_FALSE(error.remedy().empty());
        return error.code();
    }
    ADD_FAILURE() << "nothing was thrown";
    return ErrorCode::Internal;
}

/// A picture with structure, of its own for each seed.
cv::Mat picture(int width, int height, unsigned seed = 1) {
    cv::Mat rgb(height, width, CV_8UC3);
    const auto noise = test::uniformStream("picture" + std::to_string(seed), rgb.total() * 3);
    std::size_t i = 0;
    for (auto& pixel : cv::Mat_<cv::Vec3b>(rgb)) {
        for (int c = 0; c < 3; ++c)
            pixel[c] = static_cast<std::uint8_t>(255 * noise[i++]);
    }
    return rgb;
}

class FeatureExtractorTest : public testing::Test {
protected:
    void SetUp() override { setenv("SEGAD_DATA_HOME", home_.path().c_str(), 1); }
    void TearDown() override { unsetenv("SEGAD_DATA_HOME"); }
    test::TempDir home_;
};

TEST_F(FeatureExtractorTest, GivesTheLayersAskedForAtTheirSizes) {
    const auto extractor =
        openFeatureExtractor({.name = "resnet18-untrained", .layers = {2, 3}, .device = "cpu"});
    EXPECT_EQ(extractor->device(), "cpu");
    EXPECT_EQ(extractor->backbone().name, "resnet18-untrained");
    EXPECT_EQ(extractor->backbone().weightsSha256, "");
    const auto maps = extractor->extract(picture(300, 200));
    ASSERT_EQ(maps.size(), 2U);
    EXPECT_EQ(maps[0].layer, 2);
    EXPECT_EQ(maps[0].channels, 128);
    EXPECT_EQ(maps[0].height, 32);
    EXPECT_EQ(maps[1].width, 16);
    EXPECT_EQ(maps[1].values.size(), 256U * 16 * 16);
    EXPECT_GT(std::accumulate(maps[0].values.begin(), maps[0].values.end(), 0.0), 0);
}

TEST_F(FeatureExtractorTest, APicturesFeaturesAreBitForBitTheSameEachTime) {
    const auto extractor =
        openFeatureExtractor({.name = "resnet18-untrained", .layers = {3}, .input = {{96, 64}}});
    const auto first = extractor->extract(picture(96, 64, 1));
    extractor->extract(picture(96, 64, 2));
    EXPECT_EQ(extractor->extract(picture(96, 64, 1))[0].values, first[0].values);
    EXPECT_EQ(first[0].height, 4);
    EXPECT_EQ(first[0].width, 6);
}

TEST_F(FeatureExtractorTest, SaysWhatIsWrong) {
    EXPECT_EQ(codeOf([] { openFeatureExtractor({.name = "resnet18"}); }), ErrorCode::MissingWeights);
    EXPECT_EQ(codeOf([] { openFeatureExtractor({.name = "resnet18-untrained", .layers = {}}); }),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf([] {
                  openFeatureExtractor({.name = "resnet18-untrained", .layers = {3, 2}});
              }),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf([] { openFeatureExtractor({.name = "resnet18-untrained", .layers = {5}}); }),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf([] {
                  openFeatureExtractor({.name = "resnet18-untrained", .input = {{0, 64}}});
              }),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf([] { openFeatureExtractor({.name = "resnet18-untrained", .device = "cuda:99"}); }),
              ErrorCode::InvalidArgument);
    const auto extractor =
        openFeatureExtractor({.name = "resnet18-untrained", .layers = {1}, .input = {{32, 32}}});
    EXPECT_EQ(codeOf([&] { extractor->extract(cv::Mat()); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf([&] { extractor->extract(cv::Mat(32, 32, CV_8UC1)); }), ErrorCode::InvalidArgument);
}

TEST_F(FeatureExtractorTest, RealWeightsAreFoundUnderAnyNameTheModelsOfTheirIdentity) {
    const auto file = test::sharedData("weights/resnet18_layers1-3.safetensors");
    if (!file) GTEST_SKIP() << "no shared data";
    Job job;
    const WeightEntry entry = WeightStore().import(*file, "mine", job);
    const std::string identity = entry.identityUpTo("layer3");
    const auto extractor =
        openFeatureExtractor({.name = "resnet18", .layers = {2, 3}, .weightsIdentity = identity});
    EXPECT_EQ(extractor->backbone().name, "mine");
    EXPECT_EQ(extractor->backbone().weightsIdentity, identity);
    EXPECT_EQ(codeOf([] { openFeatureExtractor({.name = "mine", .layers = {4}}); }),
              ErrorCode::MissingWeights);
    EXPECT_EQ(codeOf([] { openFeatureExtractor({.name = "mine", .weightsIdentity = std::string(64, '0')}); }),
              ErrorCode::Corrupt);
}

TEST(Device, IsReadFromWhatTheUserWrites) {
    EXPECT_EQ(toString(parseDevice("auto")), "auto");
    EXPECT_EQ(toString(parseDevice("cpu")), "cpu");
    EXPECT_EQ(toString(parseDevice("cuda")), "cuda:0");
    EXPECT_EQ(toString(parseDevice("cuda:12")), "cuda:12");
    for (const char* wrong : {"", "gpu", "cuda:", "cuda:-1", "cuda:1x", "CPU"})
        EXPECT_EQ(codeOf([&] { parseDevice(wrong); }), ErrorCode::InvalidArgument) << wrong;
}

TEST(BackboneCatalog, KnowsItsRowsAndGridSizes) {
    EXPECT_EQ(backboneInfo("wide_resnet50_2").shape().channels(3), 1024);
    EXPECT_EQ(findBackbone("vgg"), nullptr);
    EXPECT_EQ(codeOf([] { backboneInfo("vgg"); }), ErrorCode::NotFound);
    EXPECT_EQ(featureSide(256, 2), 32);
    EXPECT_EQ(featureSide(256, 3), 16);
    EXPECT_EQ(featureSide(75, 2), 10);
}

TEST(LearnInfo, DescribesTheLibrary) {
    const LearnInfo info = learnInfo();
    EXPECT_FALSE(info.torchVersion.empty());
    EXPECT_FALSE(info.cpuCapability.empty());
    EXPECT_THAT(info.devices, testing::Contains("cpu"));
    EXPECT_GT(info.threads, 0);
    EXPECT_EQ(resolveDevice("cpu"), "cpu");
}
}  // namespace
}  // namespace segad
