// What every detector promises, asked of every row of the catalog.
#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/threads.h"
#include "core/detector/catalog.h"
#include "core/detector/detector.h"
#include "core/detector/scoring.h"
#include "core/detector/trunk_precision.h"
#include "core/nn/model_io.h"
#include "core/nn/trunk_torch.h"
#include "tests/core/detector/pictures.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
using test::drawnPart;
using test::DrawnParts;
using test::DrawnTraining;

/// Small and quick, on the backbone (or the smallest teacher) that needs no file.
DetectorConfig quickConfig(const DetectorInfo& row) {
    DetectorConfig config{.backbone = row.backboneArchitectures.empty()
                                          ? "resnet18-untrained"
                                          : row.backboneArchitectures.back() + "-untrained",
                          .seed = 3,
                          .device = "cpu"};
    for (const auto& [key, value] : {std::pair<const char*, Json>{"image_size", 64},
                                     {"coreset_ratio", 0.1},
                                     {"epochs", 8},
                                     {"steps", 2},
                                     {"penalty", "off"},
                                     {"ae_jitter", false}}) {
        if (row.params.find(key) != nullptr) config.params[key] = value;
    }
    if (row.supervision == Supervision::GoodAndBad) config.params.update(test::quickFineTuning(row.key));
    return config;
}

void expectSame(const Scored& a, const Scored& b, double relative) {
    EXPECT_NEAR(a.imageScore, b.imageScore, relative * std::abs(b.imageScore));
    ASSERT_EQ(a.map.has_value(), b.map.has_value());
    if (!a.map) return;
    ASSERT_EQ(a.map->size(), b.map->size());
    for (int y = 0; y < a.map->size().height; ++y) {
        for (int x = 0; x < a.map->size().width; ++x) {
            const double value = b.map->pixels().at<float>(y, x);
            ASSERT_NEAR(a.map->pixels().at<float>(y, x), value, relative * std::abs(value)) << x << ", " << y;
        }
    }
}

class Contract : public testing::TestWithParam<std::string> {
protected:
    const DetectorInfo& row() const { return detectorInfo(GetParam()); }
    std::unique_ptr<Detector> fresh() const { return createDetector(GetParam(), quickConfig(row())); }

    std::unique_ptr<Detector> trained() const {
        // On one thread: several wait for one another at every operation of so small a network, which on a
        // busy machine takes longer than all the rest.
        const SingleThreadScope alone;
        auto detector = fresh();
        const DrawnTraining parts(6);
        Job job;
        detector->train(parts.set(), job);
        return detector;
    }

    static Scored scoreOne(const Detector& detector, const cv::Mat& picture) {
        return std::move(detector.score({&picture, 1}).front());
    }
};

TEST_P(Contract, IsUntrainedUntilItIsTrained) {
    auto detector = fresh();
    EXPECT_FALSE(detector->isTrained());
    const cv::Mat picture = drawnPart(1);
    EXPECT_THROW(detector->score({&picture, 1}), std::logic_error);
    ModelWriter writer;
    EXPECT_THROW(detector->save(writer), std::logic_error);
    EXPECT_TRUE(trained()->isTrained());
}

TEST_P(Contract, SaysWhatItRestsOn) {
    const DetectorDescription description = trained()->description();
    EXPECT_EQ(description.key, GetParam());
    EXPECT_EQ(description.device, "cpu");
    EXPECT_EQ(description.seed, 3U);
    for (const ParamSpec& spec : row().params.specs())
        EXPECT_TRUE(description.params.contains(spec.key)) << spec.key;
    EXPECT_EQ(description.backbone.has_value(), row().usesBackbone);
}

TEST_P(Contract, MapsHaveTheSizeAskedForAndADefectScoresHigher) {
    const auto detector = trained();
    const Scored good = scoreOne(*detector, drawnPart(100));
    const Scored bad = scoreOne(*detector, drawnPart(101, true));
    EXPECT_EQ(good.map.has_value(), row().makesMaps);
    if (good.map) {
        EXPECT_EQ(good.map->size(), detector->input().size);
        const cv::Size asked =
            row().params.find("image_size") != nullptr ? cv::Size(64, 64) : detector->input().size;
        EXPECT_EQ(good.map->size(), asked);
    }
    EXPECT_GT(bad.imageScore, good.imageScore);
}

