// PatchCore (Roth et al. 2022) as a Detector; patchcore.md holds every choice.
#include <cmath>
#include <stdexcept>

#include "core/base/error.h"
#include "core/detector/detector.h"
#include "core/detector/finite_torch.h"
#include "core/detector/patch_embedding_torch.h"
#include "core/detector/patch_scores_torch.h"
#include "core/detector/patchcore_training_torch.h"
#include "core/detector/trunk_precision.h"
#include "core/nn/model_io.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

namespace {
class PatchCore final : public Detector {
public:
    explicit PatchCore(const DetectorConfig& config)
        : config_(config), options_(PatchCoreOptions::fromParams(config.params)) {}

    DetectorDescription description() const override {
        return {.key = "patchcore",
                .params = config_.params,
                .backbone = trunk_ ? trunk_->identity(options_.layers.back())
                                   : BackboneIdentity{.name = config_.backbone},
                .seed = config_.seed,
                .device = trunk_ ? deviceName(trunk_->device()) : config_.device,
                .facts = facts_};
    }

    bool isTrained() const noexcept override { return bank_ != nullptr; }
    NetworkInput input() const override { return options_.input; }

    std::optional<TrunkNeed> trunk() const override {
        return TrunkNeed{.trunk = trunk_, .layers = options_.layers, .input = options_.input};
    }

    std::vector<Scored> score(std::span<const cv::Mat> rgb) const override {
        const Detector* self = this;
        return std::move(scoreTogether({&self, 1}, rgb).front());
    }

    Scored scoreFeatures(const TrunkFeatures& features) const override {
        return guarded("PatchCore", [&] {
            const at::Tensor patches = embedPatches(features, options_);
            requireFinite(patches, "picture");
            const std::vector<Nearest> nearest = bank_->nearest(patches);
            const PatchCoreScore score = scoreImage(*bank_, patches, nearest, options_.neighbours);
            const at::Tensor& grid = features.map(options_.layers.front());
            const cv::Size size(static_cast<int>(grid.size(3)), static_cast<int>(grid.size(2)));
            return Scored{.imageScore = score.imageScore,
                          .map = AnomalyMap(patchMap(nearest, size, options_), "PatchCore's map"),
                          .extras = {{"max_patch_distance", score.maxPatchDistance}}};
        });
    }

    void save(ModelWriter& writer) const override {
        if (!isTrained()) throw std::logic_error("an untrained detector has nothing to save");
        const auto rows = static_cast<std::int64_t>(selected_.size());
        writer.borrowed("bank", {rows, bank_->dimension()}, bank_->values());
        writer.tensor("coreset_indices", {rows}, selected_);
        const BackboneIdentity& backbone = trunk_->identity(options_.layers.back());
        writer.header(
            {{"detector", "patchcore"},
             {"params", config_.params},
             {"seed", config_.seed},
             {"backbone", backbone.name},
             {"architecture", backbone.architecture},
             {"backbone_sha256", backbone.weightsSha256},
             {"backbone_identity", backbone.weightsIdentity},
             {"normalisation", {{"mean", {0.485, 0.456, 0.406}}, {"deviation", {0.229, 0.224, 0.225}}}},
             {"facts", facts_}});
    }

    void load(const ModelReader& reader) override {
        const Json& header = reader.header();
        const auto damaged = [&](const std::string& why) {
            return Error(ErrorCode::InvalidData, toUtf8(reader.path()), why, "Train the detector again.");
        };
        if (header.value("detector", std::string()) != "patchcore") throw damaged("is not a PatchCore model");
        DetectorConfig config = config_;
        PatchCoreOptions options;
        std::string identity;
        try {
            config.params = header.at("params");
            config.seed = header.at("seed").get<std::uint64_t>();
            config.backbone = header.at("backbone").get<std::string>();
            identity = header.at("backbone_identity").get<std::string>();
            options = PatchCoreOptions::fromParams(config.params);
        } catch (const Json::exception& failure) {
            throw damaged(std::string("its header can't be used: ") + failure.what());
        }
        auto trunk = openTrunk(config.backbone, options.layers.back(), config.device, identity,
                               trunkPrecision(config));
        std::int64_t dimension = 0;
        for (const int layer : options.layers)
            dimension += trunk->channels(layer);
        const std::vector<std::int64_t>& shape = reader.shape("bank");
        if (shape.size() != 2 || shape[0] < 1 || shape[1] != dimension) {
            throw damaged("its bank does not fit layers " + config.params.value("layers", std::string()) +
                          " of " + config.backbone);
        }
        std::vector<float> rows = reader.floats("bank");
        std::vector<std::int64_t> selected = reader.integers("coreset_indices");
        if (!std::ranges::all_of(rows, [](float v) { return std::isfinite(v); }))
            throw damaged("its bank has values that are not finite");
        if (std::ssize(selected) != shape[0]) throw damaged("its coreset indices do not fit its bank");
        guarded("PatchCore",
                [&] { bank_ = std::make_unique<PatchBank>(std::move(rows), dimension, trunk->device()); });
        config_ = std::move(config);
        options_ = std::move(options);
        selected_ = std::move(selected);
        facts_ = header.value("facts", Json::object());
        trunk_ = std::move(trunk);
    }

private:
    void learn(const TrainingSet& parts, const TrainingOptions&, Job& job) override {
        auto trunk =
            openTrunk(config_.backbone, options_.layers.back(), config_.device, {}, trunkPrecision(config_));
        guarded("PatchCore", [&] {
            TrainedBank trained = trainBank(options_, *trunk, parts.good, config_.seed, job);
            const auto dimension = static_cast<std::int64_t>(trained.rows.size() / trained.selected.size());
            bank_ = std::make_unique<PatchBank>(std::move(trained.rows), dimension, trunk->device());
            selected_ = std::move(trained.selected);
            facts_ = std::move(trained.facts);
            trunk_ = std::move(trunk);
        });
    }

    DetectorConfig config_;
    PatchCoreOptions options_;
    std::shared_ptr<const Trunk> trunk_;
    std::unique_ptr<PatchBank> bank_;
    std::vector<std::int64_t> selected_;
    Json facts_ = Json::object();
};
}  // namespace

}  // namespace segad::nn

extern "C" std::unique_ptr<segad::Detector> segadCreatePatchCore(const segad::DetectorConfig& config) {
    return std::make_unique<segad::nn::PatchCore>(config);
}
