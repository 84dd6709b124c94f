// What detectors with a trained backbone have in common, asked of each: learning from bad parts, being
// stopped and gone on with, and what they say when something is missing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/threads.h"
#include "core/detector/catalog.h"
#include "core/detector/detector.h"
#include "core/nn/model_io.h"
#include "tests/core/detector/pictures.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
using test::drawnPart;
using test::DrawnParts;
using test::DrawnTraining;

DetectorConfig quick(const std::string& key, const Json& more = Json::object()) {
    DetectorConfig config{.backbone = "resnet18-untrained", .seed = 3, .device = "cpu"};
    config.params = test::quickFineTuning(key);
    config.params.update(more);
    return config;
}

class FineTuned : public testing::TestWithParam<std::string> {
protected:
    /// Threads wait for one another at every operation of so small a network.
    const SingleThreadScope alone_;
    std::unique_ptr<Detector> trained(const Json& more = Json::object(),
                                      const TrainingOptions& options = {}) {
        auto detector = createDetector(GetParam(), quick(GetParam(), more));
        Job job;
        const DrawnTraining parts(6);
        detector->train(parts.set(), job, options);
        return detector;
    }

    static std::vector<Scored> scores(const Detector& detector) {
        const std::vector<cv::Mat> pictures{drawnPart(100), drawnPart(101, true)};
        return detector.score(pictures);
    }

    static void expectEqual(const std::vector<Scored>& a, const std::vector<Scored>& b) {
        for (std::size_t i = 0; i < a.size(); ++i) {
            EXPECT_EQ(a[i].imageScore, b[i].imageScore);
            EXPECT_EQ(cv::norm(a[i].map->pixels(), b[i].map->pixels(), cv::NORM_INF), 0);
        }
    }

    test::TempDir folder_;
};

TEST_P(FineTuned, KeepsItsLossCurveAndSaysWhatItLearntFrom) {
    const auto detector = trained();
    const std::optional<LossCurve> curve = detector->lossCurve();
    ASSERT_TRUE(curve);
    EXPECT_GT(curve->steps, 0);
    EXPECT_LT(curve->finalLoss(), curve->points.front().loss);
    const Json facts = detector->description().facts;
    EXPECT_EQ(facts.at("good_parts"), 6);
    EXPECT_EQ(facts.at("bad_parts"), 4);
    EXPECT_EQ(facts.at("steps"), curve->steps);
    EXPECT_EQ(detector->description().backbone->architecture, "resnet18");
}

TEST_P(FineTuned, StoppedWithinAStepAndGoneOnWithIsAsIfNeverStopped) {
    const auto whole = trained();
    TrainingOptions options{.checkpoint = folder_ / "state.checkpoint", .fingerprint = {{"parts", "six"}}};
    auto detector = createDetector(GetParam(), quick(GetParam()));
    const DrawnTraining parts(6);
    Job stopped;
    std::size_t seen = 0;
    options.onPoint = [&](const LossPoint&) {
        if (++seen == 5) stopped.cancel();
    };
    EXPECT_THROW(detector->train(parts.set(), stopped, options), Cancelled);
    EXPECT_FALSE(detector->isTrained());
    EXPECT_EQ(seen, 5U);

    options.resume = true;
    options.onPoint = {};
    const auto resumed = trained(Json::object(), options);
    expectEqual(scores(*resumed), scores(*whole));
    EXPECT_EQ(resumed->lossCurve()->finalLoss(), whole->lossCurve()->finalLoss());
    EXPECT_EQ(resumed->lossCurve()->points.size(), whole->lossCurve()->points.size());

    options.fingerprint = {{"parts", "others"}};
    try {
        trained(Json::object(), options);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::InvalidArgument);
    }
}

