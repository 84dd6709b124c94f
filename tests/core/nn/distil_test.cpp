// Distillation with an untrained teacher and few steps: what must hold however little was learnt.
#include "core/nn/distil.h"

#include <cmath>
#include <filesystem>

#include <opencv2/imgproc.hpp>

#include "core/base/random.h"
#include "core/nn/backbone_shape.h"
#include "core/nn/compact_export_torch.h"
#include "core/nn/covariance_torch.h"
#include "core/nn/feature_extractor.h"
#include "core/nn/patch_targets_torch.h"
#include "core/nn/pdn_shape.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/tensor_file.h"
#include "core/nn/weight_store.h"
#include "tests/support/error_code.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
using test::codeOf;

/// Soft blotches, other ones for each seed and number.
NumberedPictures blotches(std::uint64_t seed) {
    return [seed](std::uint64_t number, int side) {
        SplitMix64 random(seed * 1'000'003 + number);
        const double a = random.uniform(0.02, 0.2);
        const double b = random.uniform(0.02, 0.2);
        const double c = random.uniform(0, 6);
        cv::Mat picture(side, side, CV_8UC3);
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                const auto wave = [&](double shift) {
                    return cv::saturate_cast<std::uint8_t>(128 + 60 * std::sin(a * x + c + shift) +
                                                           60 * std::cos(b * y + 0.3 * a * x - shift));
                };
                picture.at<cv::Vec3b>(y, x) = {wave(0), wave(0.7), wave(1.9)};
            }
        }
        return picture;
    };
}

/// Each with a dark disc somewhere.
DistilPictures withDiscs(std::uint64_t seed) {
    const NumberedPictures plain = blotches(seed);
    return {.plain = plain, .blemished = [plain](std::uint64_t number, int side) {
                cv::Mat picture = plain(number, side);
                SplitMix64 random(number);
                const auto anywhere = [&] { return static_cast<int>(random.uniform(8, side - 8)); };
                const int x = anywhere();
                cv::circle(picture, {x, anywhere()}, 7, cv::Scalar::all(20), cv::FILLED);
                return picture;
            }};
}

DistilOptions optionsFor(const Path& out, std::int64_t steps) {
    return {.teacher = "resnet18-untrained",
            .device = "cpu",
            .seed = 3,
            .steps = steps,
            .learningRate = 2e-3,
            .picturesPerStep = 2,
            .statisticsPictures = 16,
            .heldOutPictures = 8,
            .out = out,
            .picturesIdentity = "blotches"};
}

TEST(Distil, LearnsAndWritesABackboneThatCanBeImported) {
    const test::TempDir dir;
    Job job;
    const DistilResult result =
        distilBackbone(optionsFor(dir / "small.safetensors", 60), {blotches(1)}, {blotches(2)}, job);
    EXPECT_EQ(result.curve.steps, 60);
    EXPECT_LT(result.curve.finalLoss(), 0.8 * result.curve.points.front().loss);
    ASSERT_EQ(result.layers.size(), 3U);
    for (const DistilledLayer& layer : result.layers) {
        EXPECT_GT(layer.unexplained, 0);
        EXPECT_LT(layer.unexplained, 1.5);
    }
    WeightStore store(dir / "weights");
    const WeightEntry entry = store.import(dir / "small.safetensors", "small", job);
    EXPECT_EQ(entry.architecture, "compact_resnet");
    EXPECT_EQ(entry.layers.back(), "layer3");
}

TEST(Distil, ProlongedIsAsIfItHadBeenThatLongFromTheStart) {
    const test::TempDir dir;
    Job job;
    const DistilResult whole =
        distilBackbone(optionsFor(dir / "whole.safetensors", 16), {blotches(1)}, {blotches(2)}, job);
    const DistilResult again =
        distilBackbone(optionsFor(dir / "again.safetensors", 16), {blotches(1)}, {blotches(2)}, job);
    EXPECT_EQ(again.sha256, whole.sha256);
    distilBackbone(optionsFor(dir / "parts.safetensors", 8), {blotches(1)}, {blotches(2)}, job);
    DistilOptions longer = optionsFor(dir / "parts.safetensors", 16);
    longer.resume = true;
    const DistilResult prolonged = distilBackbone(longer, {blotches(1)}, {blotches(2)}, job);
    EXPECT_EQ(prolonged.sha256, whole.sha256);
}

