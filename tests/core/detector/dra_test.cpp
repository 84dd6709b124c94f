// DRA against the vectors.
#include <gmock/gmock.h>

#include "core/base/threads.h"
#include "core/detector/dra_lesson_torch.h"
#include "core/detector/made_up_defects.h"
#include "core/nn/runtime_torch.h"
#include "tests/core/detector/pictures.h"
#include "tests/core/detector/vector_summary_torch.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
using nn::DraLabel;
using nn::DraScores;
using test::doubles;
using test::expectValues;

std::vector<DraLabel> labelsOf(const Json& numbers) {
    std::vector<DraLabel> labels;
    for (const Json& number : numbers)
        labels.push_back(static_cast<DraLabel>(number.get<int>()));
    return labels;
}

DraOptions options(const Json& values = Json::object()) {
    Json given{{"image_size", 128}, {"loss", "fixed_deviation"}};
    given.update(values);
    return DraOptions::fromParams(detectorInfo("dra").params.complete(given));
}

TEST(DraLoss, IsTheVectors) {
    nn::enterTorch();
    const Json vectors = test::vectors("losses.json").at("dra");
    const Json& full = vectors.at("head_scores_full");
    const DraScores scores{.holistic = doubles(full[0]),
                           .seen = doubles(full[1]),
                           .pseudo = doubles(full[2]),
                           .residual = doubles(full[3])};
    const std::vector<DraLabel> labels = labelsOf(vectors.at("label"));
    EXPECT_NEAR(nn::draLoss(scores, labels, "fixed_deviation", 0, 0).item<double>(),
                vectors.at("total").get<double>(), 1e-12);
    expectValues(scores.combined(), vectors.at("inference_score"), 1e-12, "score");

    // Each head alone: the others see what costs them nothing.
    const at::Tensor good = at::zeros({10}, at::kDouble);
    at::Tensor goodOrBad = good.clone();
    for (std::int64_t i = 0; i < 10; ++i)
        if (labels[static_cast<std::size_t>(i)] != DraLabel::Good) goodOrBad[i] = 5;
    const DraScores perfect{
        .holistic = 5 - goodOrBad, .seen = goodOrBad, .pseudo = goodOrBad, .residual = goodOrBad};
    const auto lossWith = [&](const DraScores& one) {
        return nn::draLoss(one, labels, "fixed_deviation", 0, 0).item<double>();
    };
    EXPECT_NEAR(lossWith(perfect), 0, 1e-12);
    for (int head = 0; head < 4; ++head) {
        DraScores one = perfect;
        const std::array<std::pair<at::Tensor*, const at::Tensor*>, 4> parts{
            std::pair{&one.holistic, &scores.holistic}, std::pair{&one.seen, &scores.seen},
            std::pair{&one.pseudo, &scores.pseudo}, std::pair{&one.residual, &scores.residual}};
        *parts.at(static_cast<std::size_t>(head)).first = *parts.at(static_cast<std::size_t>(head)).second;
        EXPECT_NEAR(lossWith(one), vectors.at("head_losses")[static_cast<std::size_t>(head)].get<double>(),
                    1e-12)
            << head;
    }
}

TEST(DraLoss, AHeadWithoutPicturesAddsNothing) {
    nn::enterTorch();
    const at::Tensor ones = at::ones({2}, at::kDouble);
    const DraScores scores{.holistic = ones, .seen = ones, .pseudo = ones, .residual = ones};
    const double loss =
        nn::draLoss(scores, {DraLabel::Pseudo, DraLabel::Pseudo}, "fixed_deviation", 0, 0).item<double>();
    EXPECT_EQ(loss, 1 + 4 + 4) << "holistic, pseudo and residual; nothing for seen";
}

class DraVectors : public testing::Test {
protected:
    DraVectors() : network_(backboneShape("resnet18"), options()) {
        nn::enterTorch();
        test::fillState(network_.state(), "dra");
    }

    void expectHeads(const DraScores& scores, const Json& expected, double relative) {
        expectValues(scores.holistic, expected[0], relative, "holistic");
        expectValues(scores.seen, expected[1], relative, "seen");
        expectValues(scores.pseudo, expected[2], relative, "pseudo");
        expectValues(scores.residual, expected[3], relative, "residual");
    }

