#include <cmath>
#include <stdexcept>

#include <torch/utils.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/detector/feature_detector_torch.h"
#include "core/detector/feature_training_torch.h"
#include "core/detector/stepwise_torch.h"
#include "core/detector/trunk_precision.h"
#include "core/nn/model_io.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

namespace {
/// A copy on the processor that nothing else changes.
LearnedState frozen(LearnedState state) {
    for (auto& [name, tensor] : state.tensors)
        tensor = tensor.detach().to(at::kCPU, at::kFloat).contiguous().clone(at::MemoryFormat::Contiguous);
    return state;
}

bool isFinite(const LearnedState& state) {
    return std::ranges::all_of(state.tensors, [](const auto& item) {
        return std::isfinite(item.second.sum(at::kDouble).template item<double>());
    });
}

class FeatureDetector final : public Detector {
public:
    FeatureDetector(std::unique_ptr<const FeatureMethod> method, const DetectorConfig& config)
        : method_(std::move(method)), config_(config), settings_(method_->settings(config.params)) {}

    DetectorDescription description() const override { return describe(trunk_.get()); }
    bool isTrained() const noexcept override { return scorer_ != nullptr; }
    std::optional<LossCurve> lossCurve() const override { return curve_; }
    NetworkInput input() const override { return settings_.input; }

    std::optional<TrunkNeed> trunk() const override {
        return TrunkNeed{.trunk = trunk_, .layers = settings_.layers, .input = settings_.input};
    }

    std::vector<Scored> score(std::span<const cv::Mat> rgb) const override {
        const Detector* self = this;
        return std::move(scoreTogether({&self, 1}, rgb).front());
    }

    Scored scoreFeatures(const TrunkFeatures& features) const override {
        return guarded(method_->title(), [&] { return scorer_->score(features); });
    }

    void save(ModelWriter& writer) const override {
        if (!isTrained()) throw std::logic_error("an untrained detector has nothing to save");
        for (const auto& [name, tensor] : state_.tensors) {
            writer.borrowed(name, tensor.sizes().vec(),
                            {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())});
        }
        for (const auto& [name, values] : state_.integers)
            writer.tensor(name, {std::ssize(values)}, values);
        const BackboneIdentity& backbone = trunk_->identity(settings_.layers.back());
        writer.header({{"detector", method_->key()},
                       {"params", config_.params},
                       {"seed", config_.seed},
                       {"backbone", backbone.name},
                       {"architecture", backbone.architecture},
                       {"backbone_sha256", backbone.weightsSha256},
                       {"backbone_identity", backbone.weightsIdentity},
                       {"facts", facts_}});
    }

    void load(const ModelReader& reader) override;

private:
    void learn(const TrainingSet& parts, const TrainingOptions& options, Job& job) override;

    DetectorDescription describe(const Trunk* trunk) const {
        return {.key = method_->key(),
                .params = config_.params,
                .backbone = trunk != nullptr ? trunk->identity(settings_.layers.back())
                                             : BackboneIdentity{.name = config_.backbone},
                .seed = config_.seed,
                .device = trunk != nullptr ? deviceName(trunk->device()) : config_.device,
                .facts = facts_};
    }

    const BackboneShape& shapeOf(const Trunk& trunk) const {
        return backboneShape(trunk.identity(settings_.layers.back()).architecture);
    }

    std::unique_ptr<const FeatureMethod> method_;
    DetectorConfig config_;
    FeatureMethodSettings settings_;
    std::shared_ptr<const Trunk> trunk_;
    LearnedState state_;
    std::unique_ptr<FeatureScorer> scorer_;
    std::optional<LossCurve> curve_;
    Json facts_ = Json::object();
};

