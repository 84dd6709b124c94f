// The backbone that is part of the program.
#include "core/nn/embedded_backbone.h"

#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/nn/backbones.h"
#include "core/nn/feature_extractor.h"
#include "core/procedural/pictures.h"
#include "tests/support/error_code.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
using test::codeOf;

TEST(EmbeddedBackbone, IsSmallHalfPrecisionAndWhole) {
    const WeightEntry& entry = embeddedWeights();
    EXPECT_LE(entry.bytes, 8U << 20U);
    EXPECT_EQ(entry.architecture, backboneInfo(kEmbeddedBackbone).architecture);
    EXPECT_EQ(entry.layers, (std::vector<std::string>{"stem", "layer1", "layer2", "layer3"}));
    EXPECT_EQ(entry.identities.size(), entry.layers.size());
    const TensorFile file = openEmbeddedWeights();
    EXPECT_EQ(file.sha256(), entry.sha256);
    for (const TensorInfo& tensor : file.tensors())
        EXPECT_EQ(tensor.dtype, tensor.shape.size() == 4 ? DType::Float16 : DType::Float32) << tensor.name;
    EXPECT_EQ(availableWeights(WeightStore(test::TempDir() / "none")).back().name, kEmbeddedBackbone);
}

TEST(EmbeddedBackbone, ItsCardNamesTheFile) {
    const std::string card = readFile(SEGAD_BACKBONE_CARD, 1U << 20U);
    EXPECT_NE(card.find(embeddedWeights().sha256), std::string::npos);
}

TEST(EmbeddedBackbone, SeesWhatIsWrongWithAPicture) {
    const auto extractor =
        openFeatureExtractor({.name = kEmbeddedBackbone, .layers = {1, 2, 3}, .device = "cpu"});
    EXPECT_EQ(extractor->backbone().name, kEmbeddedBackbone);
    EXPECT_EQ(extractor->backbone().weightsIdentity, embeddedWeights().identities.back());
    const cv::Mat plain = proceduralTexture(3, 5, 256);
    cv::Mat scratched = plain.clone();
    cv::line(scratched, {150, 160}, {190, 176}, {255, 255, 255}, 3);
    const auto before = extractor->extract(plain);
    const auto after = extractor->extract(scratched);
    for (std::size_t l = 0; l < before.size(); ++l) {
        const FeatureMap& map = before[l];
        EXPECT_EQ(map.channels, backboneInfo(kEmbeddedBackbone).shape().channels(map.layer));
        EXPECT_EQ(map.width, featureSide(256, map.layer));
        const auto difference = [&](int x, int y) {
            double sum = 0;
            for (int c = 0; c < map.channels; ++c) {
                const auto at = static_cast<std::size_t>((c * map.height + y) * map.width + x);
                EXPECT_TRUE(std::isfinite(map.values[at]));
                sum += std::pow(map.values[at] - after[l].values[at], 2);
            }
            return std::sqrt(sum);
        };
        const int scale = 256 / map.width;
        EXPECT_GT(difference(170 / scale, 168 / scale), 5 * difference(10 / scale, 10 / scale) + 1e-3)
            << "layer" << map.layer;
    }
}

TEST(EmbeddedBackbone, SaysWhatItLacks) {
    EXPECT_EQ(codeOf([] { openFeatureExtractor({.name = kEmbeddedBackbone, .layers = {4}}); }),
              ErrorCode::MissingWeights);
    EXPECT_EQ(codeOf([] {
                  openFeatureExtractor(
                      {.name = kEmbeddedBackbone, .layers = {2}, .weightsIdentity = std::string(64, '0')});
              }),
              ErrorCode::Corrupt)
        << "a model that was trained with other weights is not scored with these";
    const test::TempDir dir;
    Job job;
    EXPECT_EQ(codeOf([&] { WeightStore(dir / "weights").remove(kEmbeddedBackbone); }), ErrorCode::NotFound);
}
}  // namespace
}  // namespace segad
