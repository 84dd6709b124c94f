// EfficientAD (Batzner, Heckler and König 2024) as two Detectors, small and medium; efficientad.md holds
// every choice.
#include <cmath>
#include <stdexcept>

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/detector/catalog.h"
#include "core/detector/detector.h"
#include "core/detector/efficientad_learning_torch.h"
#include "core/detector/efficientad_training_torch.h"
#include "core/nn/checkpoint_torch.h"
#include "core/nn/model_io.h"
#include "core/nn/runtime_torch.h"

namespace segad::nn {

namespace {
/// The tensors of a model by the names of its parts.
constexpr const char* kTeacher = "teacher.";

void write(ModelWriter& writer, const std::string& name, const at::Tensor& tensor) {
    const at::Tensor plain = tensor.to(at::kCPU, at::kFloat).contiguous();
    const float* first = plain.data_ptr<float>();
    writer.tensor(name, plain.sizes().vec(), std::vector<float>(first, first + plain.numel()));
}

at::Tensor read(const ModelReader& reader, const std::string& name, at::IntArrayRef shape) {
    if (at::IntArrayRef(reader.shape(name)) != shape) {
        throw Error(ErrorCode::InvalidData, toUtf8(reader.path()),
                    "its tensor " + name + " does not fit its networks", "Train the detector again.");
    }
    at::Tensor tensor = at::empty(shape, at::kFloat);
    reader.floatsInto(name, {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())});
    if (!std::isfinite(tensor.sum(at::kDouble).item<double>())) {
        throw Error(ErrorCode::InvalidData, toUtf8(reader.path()),
                    "its tensor " + name + " has values that are not finite", "Train the detector again.");
    }
    return tensor;
}

class EfficientAd final : public Detector {
public:
    EfficientAd(std::string key, const DetectorConfig& config)
        : key_(std::move(key)), config_(config), options_(EfficientAdOptions::fromParams(config.params)) {}

    DetectorDescription description() const override {
        return {.key = key_,
                .params = config_.params,
                .backbone = isTrained() ? teacher_.identity : BackboneIdentity{.name = config_.backbone},
                .seed = config_.seed,
                .device = isTrained() ? deviceName(frozen_->device()) : config_.device,
                .facts = facts_};
    }

    bool isTrained() const noexcept override { return frozen_ != nullptr; }
    NetworkInput input() const override { return EfficientAdOptions::input(); }
    std::optional<LossCurve> lossCurve() const override { return curve_; }

    std::vector<Scored> score(std::span<const cv::Mat> rgb) const override {
        if (!isTrained()) throw std::logic_error("an untrained detector can't score");
        std::vector<Scored> results;
        for (const cv::Mat& picture : rgb)
            results.push_back(guarded(detectorInfo(key_).title, [&] { return scoreOne(picture); }));
        return results;
    }

    void save(ModelWriter& writer) const override {
        if (!isTrained()) throw std::logic_error("an untrained detector has nothing to save");
        for (const auto& [name, tensor] : teacher_.state)
            write(writer, kTeacher + name, tensor);
        for (const auto& [name, tensor] : networks_)
            write(writer, name, tensor);
        write(writer, "scale.mean", scale_.mean);
        write(writer, "scale.deviation", scale_.deviation);
        writer.tensor("quantiles", {4},
                      std::vector<float>{quantiles_.studentTeacher[0], quantiles_.studentTeacher[1],
                                         quantiles_.autoencoder[0], quantiles_.autoencoder[1]});
        writer.header({{"detector", key_},
                       {"params", config_.params},
                       {"seed", config_.seed},
                       {"backbone", teacher_.identity.name},
                       {"architecture", teacher_.identity.architecture},
                       {"backbone_sha256", teacher_.identity.weightsSha256},
                       {"backbone_identity", teacher_.identity.weightsIdentity},
                       {"facts", facts_}});
    }

    void load(const ModelReader& reader) override;

private:
    Scored scoreOne(const cv::Mat& picture) const {
        const MapPair maps = frozen_->maps(picture);
        const cv::Mat map = mapAtInputSize(combinedMap(maps, quantiles_), options_.padding, input().size);
        double largest = 0;
        cv::minMaxLoc(map, nullptr, &largest);
        if (!std::isfinite(cv::sum(map)[0])) {
            throw Error(ErrorCode::InvalidData, "picture", "gives a map that is not finite",
                        "Train the detector again, with a lower learning rate if that repeats itself.");
        }
        return {.imageScore = largest, .map = AnomalyMap(map, detectorInfo(key_).title + "'s map")};
    }

