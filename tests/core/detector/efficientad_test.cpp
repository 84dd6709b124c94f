// EfficientAD against the vectors of efficientad.md, and what they leave open.
#include <opencv2/core.hpp>
#include <torch/optim/adam.h>

#include "core/detector/efficientad_learning_torch.h"
#include "core/detector/efficientad_losses_torch.h"
#include "core/detector/efficientad_maps_torch.h"
#include "core/detector/efficientad_options.h"
#include "core/nn/runtime_torch.h"
#include "tests/support/expect_sample_torch.h"
#include "tests/support/filled_networks_torch.h"
#include "tests/support/npy_array.h"

namespace segad {
namespace {
using nn::EfficientAdLosses;
using nn::EfficientAdNetworks;
using nn::EfficientAdSample;

/// T(name, a, b) of the vectors: u·a + b.
at::Tensor filled(const std::string& name, double a = 4, double b = -2) {
    const at::Tensor picture = at::empty({1, 3, 256, 256}, at::kFloat);
    SplitMix64 stream(fnv1a64(name));
    float* value = picture.data_ptr<float>();
    for (std::int64_t i = 0; i < picture.numel(); ++i)
        value[i] = static_cast<float>(stream.uniform() * a + b);
    return picture.contiguous(at::MemoryFormat::ChannelsLast);
}

template <class Network>
void fill(Network& network, const std::string& prefix) {
    for (auto& [name, tensor] : network->state())
        test::fillByName(tensor, prefix + "." + name);
    network->eval();
}

/// The records of these vectors say flat_idx and values where others say idx and val.
void expectRecord(const at::Tensor& actual, Json record, double tolerance, const std::string& what) {
    record["idx"] = record.at("flat_idx");
    record["val"] = record.at("values");
    test::expectSample(actual, record, tolerance, what);
}

at::Tensor asTensor(const cv::Mat& map) {
    return at::from_blob(map.data, {1, 1, map.rows, map.cols}, at::kFloat).clone();
}

struct Case {
    std::string size;
    bool padding;
    std::string name() const { return size + "_pad" + (padding ? "1" : "0"); }
};

/// All networks of one size × padding, filled as the vectors say.
class EfficientAdVectors : public testing::TestWithParam<Case> {
protected:
    EfficientAdVectors()
        : guard_(false),
          expected_(test::vectors("efficientad.json").at(GetParam().name())),
          shape_(pdnShape("pdn_" + GetParam().size)),
          teacher_(shape_, kTeacherChannels, GetParam().padding),
          networks_{.student = nn::Pdn(shape_, 2 * kTeacherChannels, GetParam().padding),
                    .autoencoder = nn::Autoencoder(GetParam().padding)} {
        nn::enterTorch();
        fill(teacher_, "ead/" + GetParam().size + "/teacher");
        fill(networks_.student, "ead/" + GetParam().size + "/student");
        fill(networks_.autoencoder, "ead/autoencoder");
        nn::TeacherMoments moments;
        for (const char* name : {"ead/train0", "ead/train1"})
            moments.add(teacher_->forward(filled(name)));
        scale_ = moments.scale();
    }

    at::Tensor normalisedTeacher(const at::Tensor& picture) {
        return scale_.normalised(teacher_->forward(picture));
    }

    nn::MapPair maps(const at::Tensor& picture) {
        return nn::differenceMaps(normalisedTeacher(picture), networks_.student->forward(picture),
                                  networks_.autoencoder->forward(picture));
    }

    void expectNetworks() {
        const at::Tensor picture = filled("ead/image");
        expectRecord(teacher_->forward(picture), expected_.at("teacher_out"), 1e-4, "teacher");
        expectRecord(networks_.student->forward(picture), expected_.at("student_out"), 1e-4, "student");
        expectRecord(networks_.autoencoder->forward(filled("ead/image_ae", 3, -1.5)),
                     expected_.at("ae_out_on_image_ae"), 1e-4, "autoencoder");
        expectRecord(scale_.mean, expected_.at("teacher_mean"), 1e-5, "mean");
        expectRecord(scale_.deviation, expected_.at("teacher_std"), 1e-5, "deviation");
        const nn::FrozenPdn frozen(shape_, networks_.student->state(), 2 * kTeacherChannels,
                                   GetParam().padding, at::Device(at::kCPU));
        expectRecord(frozen(picture), expected_.at("student_out"), 1e-4, "frozen student");
    }