    const Json vectors_ = test::vectors("networks.json").at("dra");
    nn::DraNetwork network_;
    at::Tensor references_ = test::streamTensor("dra/ref", {5, 3, 128, 128});
    at::Tensor images_ = test::streamTensor("dra/images", {6, 3, 128, 128});
    std::vector<DraLabel> labels_ = labelsOf(vectors_.at("label"));
};

TEST_F(DraVectors, NamesAndShapesAreTheOfficialOnes) {
    const nn::StateDict state = network_.state();
    for (const auto& [name, shape] : vectors_.at("keys").items()) {
        if (name.ends_with("num_batches_tracked")) continue;
        ASSERT_TRUE(state.contains(name)) << name;
        EXPECT_EQ(state.at(name).sizes().vec(), shape.get<std::vector<std::int64_t>>()) << name;
    }
    EXPECT_TRUE(state.contains("feature_extractor.net.layer4.1.bn2.running_var"));
}

TEST_F(DraVectors, HeadsInEvaluation) {
    network_.eval();
    const at::NoGradGuard noGradient;
    const DraScores scores = network_.forward(references_, images_);
    expectHeads(scores, vectors_.at("eval_heads"), 1e-4);
    expectValues(scores.combined(), vectors_.at("eval_score"), 1e-5, "score");
    // References that are kept do as well as references that come along.
    network_.keepReferences(references_);
    expectHeads(network_.compare(images_), vectors_.at("eval_heads"), 1e-4);
}

TEST_F(DraVectors, HeadsAndLossesInTraining) {
    for (const auto type : {at::kFloat}) {
        network_.to(type);
        network_.train();
        const DraScores scores = network_.forward(references_.to(type), images_.to(type));
        // The vectors list only the pictures a head learns from: seen has no made-up, pseudo no seen ones.
        const auto without = [&](const at::Tensor& all, DraLabel label) {
            std::vector<at::Tensor> kept;
            for (std::size_t i = 0; i < labels_.size(); ++i)
                if (labels_[i] != label) kept.push_back(all[static_cast<std::int64_t>(i)]);
            return at::stack(kept);
        };
        expectHeads({.holistic = scores.holistic,
                     .seen = without(scores.seen, DraLabel::Pseudo),
                     .pseudo = without(scores.pseudo, DraLabel::Bad),
                     .residual = scores.residual},
                    vectors_.at("train_heads"), 2e-4);
        const at::Tensor loss = nn::draLoss(scores, labels_, "fixed_deviation", 0, 0);
        EXPECT_NEAR(loss.item<double>(), vectors_.at("train_total").get<double>(), 1e-3);
        loss.backward();
        EXPECT_TRUE(network_.named_parameters()["composite_head.conv.0.weight"].grad().defined());
    }
}

/// Good parts that come with a generator: it puts a white square somewhere.
class MarkedParts final : public ImageSource, public MadeUpDefects {
public:
    std::size_t size() const override { return 6; }
    cv::Mat rgb(std::size_t index) const override { return test::drawnPart(index); }
    cv::Mat withDefect(std::size_t, const cv::Mat& rgb, SplitMix64& random) const override {
        ++calls;
        if (barren) return {};
        cv::Mat made = rgb.clone();
        const auto place = [&] {
            return static_cast<int>(random.below(static_cast<std::uint64_t>(rgb.rows - 8)));
        };
        made(cv::Rect(place(), place(), 8, 8)).setTo(cv::Scalar::all(255));
        return made;
    }

    bool barren = false;
    mutable int calls = 0;
};

class DraPseudoDefects : public testing::Test {
protected:
    std::unique_ptr<Detector> untrained(const std::string& pseudo) const {
        DetectorConfig config{.backbone = "resnet18-untrained", .seed = 3, .device = "cpu"};
        config.params = test::quickFineTuning("dra");
        config.params.update({{"pseudo", pseudo}, {"epochs", 1}});
        return createDetector("dra", config);
    }
    double finalLoss(const std::string& pseudo, const ImageSource& good,
                     const TrainingOptions& options = {}) {
        const auto detector = untrained(pseudo);
        detector->train({.good = good, .bad = &bad_}, job_, options);
        return detector->lossCurve()->finalLoss();
    }

    const SingleThreadScope alone_;
    const test::DrawnParts bad_{4, ~std::size_t{0}, true, 600};
    MarkedParts parts_;
    Job job_;
};