TEST_P(Contract, ScoresOneAsInABatch) {
    const auto detector = trained();
    const std::vector<cv::Mat> pictures{drawnPart(10), drawnPart(11, true, {200, 150}), drawnPart(12)};
    const auto together = detector->score(pictures);
    ASSERT_EQ(together.size(), pictures.size());
    for (std::size_t i = 0; i < pictures.size(); ++i)
        expectSame(scoreOne(*detector, pictures[i]), together[i], 1e-5);
    EXPECT_TRUE(detector->score({}).empty());
}

TEST_P(Contract, TrainsTheSameForTheSameSeed) {
    expectSame(scoreOne(*trained(), drawnPart(20)), scoreOne(*trained(), drawnPart(20)), 1e-5);
}

TEST_P(Contract, IsTheSameAfterSavingAndLoading) {
    const test::TempDir folder;
    const auto detector = trained();
    ModelWriter writer;
    detector->save(writer);
    const ModelReader reader(folder / writer.commit(folder.path()));
    const auto loaded = loadDetector(reader, "cpu");
    EXPECT_TRUE(loaded->isTrained());
    const DetectorDescription before = detector->description();
    const DetectorDescription after = loaded->description();
    EXPECT_EQ(after.params, before.params);
    EXPECT_EQ(after.seed, before.seed);
    EXPECT_EQ(after.backbone, before.backbone);
    for (const bool scratched : {false, true})
        expectSame(scoreOne(*loaded, drawnPart(30, scratched)), scoreOne(*detector, drawnPart(30, scratched)),
                   0);
}

TEST_P(Contract, CancellingLeavesItAsItWas) {
    auto detector = fresh();
    const DrawnTraining parts(6);
    Job cancelledAtOnce;
    cancelledAtOnce.cancel();
    EXPECT_THROW(detector->train(parts.set(), cancelledAtOnce), Cancelled);
    EXPECT_FALSE(detector->isTrained());

    detector = trained();
    const Scored before = scoreOne(*detector, drawnPart(40));
    EXPECT_THROW(detector->train(DrawnTraining(3).set(), cancelledAtOnce), Cancelled);
    expectSame(scoreOne(*detector, drawnPart(40)), before, 0);
}

TEST_P(Contract, AnUnreadablePartIsNamedAndLeavesItUntrained) {
    auto detector = fresh();
    Job job;
    try {
        detector->train(DrawnTraining(5, 3).set(), job);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.subject(), "part3.png");
    }
    EXPECT_FALSE(detector->isTrained());
    try {
        detector->train(DrawnTraining(0).set(), job);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::InvalidData);
    }
}

TEST_P(Contract, RefusesWhatIsNoPicture) {
    const auto detector = trained();
    for (const cv::Mat& wrong : {cv::Mat(), cv::Mat(64, 64, CV_8UC1), cv::Mat(64, 64, CV_32FC3)}) {
        try {
            scoreOne(*detector, wrong);
            FAIL();
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::InvalidArgument);
        }
    }
}

TEST_P(Contract, WrongParametersAreAllNamedAtOnce) {
    DetectorConfig config = quickConfig(row());
    config.params["no_such_key"] = 1;
    config.params["image_size"] = -5;
    try {
        createDetector(GetParam(), config);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::InvalidArgument);
        EXPECT_THAT(error.what(),
                    testing::AllOf(testing::HasSubstr("no_such_key"), testing::HasSubstr("image_size")));
    }
}

/// What those promise, too, that score from a frozen trunk's features.
class TrunkContract : public Contract {};

TEST_P(TrunkContract, RefusesFeaturesThatAreNotFinite) {
    const auto detector = trained();
    const auto need = detector->trunk();
    ASSERT_TRUE(need);
    const c10::InferenceMode inference;
    for (const float wrong :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        const auto features =
            need->trunk->forward(need->trunk->preprocess(drawnPart(50), need->input), need->layers);
        features.map(need->layers.back())[0][0][0][0] = wrong;
        try {
            detector->scoreFeatures(features);
            FAIL();
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::InvalidData);
        }
    }
}

