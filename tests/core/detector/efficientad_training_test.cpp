// EfficientAD as a Detector: what the contract test doesn't ask of it. Narrow networks, few steps.
#include <chrono>
#include <filesystem>
#include <numeric>
#include <thread>

#include <gtest/gtest.h>

#include "core/detector/catalog.h"
#include "core/detector/detector.h"
#include "core/nn/backbone_tensors.h"
#include "core/nn/model_io.h"
#include "core/nn/safetensors_writer.h"
#include "core/nn/weight_store.h"
#include "tests/core/detector/pictures.h"
#include "tests/support/error_code.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
using test::codeOf;
using test::drawnPart;
using test::DrawnParts;
using test::DrawnTraining;

std::unique_ptr<Detector> detectorOf(int steps, const std::string& teacher = "pdn_small_narrow-untrained",
                                     Json params = Json::object()) {
    params["steps"] = steps;
    return createDetector("efficientad_small",
                          {.params = params, .backbone = teacher, .seed = 3, .device = "cpu"});
}

double scoreOf(const Detector& detector, std::uint64_t part) {
    const cv::Mat picture = drawnPart(part);
    return detector.score({&picture, 1}).front().imageScore;
}

TEST(EfficientAdTraining, LossFallsAndTheCurveIsKept) {
    const auto detector = detectorOf(6, "pdn_small_narrow-untrained", {{"learning_rate", 1e-3}});
    EXPECT_FALSE(detector->lossCurve());
    const DrawnTraining parts(2);
    Job job;
    std::size_t points = 0;
    detector->train(parts.set(), job, {.onPoint = [&](const LossPoint&) { ++points; }});
    ASSERT_TRUE(detector->lossCurve());
    const LossCurve curve = *detector->lossCurve();
    EXPECT_EQ(curve.steps, 6);
    EXPECT_EQ(points, curve.points.size());
    EXPECT_LT(curve.finalLoss(), curve.points.front().loss);
    const Json facts = detector->description().facts;
    EXPECT_EQ(facts.at("steps"), 6);
    EXPECT_EQ(facts.at("calibrate_parts"), 3);
    EXPECT_EQ(facts.at("penalty"), "procedural 2");
    EXPECT_EQ(detector->description().backbone->architecture, "pdn_small_narrow");
}

TEST(EfficientAdTraining, CancelledAndResumedIsAsIfNeverStopped) {
    const test::TempDir dir;
    const DrawnTraining parts(3);
    const auto straight = detectorOf(3);
    Job job;
    straight->train(parts.set(), job);

    Job stopped;
    TrainingOptions options{.checkpoint = dir / "state.safetensors", .resume = true};
    options.onPoint = [&](const LossPoint& point) {
        if (point.step == 1) stopped.cancel();
    };
    const auto interrupted = detectorOf(3);
    EXPECT_THROW(interrupted->train(parts.set(), stopped, options), Cancelled);
    EXPECT_FALSE(interrupted->isTrained());
    EXPECT_TRUE(std::filesystem::exists(options.checkpoint));

    options.onPoint = {};
    EXPECT_EQ(codeOf([&] { detectorOf(5)->train(parts.set(), job, options); }), ErrorCode::InvalidArgument);
    const auto resumed = detectorOf(3);
    resumed->train(parts.set(), job, options);
    EXPECT_EQ(resumed->lossCurve()->steps, 3);
    EXPECT_EQ(resumed->lossCurve()->finalLoss(), straight->lossCurve()->finalLoss());
    EXPECT_EQ(scoreOf(*resumed, 50), scoreOf(*straight, 50));
}

TEST(EfficientAdTraining, CancellingInsideAStepIsHeardAndKeepsTheState) {
    const test::TempDir dir;
    const auto detector = detectorOf(100000);
    const DrawnTraining parts(2);
    const TrainingOptions options{.checkpoint = dir / "state.safetensors"};
    std::chrono::steady_clock::time_point cancelled;
    Job job;
    std::jthread canceller([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(2500));
        cancelled = std::chrono::steady_clock::now();
        job.cancel();
    });
    EXPECT_THROW(detector->train(parts.set(), job, options), Cancelled);
    canceller.join();
    EXPECT_LT(std::chrono::steady_clock::now() - cancelled, std::chrono::seconds(15));
    EXPECT_FALSE(detector->isTrained());
}