TEST_F(DraPseudoDefects, ThePublishedWayAsksNoGenerator) {
    const double published = finalLoss("cutmix", parts_);
    EXPECT_EQ(parts_.calls, 0);
    EXPECT_EQ(published, finalLoss("cutmix", test::DrawnParts(6))) << "bit for bit";
}

TEST_F(DraPseudoDefects, GeneratedDefectsTakeItsPlaceOrStandBesideIt) {
    const double published = finalLoss("cutmix", parts_);
    const double generated = finalLoss("generated", parts_);
    const int all = std::exchange(parts_.calls, 0);
    EXPECT_GT(all, 0);
    EXPECT_NE(generated, published);
    EXPECT_EQ(generated, finalLoss("generated", parts_)) << "bit for bit";
    EXPECT_EQ(std::exchange(parts_.calls, 0), all);
    const double both = finalLoss("both", parts_);
    EXPECT_GT(parts_.calls, 0);
    EXPECT_LT(parts_.calls, all);
    EXPECT_NE(both, published);
    EXPECT_NE(both, generated);
}

TEST_F(DraPseudoDefects, WhereNothingCanBeGeneratedAPieceIsPasted) {
    parts_.barren = true;
    EXPECT_EQ(finalLoss("generated", parts_), finalLoss("cutmix", parts_));
}

TEST_F(DraPseudoDefects, StoppedAndGoneOnWithIsAsIfNeverStopped) {
    const test::TempDir folder;
    const double whole = finalLoss("both", parts_);
    TrainingOptions options{.checkpoint = folder / "state.checkpoint"};
    Job stopped;
    int seen = 0;
    options.onPoint = [&](const LossPoint&) {
        if (++seen == 2) stopped.cancel();
    };
    EXPECT_THROW(untrained("both")->train({.good = parts_, .bad = &bad_}, stopped, options), Cancelled);
    options.resume = true;
    options.onPoint = {};
    EXPECT_EQ(finalLoss("both", parts_, options), whole);
}

TEST_F(DraPseudoDefects, WithoutAGeneratorItSaysSo) {
    try {
        finalLoss("generated", test::DrawnParts(6));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::InvalidArgument);
        EXPECT_EQ(error.subject(), "pseudo");
    }
    Json old = detectorInfo("dra").params.defaults();
    old.erase("pseudo");
    EXPECT_EQ(DraOptions::fromParams(old).pseudo, DraPseudo::CutMix) << "models of earlier versions";
}

TEST(DraRow, TheRateFallsOneEpochEarlier) {
    const FineTuningOptions tuning = options().tuning;
    const auto rate = [&](std::int64_t epoch) { return tuning.rateOf(epoch * 20, 20); };
    EXPECT_DOUBLE_EQ(rate(8), 2e-4);
    EXPECT_DOUBLE_EQ(rate(9), 2e-5);
    EXPECT_DOUBLE_EQ(rate(18), 2e-5);
    EXPECT_NEAR(rate(19), 2e-6, 1e-15);
    EXPECT_NEAR(rate(29), 2e-7, 1e-16);
    const FineTuningOptions devnet = FineTuningOptions::fromParams(detectorInfo("devnet").params.defaults());
    EXPECT_DOUBLE_EQ(devnet.rateOf(9 * 20 + 19, 20), 2e-4);
    EXPECT_DOUBLE_EQ(devnet.rateOf(10 * 20, 20), 2e-5);
    EXPECT_NEAR(devnet.rateOf(49 * 20, 20), 2e-8, 1e-17);
}

TEST(Dra, SaysWhatEachHeadSees) {
    DetectorConfig config{
        .params = test::quickFineTuning("dra"), .backbone = "resnet18-untrained", .device = "cpu"};
    for (const char* map : {"response", "gradient"}) {
        config.params["map"] = map;
        const SingleThreadScope alone;
        auto detector = createDetector("dra", config);
        Job job;
        // Fewer good parts than references.
        const test::DrawnTraining parts(3);
        detector->train(parts.set(), job);
        const cv::Mat picture = test::drawnPart(7, true);
        const Scored scored = detector->score({&picture, 1}).front();
        EXPECT_NEAR(scored.imageScore,
                    scored.extras.at("seen") + scored.extras.at("pseudo") + scored.extras.at("residual") -
                        scored.extras.at("holistic"),
                    1e-5 * std::abs(scored.imageScore) + 1e-6);
        EXPECT_EQ(scored.map->size(), cv::Size(64, 64));
    }
}
}  // namespace
}  // namespace segad