    /// What learnFrom() adds up; that it does, and its gradient, is asked of narrow networks below.
    void expectLosses() {
        const Json& expected = expected_.at("loss");
        const auto near = [&](double actual, const char* name) {
            EXPECT_NEAR(actual, expected.at(name).get<double>(), 1e-4 * expected.at(name).get<double>())
                << name;
        };
        const auto student = [&](const std::string& picture, int half, double a = 4, double b = -2) {
            const at::Tensor features = networks_.student->features(filled(picture, a, b));
            return networks_.student->head(features, half * kTeacherChannels, kTeacherChannels);
        };
        const at::Tensor teacher = normalisedTeacher(filled("ead/image"));
        const at::Tensor imitated = student("ead/image", 0);
        const nn::HardLoss hard = nn::hardFeatureLoss(teacher, imitated, 0.999);
        near(hard.threshold, "d_hard");
        near(hard.loss.item<double>(), "loss_hard");
        EXPECT_EQ(((teacher - imitated).square() >= hard.threshold).sum().item<std::int64_t>(),
                  expected.at("n_ge").get<int>());
        const double penalty = nn::penaltyLoss(student("ead/penalty", 0)).item<double>();
        near(penalty, "loss_penalty");
        const at::Tensor jittered = filled("ead/image_ae", 3, -1.5);
        const at::Tensor made = networks_.autoencoder->forward(jittered);
        const double reconstruction = nn::squaredLoss(normalisedTeacher(jittered), made).item<double>();
        const double agreement = nn::squaredLoss(made, student("ead/image_ae", 1, 3, -1.5)).item<double>();
        near(reconstruction, "loss_ae");
        near(agreement, "loss_stae");
        near(hard.loss.item<double>() + penalty + reconstruction + agreement, "total_with_penalty");
    }

    void expectMapAndScore() {
        const std::vector<nn::MapPair> good{maps(filled("ead/val0")), maps(filled("ead/val1"))};
        const nn::MapQuantiles quantiles = nn::mapQuantiles(good);
        const auto wanted = expected_.at("quantiles_st90_st995_ae90_ae995").get<std::vector<double>>();
        EXPECT_NEAR(quantiles.studentTeacher[0], wanted[0], 1e-4);
        EXPECT_NEAR(quantiles.studentTeacher[1], wanted[1], 1e-4);
        EXPECT_NEAR(quantiles.autoencoder[0], wanted[2], 1e-4);
        EXPECT_NEAR(quantiles.autoencoder[1], wanted[3], 1e-4);
        const nn::MapPair pair = maps(filled("ead/image"));
        expectRecord(asTensor(pair.studentTeacher), expected_.at("map_st"), 1e-4, "student and teacher");
        expectRecord(asTensor(pair.autoencoder), expected_.at("map_ae"), 1e-4, "autoencoder");
        const cv::Mat combined = nn::combinedMap(pair, quantiles);
        const test::NpyArray whole = test::npyVectors("ead_" + GetParam().name() + "_combined.npy");
        ASSERT_EQ(whole.values.size(), combined.total());
        for (std::size_t i = 0; i < whole.values.size(); ++i)
            ASSERT_NEAR(
                combined.at<float>(static_cast<int>(i) / combined.cols, static_cast<int>(i) % combined.cols),
                whole.values[i], 1e-4)
                << i;
        const cv::Mat map =
            nn::mapAtInputSize(combined, GetParam().padding, EfficientAdOptions::input().size);
        expectRecord(asTensor(map), expected_.at("map_256"), 1e-4, "map");
        double largest = 0;
        cv::minMaxLoc(map, nullptr, &largest);
        EXPECT_NEAR(largest, expected_.at("score_max").get<double>(), 1e-4);
    }

