// Detectors that learn on a frozen trunk's features: where features are kept changes nothing, a training that
// was stopped goes on as if it never had been, and what can't work is said before anything is read.
#include <algorithm>
#include <atomic>

#include <gtest/gtest.h>

#include "core/base/threads.h"
#include "core/detector/catalog.h"
#include "core/detector/detector.h"
#include "core/detector/frozen_features_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"
#include "tests/core/detector/pictures.h"
#include "tests/support/error_code.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
using test::codeOf;
using test::drawnPart;
using test::DrawnParts;

constexpr std::uint64_t kAmple = 1ULL << 40U;

class Features : public testing::Test {
protected:
    Features() { nn::enterTorch(); }

    nn::FrozenFeatures look(const FeatureBounds& bounds) const {
        Job job;
        const FeaturePlan plan =
            planFeatures({.size = {64, 64}}, {1, 2, 3}, {64, 128, 256, 512}, pictures_.size(), bounds);
        return {trunk_, plan, pictures_, job};
    }

    DrawnParts pictures_{5};
    std::shared_ptr<const nn::Trunk> trunk_ = nn::openTrunk("resnet18-untrained", 3, "cpu");
};

TEST_F(Features, AreTheSameBitsWhereverTheyAreKept) {
    const nn::FrozenFeatures inMemory = look({.memory = kAmple});
    const nn::FrozenFeatures inFile = look({.scratch = kAmple});
    const nn::FrozenFeatures anew = look({});
    EXPECT_EQ(inMemory.plan().storage, FeatureStorage::Memory);
    EXPECT_EQ(inFile.plan().storage, FeatureStorage::Scratch);
    EXPECT_EQ(anew.plan().storage, FeatureStorage::Recomputed);
    const std::vector<std::size_t> parts{3, 0, 4};
    const std::vector<at::Tensor> expected = inMemory.batch(parts);
    ASSERT_EQ(expected.size(), 3U);
    EXPECT_EQ(expected[1].sizes(), at::IntArrayRef({3, 128, 8, 8}));
    for (const nn::FrozenFeatures* other : {&inFile, &anew}) {
        const std::vector<at::Tensor> actual = other->batch(parts);
        for (std::size_t l = 0; l < 3; ++l)
            EXPECT_TRUE(at::equal(actual[l], expected[l])) << l;
    }
    const c10::InferenceMode inference;
    const NetworkInput input{.size = {64, 64}};
    const nn::TrunkFeatures alone = trunk_->forward(trunk_->preprocess(pictures_.rgb(4), input), {3});
    EXPECT_LT((alone.map(3) - expected[2].slice(0, 2, 3)).abs().max().item<float>(),
              1e-5F * alone.map(3).abs().max().item<float>());
}

TEST_F(Features, PlanSaysWhatIsKeptWhere) {
    const auto plan = [](std::uint64_t parts, const FeatureBounds& bounds) {
        return planFeatures({.size = {256, 256}}, {1, 2, 3}, {256, 512, 1024, 2048}, parts, bounds);
    };
    const std::uint64_t part = (256 * 64 * 64 + 512 * 32 * 32 + 1024 * 16 * 16) * 4;
    EXPECT_EQ(plan(100, {.memory = 100 * part}).memoryBytes, 100 * part);
    EXPECT_EQ(plan(100, {.memory = 100 * part - 1, .scratch = 100 * part}).scratchBytes, 100 * part);
    EXPECT_EQ(plan(100, {.memory = 100 * part}).passes(200), 1);
    const FeaturePlan anew = plan(100, {.memory = 100 * part - 1});
    EXPECT_EQ(anew.passes(200), 200);
    EXPECT_EQ(anew.memoryBytes, 100U * 256 * 256 * 3);
    EXPECT_EQ(plan(100, {}).scratchBytes, 100U * 256 * 256 * 3);
}

/// Counts what is read.
class CountedParts final : public ImageSource {
public:
    std::size_t size() const override { return 4; }
    cv::Mat rgb(std::size_t index) const override {
        ++reads;
        return drawnPart(index);
    }
    mutable std::atomic<int> reads = 0;
};

class FeatureDetectors : public testing::TestWithParam<std::string> {
protected:
    std::unique_ptr<Detector> fresh(const Json& params = Json::object(),
                                    const std::string& backbone = "embedded") const {
        DetectorConfig config{.params = {{"image_size", 64}, {"epochs", 6}, {"batch_size", 4}},
                              .backbone = backbone,
                              .seed = 11,
                              .device = "cpu"};
        config.params.update(params);
        return createDetector(GetParam(), config);
    }

    static Scored scoreOne(const Detector& detector, const cv::Mat& picture) {
        return std::move(detector.score({&picture, 1}).front());
    }

    static bool sameMap(const Scored& a, const Scored& b) {
        const cv::Mat& x = a.map->pixels();
        const cv::Mat& y = b.map->pixels();
        return a.imageScore == b.imageScore && std::equal(x.begin<float>(), x.end<float>(), y.begin<float>());
    }

    const DrawnParts good_{6};
    /// Several threads wait for one another at every operation of so small a network.
    const SingleThreadScope alone_;
};

