// DRA against the vectors.
#include <gmock/gmock.h>

#include "core/base/threads.h"
#include "core/detector/dra_lesson_torch.h"
#include "core/nn/runtime_torch.h"
#include "tests/core/detector/pictures.h"
#include "tests/core/detector/vector_summary_torch.h"

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