    at::AutoGradMode guard_;
    const Json expected_;
    const PdnShape& shape_;
    nn::Pdn teacher_;
    EfficientAdNetworks networks_;
    nn::TeacherScale scale_;
};

TEST_P(EfficientAdVectors, AreMet) {
    expectNetworks();
    expectLosses();
    expectMapAndScore();
}

INSTANTIATE_TEST_SUITE_P(Sizes, EfficientAdVectors,
                         testing::Values(Case{"small", false}, Case{"small", true}, Case{"medium", false},
                                         Case{"medium", true}),
                         [](const auto& instance) { return instance.param.name(); });

TEST(EfficientAdNetwork, TensorsAreThosePublished) {
    const Json vectors = test::vectors("efficientad.json");
    const auto expectKeys = [](const nn::StateDict& state, const Json& keys) {
        EXPECT_EQ(state.size(), keys.size());
        for (const auto& [name, shape] : keys.items())
            EXPECT_EQ(state.at(name).sizes().vec(), shape.get<std::vector<std::int64_t>>()) << name;
    };
    for (const char* size : {"small", "medium"}) {
        expectKeys(nn::Pdn(pdnShape(std::string("pdn_") + size), kTeacherChannels, true)->state(),
                   vectors.at(std::string(size) + "_pad1").at("keys_teacher"));
    }
    expectKeys(nn::Autoencoder(true)->state(), vectors.at("keys_autoencoder"));
}

/// learnFrom() takes the loss apart and computes halves of the student only: the gradient must be that of the
/// plain sum, and what three steps of Adam make of it.
class EfficientAdGradient : public testing::TestWithParam<bool> {
protected:
    static at::Tensor picture(std::uint64_t seed) {
        torch::manual_seed(seed);
        return at::randn({1, 3, 256, 256}, at::kDouble);
    }

    static EfficientAdNetworks networks() {
        torch::manual_seed(1);
        EfficientAdNetworks made{.student = nn::Pdn(pdnShape("pdn_small_narrow"), 2 * kTeacherChannels, true),
                                 .autoencoder = nn::Autoencoder(true)};
        made.student->to(at::kDouble);
        made.autoencoder->to(at::kDouble);
        made.autoencoder->eval();  // dropout would need the same numbers drawn in the same order
        return made;
    }