    void learn(const TrainingSet& parts, const TrainingOptions& wishes, Job& job) override {
        job.throwIfCancelled();
        Teacher teacher = openFittingTeacher(config_.backbone);
        DetectorDescription description = this->description();
        description.backbone = teacher.identity;
        TrainedEfficientAd trained = trainEfficientAd(options_, teacher, description, parts, wishes,
                                                      torchDevice(parseDevice(config_.device)), job);
        teacher_ = std::move(teacher);
        scale_ = std::move(trained.scale);
        networks_ = std::move(trained.networks);
        frozen_ = std::move(trained.frozen);
        quantiles_ = trained.quantiles;
        curve_ = std::move(trained.curve);
        facts_ = std::move(trained.facts);
    }

    Teacher openFittingTeacher(const std::string& name) const {
        Teacher teacher = openTeacher(name);
        if (!detectorInfo(key_).fitsArchitecture(teacher.identity.architecture)) {
            throw Error(ErrorCode::InvalidArgument, name,
                        "is a teacher of another size (" + teacher.identity.architecture + ")",
                        "Choose a teacher made for " + detectorInfo(key_).title + ".");
        }
        return teacher;
    }

    const std::string key_;
    DetectorConfig config_;
    EfficientAdOptions options_;
    Teacher teacher_;
    TeacherScale scale_;
    StateDict networks_;
    std::unique_ptr<FrozenEfficientAd> frozen_;
    MapQuantiles quantiles_;
    std::optional<LossCurve> curve_;
    Json facts_ = Json::object();
};

void EfficientAd::load(const ModelReader& reader) {
    const Json& header = reader.header();
    const auto damaged = [&](const std::string& why) {
        return Error(ErrorCode::InvalidData, toUtf8(reader.path()), why, "Train the detector again.");
    };
    if (header.value("detector", std::string()) != key_)
        throw damaged("is not a model of " + detectorInfo(key_).title);
    DetectorConfig config = config_;
    EfficientAdOptions options;
    Teacher teacher;
    try {
        config.params = header.at("params");
        config.seed = header.at("seed").get<std::uint64_t>();
        config.backbone = header.at("backbone").get<std::string>();
        options = EfficientAdOptions::fromParams(config.params);
        teacher.identity = {.name = config.backbone,
                            .architecture = header.at("architecture").get<std::string>(),
                            .weightsSha256 = header.at("backbone_sha256").get<std::string>(),
                            .weightsIdentity = header.at("backbone_identity").get<std::string>()};
    } catch (const Json::exception& failure) {
        throw damaged(std::string("its header can't be used: ") + failure.what());
    }
    teacher.shape = findPdnShape(teacher.identity.architecture);
    if (teacher.shape == nullptr) throw damaged("its teacher is of an unknown kind");
    // The networks know every name and shape, so they also are the checklist.
    guarded(detectorInfo(key_).title, [&] {
        const EfficientAdNetworks blank{.student = Pdn(*teacher.shape, 2 * kTeacherChannels, options.padding),
                                        .autoencoder = Autoencoder(options.padding)};
        StateDict networks;
        for (const auto& [name, tensor] : blank.state())
            networks.emplace(name, read(reader, name, tensor.sizes()));
        for (const auto& [name, tensor] : Pdn(*teacher.shape, kTeacherChannels, options.padding)->state())
            teacher.state.emplace(name, read(reader, kTeacher + name, tensor.sizes()));
        TeacherScale scale{.mean = read(reader, "scale.mean", {1, kTeacherChannels, 1, 1}),
                           .deviation = read(reader, "scale.deviation", {1, kTeacherChannels, 1, 1})};
        const at::Tensor quantiles = read(reader, "quantiles", {4});
        const float* q = quantiles.data_ptr<float>();
        auto frozen = std::make_unique<FrozenEfficientAd>(teacher, scale, networks, options.padding,
                                                          torchDevice(parseDevice(config.device)));
        quantiles_ = {.studentTeacher = {q[0], q[1]}, .autoencoder = {q[2], q[3]}};
        config_ = std::move(config);
        options_ = std::move(options);
        teacher_ = std::move(teacher);
        scale_ = std::move(scale);
        networks_ = std::move(networks);
        frozen_ = std::move(frozen);
        facts_ = header.value("facts", Json::object());
        curve_.reset();
    });
}
}  // namespace

}  // namespace segad::nn

extern "C" {
std::unique_ptr<segad::Detector> segadCreateEfficientAdSmall(const segad::DetectorConfig& config) {
    return std::make_unique<segad::nn::EfficientAd>("efficientad_small", config);
}

std::unique_ptr<segad::Detector> segadCreateEfficientAdMedium(const segad::DetectorConfig& config) {
    return std::make_unique<segad::nn::EfficientAd>("efficientad_medium", config);
}
}