void FeatureDetector::learn(const TrainingSet& parts, const TrainingOptions& options, Job& job) {
    auto trunk =
        openTrunk(config_.backbone, settings_.layers.back(), config_.device, {}, trunkPrecision(config_));
    guardedTraining(method_->title(), [&] {
        const BackboneShape& shape = shapeOf(*trunk);
        const FeaturePlan plan = planFeatures(settings_.input, settings_.layers, shape.channelsByLayer(),
                                              parts.good.size(), FeatureBounds::fromParams(config_.params));
        // An epoch costs about as much as three passes of the trunk.
        const double looking = 1.0 / (1.0 + 3.0 * settings_.epochs);
        std::optional<FrozenFeatures> features;
        {
            Job::Stage stage(job, looking, "Looking at the parts");
            features.emplace(trunk, plan, parts.good, stage.job());
        }
        torch::manual_seed(SplitMix64(config_.seed, method_->key() + " weights")());
        const auto learner = method_->learner(config_.params, shape, config_.seed, trunk->device());
        FeatureTraining training(settings_, *learner, *features, config_.seed, method_->key());
        Job::Stage stage(job, 1 - looking, "Learning from good parts");
        LossCurve curve = trainInSteps(
            training, stepPlan(describe(trunk.get()), method_->title(), training.steps(), options),
            stage.job());
        LearnedState state = frozen(learner->state());
        if (!isFinite(state)) {
            throw Error(ErrorCode::InvalidData, method_->title(),
                        "has weights that are no numbers after the last step", "Lower the learning rate.");
        }
        scorer_ = method_->scorer(config_.params, shape, state, trunk->device(), trunk->type());
        state_ = std::move(state);
        facts_ = {{"steps", curve.steps},
                  {"seconds_learning", curve.seconds},
                  {"final_loss", curve.finalLoss()},
                  {"features", nameOf(plan.storage)},
                  {"parts", plan.parts}};
        curve_ = std::move(curve);
        trunk_ = std::move(trunk);
    });
}

void FeatureDetector::load(const ModelReader& reader) {
    const Json& header = reader.header();
    const auto damaged = [&](const std::string& why) {
        return Error(ErrorCode::InvalidData, toUtf8(reader.path()), why, "Train the detector again.");
    };
    if (header.value("detector", std::string()) != method_->key())
        throw damaged("is not a model of " + method_->title());
    DetectorConfig config = config_;
    FeatureMethodSettings settings;
    std::string identity;
    try {
        config.params = header.at("params");
        config.seed = header.at("seed").get<std::uint64_t>();
        config.backbone = header.at("backbone").get<std::string>();
        identity = header.at("backbone_identity").get<std::string>();
        settings = method_->settings(config.params);
    } catch (const Json::exception& failure) {
        throw damaged(std::string("its header can't be used: ") + failure.what());
    }
    auto trunk =
        openTrunk(config.backbone, settings.layers.back(), config.device, identity, trunkPrecision(config));
    guardedTraining(method_->title(), [&] {
        LearnedState state;
        for (const TensorInfo& info : reader.tensors()) {
            if (info.dtype == DType::Int64) {
                state.integers.emplace(info.name, reader.integers(info.name));
                continue;
            }
            at::Tensor tensor = at::empty(info.shape, at::kFloat);
            reader.floatsInto(info.name,
                              {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())});
            state.tensors.emplace(info.name, std::move(tensor));
        }
        if (!isFinite(state)) throw damaged("has values that are not finite");
        scorer_ = method_->scorer(config.params, shapeOf(*trunk), state, trunk->device(), trunk->type());
        state_ = std::move(state);
    });
    config_ = std::move(config);
    settings_ = std::move(settings);
    facts_ = header.value("facts", Json::object());
    curve_.reset();
    trunk_ = std::move(trunk);
}
}  // namespace

std::unique_ptr<Detector> makeFeatureDetector(std::unique_ptr<const FeatureMethod> method,
                                              const DetectorConfig& config) {
    return std::make_unique<FeatureDetector>(std::move(method), config);
}

}  // namespace segad::nn
