#include <cmath>
#include <stdexcept>

#include "core/base/error.h"
#include "core/detector/fine_tuned_torch.h"
#include "core/detector/made_up_defects.h"
#include "core/detector/stepwise_torch.h"
#include "core/nn/backbone_weights_torch.h"
#include "core/nn/model_io.h"
#include "core/nn/picture_tensor_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

namespace {
constexpr double kReadShare = 0.05;  // of a training's bar

const ImageSource& badParts(const TrainingSet& parts, const std::string& title) {
    if (parts.bad != nullptr && parts.bad->size() > 0) return *parts.bad;
    throw Error(ErrorCode::InvalidData, "training parts",
                title + " learns from good and bad parts, and none is bad",
                "Label some bad parts and give them to the training, or use a detector that learns from "
                "good parts only.");
}

void freeze(FineTunedNetwork& network) {
    network.eval();
    for (at::Tensor& parameter : network.parameters()) {
        parameter.mutable_grad().reset();
        parameter.requires_grad_(false);
    }
}

/// Weights channels-last, as the pictures are: a loaded network then computes the very bits of the trained
/// one.
void placeOn(const at::Device& device, FineTunedNetwork& network) {
    network.to(device);
    for (at::Tensor& parameter : network.parameters()) {
        if (parameter.dim() == 4) parameter.set_data(parameter.contiguous(at::MemoryFormat::ChannelsLast));
    }
}

bool allFinite(const StateDict& state) {
    return std::ranges::all_of(state, [](const auto& item) {
        // A sum is finite only if all its terms are.
        return std::isfinite(item.second.sum(at::kDouble).template item<double>());
    });
}

std::shared_ptr<FineTunedNetwork> startedNetwork(const FineTunedMethod& method,
                                                 const BackboneWeights& weights, std::uint64_t seed,
                                                 const at::Device& device) {
    auto network = method.makeNetwork(weights.shape());
    network->backbone()->load(weights.read(), weights.identities().back().name);
    network->startHeads(seed);
    placeOn(device, *network);
    return network;
}

class FineTunedDetector final : public Detector {
public:
    FineTunedDetector(const DetectorConfig& config, MakeMethod makeMethod)
        : makeMethod_(std::move(makeMethod)),
          config_(config),
          method_(makeMethod_(config)),
          device_(config.device),
          backbone_{.name = config.backbone} {}

    DetectorDescription description() const override {
        return {.key = method_->key(),
                .params = config_.params,
                .backbone = backbone_,
                .seed = config_.seed,
                .device = device_,
                .facts = facts_};
    }

    bool isTrained() const noexcept override { return scorer_ != nullptr; }
    std::optional<LossCurve> lossCurve() const override { return curve_; }
    NetworkInput input() const override { return method_->options().input; }

    std::vector<Scored> score(std::span<const cv::Mat> rgb) const override {
        if (!isTrained()) throw std::logic_error("an untrained detector can't score");
        std::vector<Scored> results;
        for (const cv::Mat& picture : rgb) {
            results.push_back(guardedTraining(method_->title(), [&] {
                return scorer_->score(pictureTensor(picture, input()).to(torchDevice(parseDevice(device_))));
            }));
            if (!std::isfinite(results.back().imageScore)) {
                throw Error(ErrorCode::InvalidData, "picture", "gives a score that is not finite",
                            "Check the picture, or train the detector again.");
            }
        }
        return results;
    }

    void save(ModelWriter& writer) const override {
        if (!isTrained()) throw std::logic_error("an untrained detector has nothing to save");
        for (const auto& [name, tensor] : network_->state()) {
            const at::Tensor values = tensor.to(at::kCPU).contiguous();
            const float* first = values.data_ptr<float>();
            writer.tensor(name, values.sizes().vec(), std::vector<float>(first, first + values.numel()));
        }
        writer.header(
            {{"detector", method_->key()},
             {"params", config_.params},
             {"seed", config_.seed},
             {"backbone", backbone_.name},
             {"architecture", backbone_.architecture},
             {"backbone_sha256", backbone_.weightsSha256},
             {"backbone_identity", backbone_.weightsIdentity},
             {"normalisation", {{"mean", {0.485, 0.456, 0.406}}, {"deviation", {0.229, 0.224, 0.225}}}},
             {"facts", facts_}});
    }

