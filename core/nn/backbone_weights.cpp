// Finds the tensors of a named backbone and checks them.
#include <algorithm>

#include "core/base/error.h"
#include "core/nn/backbone_weights_torch.h"
#include "core/nn/backbones.h"
#include "core/nn/embedded_backbone.h"
#include "core/nn/guest_weights.h"
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

std::optional<WeightEntry> withIdentity(std::vector<WeightEntry> entries, int lastLayer,
                                        const std::string& identity) {
    for (WeightEntry& entry : entries) {
        if (entry.identityUpTo(layerName(lastLayer)) == identity) return std::move(entry);
    }
    return std::nullopt;
}

/// The entry under `name`, or, for a model that was trained with certain weights, the entry that has them.
WeightEntry findWeights(const std::string& name, int lastLayer, const std::string& identity) {
    const std::vector<std::string> stages = stageNames(lastLayer);
    if (identity.empty()) return WeightStore().require(name, stages);
    // Before the store is touched: a line PC need not have one.
    if (auto guest = withIdentity(GuestWeights::present(), lastLayer, identity)) return *std::move(guest);
    const WeightStore store;
    if (auto known = withIdentity(availableWeights(store), lastLayer, identity)) return *std::move(known);
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
}  // namespace

BackboneWeights::BackboneWeights(const std::string& backbone, int lastLayer, const std::string& identity)
    : lastLayer_(lastLayer) {
    const BackboneInfo* row = findBackbone(backbone);
    if (row != nullptr && row->origin == WeightOrigin::Seed) {
        shape_ = &row->shape();
        identities_.assign(static_cast<std::size_t>(lastLayer),
                           {.name = backbone, .architecture = row->architecture});
        return;
    }
    entry_ = findWeights(backbone, lastLayer, identity);
    shape_ = &backboneShape(entry_->architecture);
    identities_ = identitiesOf(*entry_, lastLayer);
}

StateDict BackboneWeights::read() const {
    return entry_ ? readWeights(WeightStore(entry_->file.parent_path()).open(*entry_), *shape_, lastLayer_)
                  : untrainedState(*shape_, lastLayer_, kUntrainedSeed);
}

}  // namespace segad::nn