TEST_P(FeatureDetectors, ATrainingThatWasStoppedGoesOnAsIfItNeverHadBeen) {
    const test::TempDir dir;
    Job job;
    const auto straight = fresh();
    straight->train({.good = good_}, job, {.fingerprint = {{"parts", 6}}});
    ASSERT_TRUE(straight->lossCurve().has_value());
    EXPECT_EQ(straight->lossCurve()->steps, 12);

    TrainingOptions options{.checkpoint = dir / "state", .resume = true, .fingerprint = {{"parts", 6}}};
    Job stopped;
    TrainingOptions stopping = options;
    stopping.onPoint = [&](const LossPoint& point) {
        if (point.step == 5) stopped.cancel();
    };
    const auto first = fresh();
    EXPECT_THROW(first->train({.good = good_}, stopped, stopping), Cancelled);
    EXPECT_FALSE(first->isTrained());

    const auto second = fresh();
    int points = 0;
    options.onPoint = [&](const LossPoint&) { ++points; };
    second->train({.good = good_}, job, options);
    EXPECT_EQ(points, 7) << "of twelve steps five were done";
    EXPECT_EQ(second->lossCurve()->finalLoss(), straight->lossCurve()->finalLoss());
    EXPECT_TRUE(sameMap(scoreOne(*second, drawnPart(30, true)), scoreOne(*straight, drawnPart(30, true))));

    EXPECT_EQ(codeOf([&] {
                  fresh({{"learning_rate", 0.0001}})->train({.good = good_}, job, options);
              }),
              ErrorCode::InvalidArgument);
}

TEST_P(FeatureDetectors, LearnTheSameWhereverFeaturesAreKept) {
    std::vector<Scored> scores;
    for (const auto& [memory, cache] : {std::pair{1024, 0}, {0, 1024}, {0, 0}}) {
        const auto detector = fresh({{"memory_limit", memory}, {"cache_limit", cache}, {"epochs", 2}});
        Job job;
        detector->train({.good = good_}, job);
        scores.push_back(scoreOne(*detector, drawnPart(31, true)));
    }
    EXPECT_TRUE(sameMap(scores[1], scores[0]));
    EXPECT_TRUE(sameMap(scores[2], scores[0]));
}

TEST_P(FeatureDetectors, LossFallsAndScratchesStandOut) {
    const auto detector = fresh({{"epochs", 8}});
    Job job;
    detector->train({.good = DrawnParts(16)}, job);
    const LossCurve curve = detector->lossCurve().value();
    EXPECT_LT(curve.finalLoss(), curve.points.front().loss);
    std::vector<double> goodScores;
    for (std::uint64_t i = 0; i < 8; ++i)
        goodScores.push_back(scoreOne(*detector, drawnPart(700 + i)).imageScore);
    std::ptrdiff_t right = 0;
    for (std::uint64_t i = 0; i < 8; ++i) {
        const double bad = scoreOne(*detector, drawnPart(800 + i, true)).imageScore;
        right += std::ranges::count_if(goodScores, [&](double score) { return score < bad; });
    }
    EXPECT_GE(right, 58) << "of 64 pairs";
}

TEST_P(FeatureDetectors, SayWhatIsMissingBeforeTheyReadAPicture) {
    CountedParts parts;
    Job job;
    const auto detector = fresh(Json::object(), "no-such-backbone");
    EXPECT_EQ(codeOf([&] { detector->train({.good = parts}, job); }), ErrorCode::MissingWeights);
    EXPECT_EQ(parts.reads, 0);
}

TEST_P(FeatureDetectors, ASinglePartAndALoneLastOneCanBeLearntFrom) {
    for (const std::size_t count : {1U, 5U}) {
        const auto detector = fresh({{"epochs", 1}});
        Job job;
        detector->train({.good = DrawnParts(count)}, job);
        EXPECT_TRUE(detector->isTrained()) << count;
        EXPECT_EQ(detector->lossCurve()->steps, count == 1 ? 1 : 2);
    }
}

TEST_P(FeatureDetectors, EstimatesKnowWhereFeaturesGo) {
    const DetectorInfo& row = detectorInfo(GetParam());
    CostQuestion question{
        .params = row.params.defaults(), .backbone = "wide_resnet50_2", .trainParts = 100, .threads = 2};
    const CostEstimate inMemory = row.estimateCost(question);
    EXPECT_EQ(inMemory.scratchBytes, 0U);
    question.params["memory_limit"] = 0;
    const CostEstimate inFile = row.estimateCost(question);
    EXPECT_GT(inFile.scratchBytes, 700000000U);
    EXPECT_LT(inFile.trainBytes, inMemory.trainBytes);
    EXPECT_EQ(inFile.trainSeconds, inMemory.trainSeconds);
    question.params["cache_limit"] = 0;
    EXPECT_GT(row.estimateCost(question).trainSeconds, inMemory.trainSeconds);
    EXPECT_GT(inMemory.modelBytes, 100000000U);
    EXPECT_GT(inMemory.scoreSecondsPerPart, 0);
}

INSTANTIATE_TEST_SUITE_P(All, FeatureDetectors, testing::Values("fastflow", "rd4ad"),
                         [](const auto& instance) { return instance.param; });
}  // namespace
}  // namespace segad
