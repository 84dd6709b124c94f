// DevNet (Pang et al. 2021) as a fine-tuned method; devnet.md holds every choice.
#include "core/detector/anomaly_loss_torch.h"
#include "core/detector/devnet_network_torch.h"
#include "core/detector/fine_tuned_torch.h"
#include "core/detector/gradient_map_torch.h"
#include "core/detector/sample_order.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

namespace {
/// Half a batch is good, the rest bad, each from its own endless stream (§ 3).
class DevNetLesson final : public Lesson {
public:
    DevNetLesson(std::shared_ptr<DevNetNetwork> network, const DevNetOptions& options,
                 const LessonMaterial& material)
        : network_(std::move(network)),
          options_(options),
          material_(material),
          goodOrder_(material.seed, "good parts", material.good.size()),
          badOrder_(material.seed, "bad parts", material.bad.size()) {}

    std::int64_t stepsPerEpoch() const override { return options_.tuning.stepsPerEpoch; }

    at::Tensor loss(std::int64_t step) override {
        const auto goodCount = static_cast<std::size_t>(options_.tuning.batchSize / 2);
        const auto badCount = static_cast<std::size_t>(options_.tuning.batchSize) - goodCount;
        std::vector<cv::Mat> pictures;
        add(pictures, material_.good, goodOrder_, step, goodCount, "good ");
        add(pictures, material_.bad, badOrder_, step, badCount, "bad ");
        const at::Tensor scores = network_->forward(pictureBatch(pictures, material_.device));
        at::Tensor bad = at::zeros_like(scores);
        bad.slice(0, static_cast<std::int64_t>(goodCount)).fill_(1);
        return anomalyLoss(anomalyLossNamed(options_.loss), scores, bad,
                           SplitMix64(material_.seed, "deviation " + std::to_string(step)));
    }

private:
    void add(std::vector<cv::Mat>& pictures, const TrainingPictures& from, SampleOrder& order,
             std::int64_t step, std::size_t count, const std::string& stream) const {
        const std::uint64_t first = static_cast<std::uint64_t>(step) * count;
        for (std::uint64_t position = first; position < first + count; ++position) {
            pictures.push_back(augmented(from.at(order.at(position)), options_.tuning, material_.seed,
                                         stream + std::to_string(position)));
        }
    }

    std::shared_ptr<DevNetNetwork> network_;
    const DevNetOptions& options_;
    LessonMaterial material_;
    SampleOrder goodOrder_;
    SampleOrder badOrder_;
};

class GradientScorer final : public PictureScorer {
public:
    GradientScorer(std::shared_ptr<DevNetNetwork> network, bool scaled)
        : network_(std::move(network)), scaled_(scaled) {}

    Scored score(const at::Tensor& picture) const override {
        GradientMap found =
            gradientMap(picture, scaled_, [&](const at::Tensor& input) { return network_->forward(input); });
        return {.imageScore = found.score, .map = AnomalyMap(std::move(found.map), "DevNet's map")};
    }

private:
    std::shared_ptr<DevNetNetwork> network_;
    bool scaled_;
};

/// What each position adds to the score, brought to the picture's size: mean over scales.
class ResponseScorer final : public PictureScorer {
public:
    ResponseScorer(std::shared_ptr<DevNetNetwork> network, const DevNetOptions& options)
        : network_(std::move(network)), trunk_(foldedBackbone(*network_)), options_(options) {}

    Scored score(const at::Tensor& picture) const override {
        const c10::InferenceMode inference;
        const int layer = options_.tuning.lastLayer;
        Scored result;
        cv::Mat map(options_.tuning.input.size, CV_32FC1, cv::Scalar(0));
        for (int scale = 0; scale < options_.scales; ++scale) {
            const at::Tensor responses =
                network_->responses(trunk_->forward(atScale(picture, scale), {layer}).map(layer));
            result.imageScore += meanOfLargest(responses, options_.topRatio).item<double>() / options_.scales;
            addResponses(map, responses, 1.0 / options_.scales);
        }
        result.map = AnomalyMap(std::move(map), "DevNet's map");
        return result;
    }

private:
    std::shared_ptr<DevNetNetwork> network_;
    std::shared_ptr<const Trunk> trunk_;
    DevNetOptions options_;
};

class DevNetMethod final : public FineTunedMethod {
public:
    explicit DevNetMethod(const Json& params) : options_(DevNetOptions::fromParams(params)) {}

    std::string key() const override { return "devnet"; }
    std::string title() const override { return "DevNet"; }
    const FineTuningOptions& options() const override { return options_.tuning; }

    std::shared_ptr<FineTunedNetwork> makeNetwork(const BackboneShape& shape) const override {
        return std::make_shared<DevNetNetwork>(shape, options_);
    }

    std::unique_ptr<Lesson> makeLesson(std::shared_ptr<FineTunedNetwork> network,
                                       const LessonMaterial& material) const override {
        return std::make_unique<DevNetLesson>(std::static_pointer_cast<DevNetNetwork>(std::move(network)),
                                              options_, material);
    }

    std::unique_ptr<PictureScorer> makeScorer(std::shared_ptr<FineTunedNetwork> network) const override {
        auto own = std::static_pointer_cast<DevNetNetwork>(std::move(network));
        if (options_.map == DevNetMap::Response)
            return std::make_unique<ResponseScorer>(std::move(own), options_);
        return std::make_unique<GradientScorer>(std::move(own), options_.map == DevNetMap::Gradient);
    }

private:
    DevNetOptions options_;
};
}  // namespace

}  // namespace segad::nn

extern "C" std::unique_ptr<segad::Detector> segadCreateDevNet(const segad::DetectorConfig& config) {
    return segad::nn::makeFineTunedDetector(config, [](const segad::DetectorConfig& own) {
        return std::make_unique<segad::nn::DevNetMethod>(own.params);
    });
}
