// The supervised classifier as a fine-tuned method; wide_resnet_classifier.md holds every choice.
#include "core/detector/anomaly_loss_torch.h"
#include "core/detector/fine_tuned_torch.h"
#include "core/detector/gradient_map_torch.h"
#include "core/detector/map_operations.h"
#include "core/detector/sample_order.h"
#include "core/detector/wide_resnet_classifier_network_torch.h"
#include "core/detector/wide_resnet_classifier_options.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

namespace {
/// All parts, good and bad, in a new order each epoch; as many of either as there are.
class ClassifierLesson final : public Lesson {
public:
    ClassifierLesson(std::shared_ptr<ClassifierNetwork> network, const ClassifierOptions& options,
                     const LessonMaterial& material)
        : network_(std::move(network)),
          options_(options),
          material_(material),
          // BatchNorm can't learn from a rest of one.
          batches_{.samples = material.good.size() + material.bad.size(),
                   .batchSize = static_cast<std::size_t>(options.tuning.batchSize),
                   .smallest = 2},
          order_(material.seed, "parts", batches_.samples) {}

    std::int64_t stepsPerEpoch() const override {
        return static_cast<std::int64_t>(batches_.stepsPerEpoch());
    }

    at::Tensor loss(std::int64_t step) override {
        const EpochBatches::Range range = batches_.batch(step);
        std::vector<cv::Mat> pictures;
        std::vector<double> targets;
        for (std::uint64_t position = range.first; position < range.first + range.count; ++position) {
            const std::size_t part = order_.at(position);
            const bool isBad = part >= material_.good.size();
            const cv::Mat picture =
                isBad ? material_.bad.at(part - material_.good.size()) : material_.good.at(part);
            pictures.push_back(
                augmented(picture, options_.tuning, material_.seed, "part " + std::to_string(position)));
            targets.push_back(isBad ? 1 : 0);
        }
        const at::Tensor logits = network_->forward(pictureBatch(pictures, material_.device));
        return focalLoss(logits, at::tensor(targets, logits.options().requires_grad(false)),
                         options_.focalAlpha, options_.focalGamma);
    }

private:
    std::shared_ptr<ClassifierNetwork> network_;
    const ClassifierOptions& options_;
    LessonMaterial material_;
    EpochBatches batches_;
    SampleOrder order_;
};

class ActivationScorer final : public PictureScorer {
public:
    ActivationScorer(std::shared_ptr<ClassifierNetwork> network, const ClassifierOptions& options)
        : network_(std::move(network)), trunk_(foldedBackbone(*network_)), options_(options) {}

    Scored score(const at::Tensor& picture) const override {
        const c10::InferenceMode inference;
        const int layer = options_.tuning.lastLayer;
        const at::Tensor map = network_->activationMap(trunk_->forward(picture, {layer}).map(layer));
        return {.imageScore = map.mean().item<double>(),
                .map = AnomalyMap(resizeMapBilinear(toMat(map), options_.tuning.input.size),
                                  "the classifier's map")};
    }

private:
    std::shared_ptr<ClassifierNetwork> network_;
    std::shared_ptr<const Trunk> trunk_;
    ClassifierOptions options_;
};

class ClassifierMethod final : public FineTunedMethod {
public:
    explicit ClassifierMethod(const Json& params) : options_(ClassifierOptions::fromParams(params)) {}

    std::string key() const override { return "wide_resnet_classifier"; }
    std::string title() const override { return "WideResNet classifier"; }
    const FineTuningOptions& options() const override { return options_.tuning; }

    std::shared_ptr<FineTunedNetwork> makeNetwork(const BackboneShape& shape) const override {
        return std::make_shared<ClassifierNetwork>(shape, options_.tuning.lastLayer);
    }

    std::unique_ptr<Lesson> makeLesson(std::shared_ptr<FineTunedNetwork> network,
                                       const LessonMaterial& material) const override {
        return std::make_unique<ClassifierLesson>(
            std::static_pointer_cast<ClassifierNetwork>(std::move(network)), options_, material);
    }

    std::unique_ptr<PictureScorer> makeScorer(std::shared_ptr<FineTunedNetwork> network) const override {
        return std::make_unique<ActivationScorer>(
            std::static_pointer_cast<ClassifierNetwork>(std::move(network)), options_);
    }

private:
    ClassifierOptions options_;
};
}  // namespace

}  // namespace segad::nn

extern "C" std::unique_ptr<segad::Detector> segadCreateWideResNetClassifier(
    const segad::DetectorConfig& config) {
    return segad::nn::makeFineTunedDetector(config, [](const segad::DetectorConfig& own) {
        return std::make_unique<segad::nn::ClassifierMethod>(own.params);
    });
}