TEST_P(FineTuned, WithoutBadPartsSaysWhatToDo) {
    const DrawnParts good(4);
    const DrawnParts none(0);
    for (const ImageSource* bad :
         {static_cast<const ImageSource*>(nullptr), static_cast<const ImageSource*>(&none)}) {
        auto detector = createDetector(GetParam(), quick(GetParam()));
        Job job;
        try {
            detector->train({.good = good, .bad = bad}, job);
            FAIL();
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::InvalidData);
            EXPECT_THAT(error.remedy(), testing::HasSubstr("Label some bad parts"));
        }
        EXPECT_FALSE(detector->isTrained());
    }
}

TEST_P(FineTuned, OfAMissingLayerHearsBeforeAnyPictureIsRead) {
    const test::TempDir home;
    setenv("SEGAD_DATA_HOME", home.path().c_str(), 1);
    DetectorConfig config = quick(GetParam());
    config.params["last_layer"] = 4;
    const DrawnTraining parts(3, 1);
    for (const char* backbone : {"embedded", "wide_resnet50_2"}) {
        config.backbone = backbone;
        Job job;
        try {
            createDetector(GetParam(), config)->train(parts.set(), job);
            FAIL();
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::MissingWeights) << backbone;
        }
    }
    unsetenv("SEGAD_DATA_HOME");
}

TEST_P(FineTuned, LearnsOnTheEmbeddedBackboneAndNeedsItNoMoreForLoading) {
    DetectorConfig config = quick(GetParam(), {{"last_layer", 3}, {"epochs", 1}});
    config.backbone = "embedded";
    auto detector = createDetector(GetParam(), config);
    Job job;
    const DrawnTraining parts(4);
    detector->train(parts.set(), job);
    EXPECT_EQ(detector->description().backbone->architecture, "compact_resnet");
    EXPECT_FALSE(detector->description().backbone->weightsIdentity.empty());

    ModelWriter writer;
    detector->save(writer);
    const ModelReader reader(folder_ / writer.commit(folder_.path()));
    EXPECT_EQ(reader.header().at("backbone_identity"), detector->description().backbone->weightsIdentity);
    const auto loaded = loadDetector(reader, "cpu");
    expectEqual(scores(*loaded), scores(*detector));
    EXPECT_FALSE(loaded->lossCurve());
}

TEST_P(FineTuned, RefusesADamagedModel) {
    const auto detector = trained();
    ModelWriter writer;
    detector->save(writer);
    const ModelReader good(folder_ / writer.commit(folder_.path()));
    const auto refused = [&](const Json& header, const std::string& spoilt) {
        ModelWriter other;
        for (const TensorInfo& info : good.tensors()) {
            std::vector<float> values = good.floats(info.name);
            if (info.name == spoilt) values.front() = std::nanf("");
            other.tensor(info.name, info.shape, std::move(values));
        }
        other.header(header);
        const ModelReader reader(folder_ / other.commit(folder_.path()));
        try {
            loadDetector(reader, "cpu");
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::Internal;
    };
    const Json kept = [&] {
        Json header = good.header();
        header.erase("format");  // the writer's own
        return header;
    }();
    Json header = kept;
    EXPECT_EQ(refused(header, good.tensors().back().name), ErrorCode::InvalidData);
    header["architecture"] = "unknown";
    EXPECT_EQ(refused(header, ""), ErrorCode::InvalidData);
    header = kept;
    header["params"]["last_layer"] = 3;
    EXPECT_EQ(refused(header, ""), ErrorCode::InvalidData) << "a layer is missing";
    header = kept;
    header.erase("backbone_identity");
    EXPECT_EQ(refused(header, ""), ErrorCode::InvalidData);
}

INSTANTIATE_TEST_SUITE_P(Catalog, FineTuned, testing::ValuesIn([] {
                             std::vector<std::string> keys;
                             for (const DetectorInfo& row : detectorCatalog())
                                 if (row.supervision == Supervision::GoodAndBad) keys.push_back(row.key);
                             return keys;
                         }()),
                         [](const auto& instance) { return instance.param; });
}  // namespace
}  // namespace segad