TEST(Distil, GoesOnFromCompactWeights) {
    const test::TempDir dir;
    Job job;
    DistilOptions options = optionsFor(dir / "first.safetensors", 1);
    options.learningRate = 1e-6;  // what is seen is the start
    const auto unexplained = [](const DistilResult& result) {
        double sum = 0;
        for (const DistilledLayer& layer : result.layers)
            sum += layer.unexplained / 3;
        return sum;
    };
    const DistilResult chance = distilBackbone(options, {blotches(1)}, {blotches(2)}, job);
    options.out = dir / "second.safetensors";
    options.initial = "embedded";
    const DistilResult warm = distilBackbone(options, {blotches(1)}, {blotches(2)}, job);
    EXPECT_LT(unexplained(warm), 0.9 * unexplained(chance))
        << "heads are fitted to whichever teacher there is now";
    DistilOptions itself = options;
    itself.teacher = "embedded";
    itself.out = dir / "itself.safetensors";
    EXPECT_LT(unexplained(distilBackbone(itself, {blotches(1)}, {blotches(2)}, job)), 0.05)
        << "the blocks are their own teacher's, so fitted heads lose nothing";
    options.out = dir / "third.safetensors";
    EXPECT_EQ(distilBackbone(options, {blotches(1)}, {blotches(2)}, job).sha256, warm.sha256);
    options.resume = true;
    options.initial.clear();
    EXPECT_EQ(codeOf([&] { distilBackbone(options, {blotches(1)}, {blotches(2)}, job); }),
              ErrorCode::InvalidArgument)
        << "the checkpoint began from other weights";
}

/// The statistics of BatchNorm in a file that distilBackbone() wrote.
std::vector<float> statisticsIn(const Path& file) {
    const TensorFile weights = TensorFile::read(file);
    std::vector<float> all;
    for (const TensorInfo& tensor : weights.tensors()) {
        if (tensor.name.find(".running_") == std::string::npos) continue;
        std::vector<float> values(static_cast<std::size_t>(tensor.elementCount()));
        weights.loadInto(tensor.name, values);
        all.insert(all.end(), values.begin(), values.end());
    }
    return all;
}

TEST(Distil, HandsOutLayer3WithASetShareOfLayer2sVariance) {
    const test::TempDir dir;
    Job job;
    setenv("SEGAD_DATA_HOME", dir.path().c_str(), 1);
    const auto share = [&](const DistilOptions& options) {
        distilBackbone(options, {blotches(1)}, {blotches(2)}, job);
        const std::string name = options.out.stem().string();
        WeightStore().import(options.out, name, job);
        const auto extractor = openFeatureExtractor({.name = name, .layers = {2, 3}, .device = "cpu"});
        std::vector<nn::Covariance> moments(2);
        for (int number = 0; number < options.heldOutPictures; ++number) {
            const auto maps = extractor->extract(blotches(2)(static_cast<std::uint64_t>(number), 256));
            for (std::size_t l = 0; l < maps.size(); ++l) {
                moments[l].add(
                    at::tensor(maps[l].values).view({1, maps[l].channels, maps[l].height, maps[l].width}));
            }
        }
        const auto variance = [](const nn::Covariance& of) { return of.matrix().trace().item<double>(); };
        return variance(moments[1]) / variance(moments[0]);
    };
    DistilOptions options = optionsFor(dir / "chance.safetensors", 4);
    EXPECT_NEAR(share(options), 0.18, 0.01);
    options.out = dir / "warm.safetensors";
    options.initial = "embedded";
    EXPECT_NEAR(share(options), 0.18, 0.01) << "going on doesn't make it ever shorter";
    unsetenv("SEGAD_DATA_HOME");
}

TEST(Distil, NormalisesByAStepsPicturesOnlyWhileThereIsNothingBetter) {
    const test::TempDir dir;
    Job job;
    const auto after = [&](const char* name, std::int64_t steps, const std::string& initial) {
        DistilOptions options = optionsFor(dir / name, steps);
        options.initial = initial;
        options.picturesPerStep = 3;  // shares of unlike size
        distilBackbone(options, {blotches(1)}, {blotches(2)}, job);
        return statisticsIn(options.out);
    };
    EXPECT_EQ(after("warm.safetensors", 3, "embedded"), after("longer.safetensors", 6, "embedded"));
    EXPECT_NE(after("chance.safetensors", 3, ""), after("more.safetensors", 6, ""));
}

