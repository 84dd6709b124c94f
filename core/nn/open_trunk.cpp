// Finds the tensors of a named backbone, checks them, and keeps the trunks that are in use.
#include <algorithm>
#include <mutex>

#include "core/base/log.h"
#include "core/nn/backbones.h"
#include "core/nn/embedded_backbone.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"
#include "core/nn/weight_store.h"

namespace segad::nn {

namespace {
constexpr std::uint64_t kUntrainedSeed = 18;  ///< part of what "resnet18-untrained" means; never change it

std::string layerName(int layer) {
    return "layer" + std::to_string(layer);
}

std::vector<std::string> stageNames(int lastLayer) {
    std::vector<std::string> names{"stem"};
    for (int layer = 1; layer <= lastLayer; ++layer)
        names.push_back(layerName(layer));
    return names;
}

/// The entry under `name`, or, for a model that was trained with certain weights, the entry that has them.
WeightEntry findWeights(const WeightStore& store, const std::string& name, int lastLayer,
                        const std::string& identity) {
    const std::vector<std::string> stages = stageNames(lastLayer);
    if (identity.empty()) return store.require(name, stages);
    for (WeightEntry& entry : availableWeights(store)) {
        if (entry.identityUpTo(layerName(lastLayer)) == identity) return std::move(entry);
    }
    const WeightEntry other = store.require(name, stages);
    throw Error(ErrorCode::Corrupt, name,
                "its weights (" + other.sha256.substr(0, 8) + ") are not those the model was trained with",
                "Import the weights with the identity " + identity.substr(0, 8) +
                    "… under another name, or train the detector again.");
}

StateDict readWeights(const TensorFile& file, const BackboneShape& shape, int lastLayer) {
    // The module knows every name and shape, so it also is the checklist.
    ResNet network(shape, lastLayer);
    StateDict state;
    for (const auto& [name, target] : network->state()) {
        const TensorInfo* info = file.find(name);
        if (info == nullptr || at::IntArrayRef(info->shape) != target.sizes()) {
            throw Error(ErrorCode::InvalidData, toUtf8(file.path()),
                        "tensor " + name + " is missing or misshapen", "Import the weights again.");
        }
        at::Tensor tensor = at::empty(target.sizes(), at::kFloat);
        file.loadInto(name, {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())});
        state.emplace(name, std::move(tensor));
    }
    return state;
}

/// Who the weights of an entry are, for each layer up to the last one.
std::vector<BackboneIdentity> identitiesOf(const WeightEntry& entry, int lastLayer) {
    std::vector<BackboneIdentity> identities;
    for (int layer = 1; layer <= lastLayer; ++layer) {
        identities.push_back({.name = entry.name,
                              .architecture = entry.architecture,
                              .weightsSha256 = entry.sha256,
                              .weightsIdentity = entry.identityUpTo(layerName(layer))});
    }
    return identities;
}

/// Trunks that somebody holds, and the one opened last.
class TrunkCache {
public:
    std::mutex mutex;

    /// A trunk of these weights that reaches at least to the last of the layers.
    std::shared_ptr<const Trunk> find(const std::vector<BackboneIdentity>& layers, const at::Device& device,
                                      at::ScalarType type) {
        std::erase_if(trunks_, [](const auto& trunk) { return trunk.expired(); });
        const int last = static_cast<int>(layers.size());
        for (const auto& weak : trunks_) {
            auto trunk = weak.lock();
            if (trunk && trunk->device() == device && trunk->type() == type && trunk->lastLayer() >= last &&
                trunk->identity(last) == layers.back())
                return trunk;
        }
        return nullptr;
    }

    std::shared_ptr<const Trunk> keep(std::shared_ptr<const Trunk> trunk) {
        trunks_.push_back(trunk);
        latest_ = trunk;
        return trunk;
    }

private:
    std::vector<std::weak_ptr<const Trunk>> trunks_;
    /// Stays when nobody holds it: detectors come and go on the same backbone.
    std::shared_ptr<const Trunk> latest_;
};

TrunkCache& cache() {
    // Never destroyed: at exit LibTorch's own statics may already be gone.
    static TrunkCache& trunks = *new TrunkCache;
    return trunks;
}
}  // namespace

std::shared_ptr<const Trunk> openTrunk(const std::string& backbone, int lastLayer, const std::string& device,
                                       const std::string& identity, at::ScalarType type) {
    return guarded(backbone, [&]() -> std::shared_ptr<const Trunk> {
        const at::Device where = torchDevice(parseDevice(device));
        const BackboneInfo* row = findBackbone(backbone);
        const std::scoped_lock lock(cache().mutex);
        if (row != nullptr && row->origin == WeightOrigin::Seed) {
            const std::vector<BackboneIdentity> who(static_cast<std::size_t>(lastLayer),
                                                    {.name = backbone, .architecture = row->architecture});
            if (auto known = cache().find(who, where, type)) return known;
            const BackboneShape& shape = backboneShape(row->architecture);
            return cache().keep(std::make_shared<const Trunk>(
                shape, untrainedState(shape, lastLayer, kUntrainedSeed), lastLayer, where, who, type));
        }
        const WeightStore store;
        const WeightEntry entry = findWeights(store, backbone, lastLayer, identity);
        const std::vector<BackboneIdentity> who = identitiesOf(entry, lastLayer);
        if (auto known = cache().find(who, where, type)) return known;
        const BackboneShape& shape = backboneShape(entry.architecture);
        log::debug("backbone " + entry.name + " up to " + layerName(lastLayer) + " on " + deviceName(where));
        return cache().keep(std::make_shared<const Trunk>(
            shape, readWeights(store.open(entry), shape, lastLayer), lastLayer, where, who, type));
    });
}

}  // namespace segad::nn