    static at::Tensor plainLoss(EfficientAdNetworks& networks, nn::Pdn& teacher, const EfficientAdSample& s) {
        const at::Tensor student = networks.student->forward(s.picture).narrow(1, 0, kTeacherChannels);
        const at::Tensor errors = (teacher->forward(s.picture).detach() - student).square();
        const auto [sorted, order] = errors.detach().flatten().sort();
        const double rank = 0.99 * static_cast<double>(sorted.numel() - 1);
        const auto below = static_cast<std::int64_t>(rank);
        const double low = sorted[below].item<double>();
        const double threshold =
            low + (sorted[below + 1].item<double>() - low) * (rank - static_cast<double>(below));
        at::Tensor loss = errors.masked_select(errors >= threshold).mean();
        if (s.penalty.defined())
            loss = loss + networks.student->forward(s.penalty).narrow(1, 0, kTeacherChannels).square().mean();
        const at::Tensor& seen = s.jittered.defined() ? s.jittered : s.picture;
        const at::Tensor made = networks.autoencoder->forward(seen);
        const at::Tensor imitated =
            networks.student->forward(seen).narrow(1, kTeacherChannels, kTeacherChannels);
        return loss + (teacher->forward(seen).detach() - made).square().mean() +
               (made - imitated).square().mean();
    }
};

TEST_P(EfficientAdGradient, IsThatOfThePlainSum) {
    nn::enterTorch();
    const bool jitter = GetParam();
    nn::Pdn teacher(pdnShape("pdn_small_narrow"), kTeacherChannels, true);
    teacher->to(at::kDouble);
    EfficientAdNetworks ours = networks();
    EfficientAdNetworks plain = networks();
    torch::optim::Adam ourSteps(ours.parameters(), torch::optim::AdamOptions(1e-3).weight_decay(1e-5));
    torch::optim::Adam plainSteps(plain.parameters(), torch::optim::AdamOptions(1e-3).weight_decay(1e-5));
    // Three for the training as it is published; double precision is slow.
    const std::uint64_t steps = jitter ? 3 : 1;
    for (std::uint64_t step = 0; step < steps; ++step) {
        EfficientAdSample sample{.picture = picture(3 * step)};
        if (jitter) {
            sample.jittered = picture(3 * step + 1);
            sample.penalty = picture(3 * step + 2);
        }
        ourSteps.zero_grad();
        plainSteps.zero_grad();
        const EfficientAdLosses losses = nn::learnFrom(
            sample, ours, [&](const at::Tensor& seen) { return teacher->forward(seen); }, 0.99);
        const at::Tensor loss = plainLoss(plain, teacher, sample);
        loss.backward();
        EXPECT_NEAR(losses.total(), loss.item<double>(), 1e-10 * loss.item<double>());
        const auto left = ours.parameters();
        const auto right = plain.parameters();
        for (std::size_t p = 0; p < left.size(); ++p) {
            const double size = right[p].grad().abs().max().item<double>();
            EXPECT_LE((left[p].grad() - right[p].grad()).abs().max().item<double>(), 1e-9 * size) << p;
        }
        ourSteps.step();
        plainSteps.step();
    }
    const nn::StateDict left = ours.state();
    for (const auto& [name, tensor] : plain.state())
        EXPECT_LE((left.at(name) - tensor).abs().max().item<double>(), 1e-9) << name;
}
INSTANTIATE_TEST_SUITE_P(Jitter, EfficientAdGradient, testing::Bool());

TEST(EfficientAdStep, CanBeLeftOnItsWayForwardAndBack) {
    nn::enterTorch();
    EfficientAdNetworks networks{.student = nn::Pdn(pdnShape("pdn_small_narrow"), 2 * kTeacherChannels, true),
                                 .autoencoder = nn::Autoencoder(true)};
    const EfficientAdSample sample{.picture = filled("left")};
    const auto learn = [&] {
        nn::learnFrom(
            sample, networks,
            [](const at::Tensor&) {
                return at::zeros({1, kTeacherChannels, 64, 64});
            },
            0.99);
    };
    int asked = 0;
    networks.student->watch([&] { ++asked; });
    learn();
    const int whole = asked;
    EXPECT_EQ(whole, 6) << "three stages before the last, forwards and backwards";
    for (const int last : {1, whole}) {
        asked = 0;
        networks.student->watch([&] {
            if (++asked == last) throw nn::StepStopped();
        });
        EXPECT_THROW(learn(), nn::StepStopped);
        EXPECT_EQ(asked, last);
    }
}

TEST(EfficientAdLosses, DerivativesAreThoseOfDifferences) {
    nn::enterTorch();
    torch::manual_seed(2);
    const at::Tensor teacher = at::randn({1, 4, 5, 6}, at::kDouble);
    const at::Tensor student = at::randn({1, 4, 5, 6}, at::kDouble).requires_grad_();
    nn::hardFeatureLoss(teacher, student, 0.9).loss.backward();
    constexpr double kStep = 1e-6;
    const at::NoGradGuard noGradient;
    const at::Tensor values = student.detach().clone();
    for (std::int64_t i = 0; i < values.numel(); i += 7) {
        const auto at = [&](double shift) {
            at::Tensor moved = values.clone();
            moved.view({-1})[i] += shift;
            return nn::hardFeatureLoss(teacher, moved, 0.9).loss.item<double>();
        };
        EXPECT_NEAR((at(kStep) - at(-kStep)) / (2 * kStep), student.grad().view({-1})[i].item<double>(),
                    1e-6);
    }
}

TEST(EfficientAdLosses, QuantileHasNoBoundOnTheNumberOfElements) {
    nn::enterTorch();
    const at::Tensor values = at::arange(0, 17'000'000, at::kFloat).view({1, 1, 17, 1'000'000});
    EXPECT_NEAR(nn::quantileOf(values, 0.9), 0.9 * 16'999'999, 0.01);
    EXPECT_EQ(nn::quantileOf(at::zeros({1, 1, 1, 1}), 0.999), 0);
    EXPECT_NEAR(nn::quantileOf(at::tensor({4.0, 1.0, 3.0, 2.0}).view({1, 1, 2, 2}), 0.5), 2.5, 1e-6);
}

TEST(EfficientAdMaps, EqualQuantilesGiveNoDivisionByNothing) {
    const cv::Mat flat(4, 4, CV_32FC1, cv::Scalar(0.5F));
    const nn::MapQuantiles same{.studentTeacher = {0.5F, 0.5F}, .autoencoder = {0.5F, 0.5F}};
    EXPECT_EQ(cv::sum(nn::combinedMap({.studentTeacher = flat, .autoencoder = flat}, same))[0], 0);
}

TEST(EfficientAdMaps, TeacherMomentsNeedNoSmallNumbers) {
    // E[x²] − mean² would lose everything here.
    nn::enterTorch();
    nn::TeacherMoments moments;
    for (const double shift : {1e6, 1e6 + 2})
        moments.add(at::tensor({shift - 1, shift + 1}, at::kDouble).view({1, 1, 1, 2}));
    EXPECT_NEAR(moments.scale().mean.item<double>(), 1e6 + 1, 0.1);
    EXPECT_NEAR(moments.scale().deviation.item<double>(), std::sqrt(2.0), 1e-6);
}
}  // namespace
}  // namespace segad