    void load(const ModelReader& reader) override {
        const Json& header = reader.header();
        const auto damaged = [&](const std::string& why) {
            return Error(ErrorCode::InvalidData, toUtf8(reader.path()), why, "Train the detector again.");
        };
        if (header.value("detector", std::string()) != method_->key())
            throw damaged("is not a " + method_->title() + " model");
        DetectorConfig config = config_;
        BackboneIdentity backbone;
        std::unique_ptr<FineTunedMethod> method;
        try {
            config.params = header.at("params");
            config.seed = header.at("seed").get<std::uint64_t>();
            config.backbone = header.at("backbone").get<std::string>();
            backbone = {.name = config.backbone,
                        .architecture = header.at("architecture").get<std::string>(),
                        .weightsSha256 = header.at("backbone_sha256").get<std::string>(),
                        .weightsIdentity = header.at("backbone_identity").get<std::string>()};
            method = makeMethod_(config);
        } catch (const Json::exception& failure) {
            throw damaged(std::string("its header can't be used: ") + failure.what());
        }
        const BackboneShape* shape = findBackboneShape(backbone.architecture);
        if (shape == nullptr || method->options().lastLayer > shape->layerCount)
            throw damaged("its backbone is no architecture this program knows");
        const at::Device device = torchDevice(parseDevice(config.device));
        auto network = guardedTraining(method->title(), [&] {
            auto made = method->makeNetwork(*shape);
            for (const auto& [name, tensor] : made->state()) {
                if (at::IntArrayRef(reader.shape(name)) != tensor.sizes())
                    throw damaged("its tensor " + name + " has another shape than the network's");
                reader.floatsInto(name, {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())});
            }
            if (!allFinite(made->state())) throw damaged("its weights are not all finite");
            placeOn(device, *made);
            return made;
        });
        adopt(std::move(method), std::move(network), device);
        config_ = std::move(config);
        backbone_ = std::move(backbone);
        facts_ = header.value("facts", Json::object());
        curve_.reset();
    }

private:
    void learn(const TrainingSet& parts, const TrainingOptions& options, Job& job) override {
        const std::string title = method_->title();
        const ImageSource& bad = badParts(parts, title);
        const FineTuningOptions& tuning = method_->options();
        const at::Device device = torchDevice(parseDevice(config_.device));
        const BackboneWeights weights(config_.backbone, tuning.lastLayer);
        DetectorDescription description = this->description();
        description.backbone = weights.identities().back();

        const auto pictures = readPictures(parts.good, bad, job);
        Job::Stage stage(job, 1 - kReadShare, "Learning from good and bad parts");
        guardedTraining(title, [&] {
            auto network = startedNetwork(*method_, weights, config_.seed, device);
            const auto lesson =
                method_->makeLesson(network, {.good = pictures.first,
                                              .bad = pictures.second,
                                              .seed = config_.seed,
                                              .device = device,
                                              .madeUp = dynamic_cast<const MadeUpDefects*>(&parts.good)});
            const std::int64_t steps = tuning.epochs * lesson->stepsPerEpoch();
            LossCurve curve;
            {
                FineTuning tuner(*network, *lesson, tuning, stage.job());
                curve = trainInSteps(tuner, stepPlan(description, title, steps, options), stage.job());
            }
            freeze(*network);
            {
                const at::NoGradGuard noGradient;
                lesson->finish();
            }
            if (!allFinite(network->state())) {
                throw Error(ErrorCode::InvalidData, title, "its weights are no numbers any more",
                            "Lower the learning rate, or set a largest gradient.");
            }
            adopt(nullptr, std::move(network), device);
            backbone_ = *description.backbone;
            facts_ = {{"good_parts", parts.good.size()},
                      {"bad_parts", bad.size()},
                      {"steps", curve.steps},
                      {"seconds", curve.seconds},
                      {"final_loss", curve.finalLoss()}};
            curve_ = std::move(curve);
        });
    }

    std::pair<TrainingPictures, TrainingPictures> readPictures(const ImageSource& good,
                                                               const ImageSource& bad, Job& job) const {
        Job::Stage reading(job, kReadShare, "Reading the parts");
        const double all = static_cast<double>(good.size() + bad.size());
        // Memory is shared out by numbers of pictures.
        const auto read = [&](const ImageSource& source) {
            const double share = static_cast<double>(source.size()) / all;
            Job::Stage stage(reading.job(), share, "");
            return TrainingPictures::read(
                source, input(),
                static_cast<std::uint64_t>(share * static_cast<double>(method_->options().pictureBytes)),
                stage.job());
        };
        TrainingPictures goodPictures = read(good);
        return {std::move(goodPictures), read(bad)};
    }

    /// A trained network is in use from here on; `method` is null when it stays.
    void adopt(std::unique_ptr<FineTunedMethod> method, std::shared_ptr<FineTunedNetwork> network,
               const at::Device& device) {
        freeze(*network);
        const FineTunedMethod& maker = method ? *method : *method_;
        auto scorer = guardedTraining(maker.title(), [&] { return maker.makeScorer(network); });
        if (method) method_ = std::move(method);
        network_ = std::move(network);
        scorer_ = std::move(scorer);
        device_ = deviceName(device);
    }

    MakeMethod makeMethod_;
    DetectorConfig config_;
    std::unique_ptr<FineTunedMethod> method_;
    std::string device_;
    BackboneIdentity backbone_;  ///< the one training began from
    std::shared_ptr<FineTunedNetwork> network_;
    std::unique_ptr<PictureScorer> scorer_;
    std::optional<LossCurve> curve_;
    Json facts_ = Json::object();
};
}  // namespace

std::shared_ptr<const Trunk> foldedBackbone(FineTunedNetwork& network) {
    return std::make_shared<const Trunk>(network.shape(), network.backbone()->state(), network.lastLayer(),
                                         network.parameters().front().device(),
                                         std::vector<BackboneIdentity>());
}

std::unique_ptr<Detector> makeFineTunedDetector(const DetectorConfig& config, MakeMethod makeMethod) {
    return std::make_unique<FineTunedDetector>(config, std::move(makeMethod));
}

}  // namespace segad::nn
