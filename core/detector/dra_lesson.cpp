#include "core/base/error.h"
#include "core/detector/anomaly_loss_torch.h"
#include "core/detector/cutmix.h"
#include "core/detector/dra_lesson_torch.h"
#include "core/detector/made_up_defects.h"

namespace segad::nn {

namespace {
/// Loss of one head on the pictures it learns from.
at::Tensor headLoss(const at::Tensor& scores, const std::vector<DraLabel>& labels,
                    const std::function<bool(DraLabel)>& learnsFrom,
                    const std::function<bool(DraLabel)>& isTarget, AnomalyLoss kind,
                    const SplitMix64& random) {
    std::vector<std::int64_t> chosen;
    std::vector<double> targets;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!learnsFrom(labels[i])) continue;
        chosen.push_back(static_cast<std::int64_t>(i));
        targets.push_back(isTarget(labels[i]) ? 1 : 0);
    }
    if (chosen.empty()) return at::zeros({}, scores.options());
    const at::Tensor indices =
        at::tensor(chosen, at::TensorOptions().dtype(at::kLong).device(scores.device()));
    return anomalyLoss(kind, scores.index_select(0, indices), at::tensor(targets, scores.options()), random);
}
}  // namespace

at::Tensor draLoss(const DraScores& scores, const std::vector<DraLabel>& labels, const std::string& loss,
                   std::uint64_t seed, std::int64_t step) {
    const AnomalyLoss kind = anomalyLossNamed(loss);
    const auto random = [&](const char* head) {
        return SplitMix64(seed, std::string("deviation ") + head + " " + std::to_string(step));
    };
    const auto all = [](DraLabel) { return true; };
    const auto good = [](DraLabel label) { return label == DraLabel::Good; };
    const auto notGood = [](DraLabel label) { return label != DraLabel::Good; };
    const auto notPseudo = [](DraLabel label) { return label != DraLabel::Pseudo; };
    const auto notBad = [](DraLabel label) { return label != DraLabel::Bad; };
    // Good pictures are what the holistic head has to find.
    return headLoss(scores.holistic, labels, all, good, kind, random("holistic")) +
           headLoss(scores.seen, labels, notPseudo, notGood, kind, random("seen")) +
           headLoss(scores.pseudo, labels, notBad, notGood, kind, random("pseudo")) +
           headLoss(scores.residual, labels, all, notGood, kind, random("residual"));
}

DraLesson::DraLesson(std::shared_ptr<DraNetwork> network, const DraOptions& options,
                     const LessonMaterial& material)
    : network_(std::move(network)),
      options_(options),
      material_(material),
      goodOrder_(material.seed, "good parts", material.good.size()),
      badOrder_(material.seed, "bad parts", material.bad.size()) {
    if (options.pseudo == DraPseudo::CutMix || material.madeUp != nullptr) return;
    throw Error(ErrorCode::InvalidArgument, kPseudoParam,
                "asks for generated defects, and the good parts come without a generator",
                "Train in a project, or use cutmix.");
}

DraLesson::Drawn DraLesson::goodOrPseudo(std::size_t index, const std::string& position) const {
    SplitMix64 random(material_.seed, "pseudo " + position);
    if (random.uniform() >= 0.5) return {.picture = material_.good.at(index)};
    return {.picture = madeUp(random.below(material_.good.size()), random), .label = DraLabel::Pseudo};
}

cv::Mat DraLesson::madeUp(std::size_t index, SplitMix64& random) const {
    const cv::Mat picture = material_.good.at(index);
    // CutMix alone draws no number of its own here: it stays bit for bit what it was.
    const bool generated = options_.pseudo == DraPseudo::Generated ||
                           (options_.pseudo == DraPseudo::Both && random.uniform() < 0.5);
    if (generated) {
        cv::Mat made = material_.madeUp->withDefect(index, picture, random);
        if (!made.empty()) return made;
    }
    return cutMix(picture, random);
}

at::Tensor DraLesson::referencesOf(std::int64_t step) const {
    // A new stream each epoch.
    const std::int64_t epoch = step / stepsPerEpoch();
    SampleOrder order(material_.seed, "references " + std::to_string(epoch), material_.good.size());
    const auto count = static_cast<std::uint64_t>(options_.references);
    const std::uint64_t first = static_cast<std::uint64_t>(step % stepsPerEpoch()) * count;
    std::vector<cv::Mat> pictures;
    for (std::uint64_t position = first; position < first + count; ++position) {
        const std::size_t index = order.at(position);
        const std::string name = "reference " + std::to_string(epoch) + " " + std::to_string(position);
        const cv::Mat picture =
            options_.pseudoReferences ? goodOrPseudo(index, name).picture : material_.good.at(index);
        pictures.push_back(augmented(picture, options_.tuning, material_.seed, name));
    }
    return pictureBatch(pictures, material_.device);
}

at::Tensor DraLesson::loss(std::int64_t step) {
    const auto goodCount = static_cast<std::uint64_t>(2 * options_.tuning.batchSize / 3);
    const auto badCount = static_cast<std::uint64_t>(options_.tuning.batchSize) - goodCount;
    std::vector<cv::Mat> pictures;
    std::vector<DraLabel> labels;
    const auto add = [&](const Drawn& drawn, const std::string& position) {
        pictures.push_back(augmented(drawn.picture, options_.tuning, material_.seed, position));
        labels.push_back(drawn.label);
    };
    for (std::uint64_t i = 0; i < goodCount; ++i) {
        const std::uint64_t position = static_cast<std::uint64_t>(step) * goodCount + i;
        const std::string name = "good " + std::to_string(position);
        add(goodOrPseudo(goodOrder_.at(position), name), name);
    }
    for (std::uint64_t i = 0; i < badCount; ++i) {
        const std::uint64_t position = static_cast<std::uint64_t>(step) * badCount + i;
        add({.picture = material_.bad.at(badOrder_.at(position)), .label = DraLabel::Bad},
            "bad " + std::to_string(position));
    }
    const DraScores scores = network_->forward(referencesOf(step), pictureBatch(pictures, material_.device));
    return draLoss(scores, labels, options_.loss, material_.seed, step);
}

void DraLesson::finish() {
    std::vector<std::size_t> order =
        NumpyRandom(static_cast<std::uint32_t>(material_.seed)).permutation(material_.good.size());
    order.resize(std::min(order.size(), static_cast<std::size_t>(options_.references)));
    std::vector<cv::Mat> pictures;
    pictures.reserve(order.size());
    for (const std::size_t index : order)
        pictures.push_back(material_.good.at(index));
    network_->keepReferences(pictureBatch(pictures, material_.device));
}

}  // namespace segad::nn