TEST_P(TrunkContract, InBFloat16ItSaysAboutTheSame) {
    const test::TempDir folder;
    const auto detector = trained();
    ModelWriter writer;
    detector->save(writer);
    const ModelReader reader(folder / writer.commit(folder.path()));
    const auto quick = loadDetector(reader, "cpu", Precision::BFloat16);
    EXPECT_NE(quick->trunk()->trunk, detector->trunk()->trunk);
    EXPECT_EQ(loadDetector(reader, "cpu", Precision::Float32)->trunk()->trunk, detector->trunk()->trunk);
    for (const bool scratched : {false, true}) {
        const Scored before = scoreOne(*detector, drawnPart(30, scratched));
        const Scored after = scoreOne(*quick, drawnPart(30, scratched));
        EXPECT_NE(after.imageScore, before.imageScore);
        EXPECT_NEAR(after.imageScore, before.imageScore, 0.15 * std::abs(before.imageScore));
    }
}

std::vector<std::string> keysOf(bool (*wanted)(const DetectorInfo&)) {
    std::vector<std::string> keys;
    for (const DetectorInfo& row : detectorCatalog())
        if (wanted(row)) keys.push_back(row.key);
    return keys;
}

INSTANTIATE_TEST_SUITE_P(Catalog, Contract,
                         testing::ValuesIn(keysOf([](const DetectorInfo&) { return true; })),
                         [](const auto& instance) { return instance.param; });
INSTANTIATE_TEST_SUITE_P(Catalog, TrunkContract, testing::ValuesIn(keysOf([](const DetectorInfo& row) {
                             return row.params.find(kPrecisionParam) != nullptr;
                         })),
                         [](const auto& instance) { return instance.param; });

TEST(Scoring, TogetherIsAsEachAlone) {
    std::vector<std::unique_ptr<Detector>> detectors;
    Job job;
    const DrawnParts good(4);
    for (const char* layers : {"2,3", "2", "1,2"}) {
        DetectorConfig config = quickConfig(detectorInfo("patchcore"));
        config.params["layers"] = layers;
        detectors.push_back(createDetector("patchcore", config));
        detectors.back()->train({.good = good}, job);
    }
    // The same backbone up to layer3 serves all; up to layer2 another one would do, but need not exist.
    const std::vector<const Detector*> all{detectors[0].get(), detectors[1].get(), detectors[2].get()};
    const std::vector<cv::Mat> pictures{drawnPart(60), drawnPart(61, true)};
    const ScoredTogether together = scoreTogether(all, pictures);
    ASSERT_EQ(together.size(), 3U);
    for (std::size_t d = 0; d < all.size(); ++d) {
        const auto alone = all[d]->score(pictures);
        for (std::size_t i = 0; i < pictures.size(); ++i)
            expectSame(together[d][i], alone[i], 0);
    }
}

TEST(Scoring, OfASeriesIsInOrderAndGoesOnAfterABrokenPicture) {
    const auto detector = createDetector("patchcore", quickConfig(detectorInfo("patchcore")));
    Job job;
    detector->train({.good = DrawnParts(4)}, job);
    const Detector* one = detector.get();
    std::vector<std::size_t> scored;
    std::vector<std::string> failed;
    const DrawnParts series(12, 7);
    scoreSource({&one, 1}, series,
                {.scored =
                     [&](std::size_t index, std::vector<Scored> results, double seconds) {
                         scored.push_back(index);
                         EXPECT_GT(seconds, 0);
                         const cv::Mat picture = series.rgb(index);
                         expectSame(results.at(0), detector->score({&picture, 1}).front(), 0);
                     },
                 .failed = [&](std::size_t, const Error& error) { failed.push_back(error.subject()); }},
                job);
    EXPECT_THAT(scored, testing::ElementsAre(0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11));
    EXPECT_THAT(failed, testing::ElementsAre("part7.png"));
    EXPECT_THROW(scoreSource({&one, 1}, series, {.scored = [](auto...) {}}, job), Error);
}
}  // namespace
}  // namespace segad