/// Stores a teacher whose every weight is `value`.
void storeTeacher(const Path& home, const std::string& name, float value) {
    ::setenv("SEGAD_DATA_HOME", home.c_str(), 1);
    std::vector<std::vector<float>> values;
    const BackboneStage& stage = backboneStages("pdn_small_narrow").front();
    for (const TensorShape& tensor : stage.tensors) {
        const std::int64_t count =
            std::accumulate(tensor.shape.begin(), tensor.shape.end(), std::int64_t{1}, std::multiplies<>());
        values.emplace_back(static_cast<std::size_t>(count), value);
    }
    std::vector<TensorView> tensors;
    for (std::size_t i = 0; i < values.size(); ++i)
        tensors.push_back({{stage.tensors[i].name, stage.tensors[i].shape, DType::Float32}, values[i]});
    writeSafetensors(home / "teacher.safetensors", tensors, {});
    Job job;
    WeightStore().import(home / "teacher.safetensors", name, job);
}

TEST(EfficientAdTraining, ALossThatIsNoNumberEndsIt) {
    const test::TempDir home;
    storeTeacher(home.path(), "overflowing", 1e30F);
    const auto detector = detectorOf(3, "overflowing");
    const DrawnTraining parts(2);
    Job job;
    EXPECT_EQ(codeOf([&] { detector->train(parts.set(), job); }), ErrorCode::InvalidData);
    EXPECT_FALSE(detector->isTrained());
}

TEST(EfficientAdTraining, SaysWhatIsMissingBeforeItBegins) {
    const test::TempDir dir;
    Job job;
    const DrawnTraining parts(2);
    const DrawnParts none(0);
    EXPECT_EQ(codeOf([&] { detectorOf(1)->train({.good = parts.good}, job); }), ErrorCode::InvalidData);
    EXPECT_EQ(codeOf([&] { detectorOf(1)->train({.good = parts.good, .calibration = &none}, job); }),
              ErrorCode::InvalidData);
    ::setenv("SEGAD_DATA_HOME", dir.path().c_str(), 1);
    try {
        detectorOf(1, "pdn_small")->train(parts.set(), job);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::MissingWeights);
        const std::string text = error.what();
        for (const char* word : {"teacher_small.pth", "segad weights import", "segad distil"})
            EXPECT_NE(text.find(word), std::string::npos) << text;
    }
    EXPECT_EQ(codeOf([&] { detectorOf(1, "pdn_medium_narrow-untrained")->train(parts.set(), job); }),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf([&] { detectorOf(1, "embedded")->train(parts.set(), job); }), ErrorCode::MissingWeights);
}

TEST(EfficientAdTraining, AModelNeedsNoWeightsAndDamageIsSeen) {
    const test::TempDir dir;
    const DrawnTraining parts(2);
    Job job;
    const auto detector = detectorOf(1, "pdn_small_narrow-untrained",
                                     {{"penalty", "off"}, {"ae_jitter", false}, {"padding", false}});
    detector->train(parts.set(), job);
    ModelWriter writer;
    detector->save(writer);
    const ModelReader reader(dir / writer.commit(dir.path()));
    ::setenv("SEGAD_DATA_HOME", dir.path().c_str(), 1);
    EXPECT_EQ(scoreOf(*loadDetector(reader, "cpu"), 60), scoreOf(*detector, 60));
    const auto other = createDetector("efficientad_medium", {.backbone = "pdn_medium", .device = "cpu"});
    EXPECT_EQ(codeOf([&] { other->load(reader); }), ErrorCode::InvalidData);
    EXPECT_FALSE(other->isTrained());
}

TEST(EfficientAdCatalog, CostsGrowWithTheNetworksAndTheSteps) {
    const DetectorInfo& small = detectorInfo("efficientad_small");
    const DetectorInfo& medium = detectorInfo("efficientad_medium");
    const CostQuestion question{
        .params = small.params.defaults(), .backbone = "pdn_small", .trainParts = 100, .threads = 2};
    const CostEstimate of = small.estimateCost(question);
    const CostEstimate larger = medium.estimateCost(
        {.params = medium.params.defaults(), .backbone = "pdn_medium", .trainParts = 100, .threads = 2});
    EXPECT_GT(larger.trainSeconds, 2 * of.trainSeconds);
    EXPECT_GT(larger.scoreSecondsPerPart, 2 * of.scoreSecondsPerPart);
    EXPECT_GT(larger.modelBytes, of.modelBytes);
    CostQuestion narrow = question;
    narrow.backbone = "pdn_small_narrow";
    EXPECT_LT(small.estimateCost(narrow).trainSeconds, 0.5 * of.trainSeconds);
    EXPECT_TRUE(small.fitsArchitecture("pdn_small"));
    EXPECT_FALSE(small.fitsArchitecture("pdn_medium"));
    EXPECT_FALSE(small.fitsArchitecture("resnet18"));
    EXPECT_FALSE(detectorInfo("patchcore").fitsArchitecture("pdn_small"));
}
}  // namespace
}  // namespace segad