TEST(Distil, LearnsWhatBlemishesChangeWhereThereAreTwins) {
    const test::TempDir dir;
    Job job;
    const auto difference = [](const DistilResult& result) {
        double sum = 0;
        for (const DistilledLayer& layer : result.layers)
            sum += layer.unexplainedDifference / 3;
        return sum;
    };
    DistilOptions options = optionsFor(dir / "plain.safetensors", 40);
    options.picturesPerStep = 4;  // enough for twins where they are small
    const DistilPictures judged = withDiscs(2);
    const double plain = difference(distilBackbone(options, {blotches(1)}, judged, job));
    options.out = dir / "twins.safetensors";
    const DistilResult twins = distilBackbone(options, withDiscs(1), judged, job);
    EXPECT_LT(difference(twins), plain) << "the same number of pictures, some of them twins";
    EXPECT_GT(difference(twins), 0);
    options.out = dir / "short.safetensors";
    options.steps = 1;
    EXPECT_TRUE(std::isnan(difference(distilBackbone(options, withDiscs(1), {blotches(2)}, job))))
        << "nothing held out says anything of it";
}

DistilOptions teacherOptions(const Path& out, std::int64_t steps) {
    DistilOptions options = optionsFor(out, steps);
    options.student = "pdn_small_narrow";
    options.teacher = "embedded";
    options.statisticsPictures = 8;
    return options;
}

TEST(DistilTeacher, LearnsAndWritesATeacherThatCanBeImported) {
    const test::TempDir dir;
    Job job;
    DistilOptions options = teacherOptions(dir / "teacher.safetensors", 20);
    options.learningRate = 1e-2;
    const DistilResult result = distilBackbone(options, {blotches(1)}, {blotches(2)}, job);
    EXPECT_EQ(result.curve.steps, 20);
    ASSERT_EQ(result.layers.size(), 1U);
    EXPECT_EQ(result.layers[0].layer, 0);
    EXPECT_GT(result.layers[0].unexplained, 0);
    // Who knows nothing leaves all of the variance, or more.
    EXPECT_LT(result.layers[0].unexplained, 0.95);
    EXPECT_EQ(result.bytes, std::filesystem::file_size(dir / "teacher.safetensors"));
    WeightStore store(dir / "weights");
    const WeightEntry entry = store.import(dir / "teacher.safetensors", job);
    EXPECT_EQ(entry.name, "pdn_small_narrow");
    EXPECT_EQ(entry.layers, std::vector<std::string>{"teacher"});
}

TEST(DistilTeacher, StoppedAndResumedIsAsIfNeverStopped) {
    const test::TempDir dir;
    Job job;
    const DistilResult whole =
        distilBackbone(teacherOptions(dir / "whole.safetensors", 4), {blotches(1)}, {blotches(2)}, job);
    DistilOptions options = teacherOptions(dir / "parts.safetensors", 4);
    Job stopped;
    options.onPoint = [&](const LossPoint& point) {
        if (point.step == 2) stopped.cancel();
    };
    EXPECT_THROW(distilBackbone(options, {blotches(1)}, {blotches(2)}, stopped), Cancelled);
    options.onPoint = {};
    options.resume = true;
    EXPECT_EQ(distilBackbone(options, {blotches(1)}, {blotches(2)}, job).sha256, whole.sha256);
    options.student = "pdn_medium_narrow";
    EXPECT_EQ(codeOf([&] { distilBackbone(options, {blotches(1)}, {blotches(2)}, job); }),
              ErrorCode::InvalidArgument);
}

