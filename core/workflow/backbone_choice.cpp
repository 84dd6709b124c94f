#include "core/workflow/backbone_choice.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/nn/backbones.h"
#include "core/nn/embedded_backbone.h"
#include "core/nn/weight_store.h"

namespace segad {

namespace {
constexpr const char* kPreferred = "resnet18";
constexpr const char* kUntrained = "resnet18-untrained";

std::string layerName(int layer) {
    return "layer" + std::to_string(layer);
}

std::vector<std::string> stageNames(const std::vector<int>& layers) {
    std::vector<std::string> names;
    for (const int layer : layers)
        names.push_back(layerName(layer));
    return names;
}

bool imported(const std::string& name, const std::vector<int>& layers) {
    try {
        const std::optional<WeightEntry> entry = WeightStore().find(name);
        return entry && std::ranges::all_of(layers, [&](int layer) { return entry->has(layerName(layer)); });
    } catch (const Error& error) {
        // A damaged store is no reason to fail where nothing was asked of it; verify() reports it.
        log::warn(error.what());
        return false;
    }
}
}  // namespace

BackboneChoice chooseBackbone(const std::string& wanted, const DetectorInfo& detector, const Json& params) {
    if (!detector.usesBackbone) return {};
    const std::vector<int> layers =
        detector.backboneLayers ? detector.backboneLayers(params) : std::vector<int>{};
    if (!wanted.empty()) {
        const BackboneInfo* row = findBackbone(wanted);
        if (row != nullptr && row->origin == WeightOrigin::Seed)
            return {.name = wanted, .remark = "The backbone " + wanted + " is untrained, as asked for"};
        WeightStore().require(wanted, stageNames(layers));
        return {.name = wanted};
    }
    if (imported(kPreferred, layers)) return {.name = kPreferred};
    if (std::ranges::all_of(layers, [](int layer) { return embeddedWeights().has(layerName(layer)); }))
        return {.name = kEmbeddedBackbone};
    return {
        .name = kUntrained,
        .remark =
            "No backbone weights are imported, and the embedded one lacks layers this needs, so an untrained "
            "ResNet-18 is used: good enough to try the program, not to inspect parts. Import some with "
            "'segad weights import FILE'"};
}

}  // namespace segad