/// The published construction, step by step: patches, enlarged, averaged, joined, averaged.
TEST(PatchTargets, AreThePublishedOnes) {
    nn::enterTorch();
    const at::NoGradGuard noGradient;
    const auto trunk = nn::openTrunk("embedded", 3, "cpu");
    torch::manual_seed(1);
    const at::Tensor picture = at::randn({1, 3, 128, 128}).contiguous(at::MemoryFormat::ChannelsLast);
    const nn::TrunkFeatures features = trunk->forward(picture, {2, 3});
    const auto patches = [](const at::Tensor& map) {
        // [1, C·9, h, w], channel-major, then rows of the window.
        const at::Tensor columns = at::im2col(map.contiguous(), {3, 3}, {1, 1}, {1, 1}, {1, 1});
        return columns.view({1, columns.size(1), map.size(2), map.size(3)});
    };
    const at::Tensor fine = patches(features.map(2));
    const at::Tensor coarse =
        at::upsample_bilinear2d(patches(features.map(3)), {fine.size(2), fine.size(3)}, false);
    std::vector<at::Tensor> vectors;
    for (const at::Tensor& map : {fine, coarse}) {
        const at::Tensor rows = map.permute({0, 2, 3, 1}).reshape({1, -1, map.size(1)});
        vectors.push_back(at::adaptive_avg_pool1d(rows, 1024));
    }
    const at::Tensor wanted = at::adaptive_avg_pool1d(at::cat(vectors, 2), kTeacherChannels)
                                  .reshape({1, fine.size(2), fine.size(3), kTeacherChannels})
                                  .permute({0, 3, 1, 2});
    const at::Tensor actual = nn::PatchTargets(*trunk)(*trunk, picture);
    ASSERT_EQ(actual.sizes(), wanted.sizes());
    EXPECT_LE((actual - wanted).abs().max().item<double>(), 1e-5 * wanted.abs().max().item<double>());
}

TEST(Distil, RefusesWhatCannotBe) {
    const test::TempDir dir;
    Job job;
    const auto code = [&](DistilOptions options) {
        return codeOf([&] { distilBackbone(options, {blotches(1)}, {blotches(2)}, job); });
    };
    DistilOptions options = optionsFor(dir / "x.safetensors", 0);
    EXPECT_EQ(code(options), ErrorCode::InvalidArgument);
    options = optionsFor(dir / "x.safetensors", 2);
    options.learningRate = 0;
    EXPECT_EQ(code(options), ErrorCode::InvalidArgument);
    options = optionsFor(dir / "x.safetensors", 2);
    options.teacher = "vgg";
    EXPECT_EQ(code(options), ErrorCode::MissingWeights);
    options.student = "pdn_tiny";
    EXPECT_EQ(code(options), ErrorCode::NotFound);
    options = optionsFor(dir / "x.safetensors", 2);
    options.initial = "nothing";
    EXPECT_EQ(code(options), ErrorCode::MissingWeights);
    options.initial = "resnet18-untrained";
    EXPECT_EQ(code(options), ErrorCode::InvalidArgument);
    options = teacherOptions(dir / "x.safetensors", 2);
    options.initial = "embedded";
    EXPECT_EQ(code(options), ErrorCode::InvalidArgument);
}

TEST(CompactExport, IsWhatTheBlocksGive) {
    nn::enterTorch();
    const at::NoGradGuard noGradient;
    torch::manual_seed(1);
    const BackboneShape& shape = backboneShape(nn::kStudentArchitecture);
    BackboneShape wide = shape;
    wide.heads = {64, 128, 256, 0};
    nn::ResNet student(wide, 3);
    student->eval();
    const nn::StateDict state = nn::withoutHeads(student->state());
    nn::ResNet exported(shape, 3);
    EXPECT_EQ(state.size(), exported->state().size());
    exported->load(state, "export");
    exported->eval();
    const at::Tensor pictures = at::randn({2, 3, 64, 64});
    const auto given = student->forward(pictures);
    const auto blocks = exported->forward(pictures);
    for (std::size_t l = 0; l < 3; ++l) {
        const std::string head = "head" + std::to_string(l + 1);
        EXPECT_EQ(blocks[l].size(1), shape.channels(static_cast<int>(l) + 1));
        const at::Tensor through =
            at::conv2d(blocks[l], student->state().at(head + ".weight"), student->state().at(head + ".bias"));
        EXPECT_TRUE(at::allclose(through, given[l], 1e-4, 1e-5));
    }
}
}  // namespace
}  // namespace segad
