#include "core/workflow/backbone_choice.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/nn/backbone_tensors.h"
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

Error unfit(const std::string& name, const std::string& architecture, const DetectorInfo& detector) {
    const std::string& usual =
        detector.backboneArchitectures.empty() ? kPreferred : detector.backboneArchitectures.front();
    return {ErrorCode::InvalidArgument, name,
            "is " + architecture + ", which " + detector.title + " can't use",
            "Choose another backbone, such as " + usual + "."};
}

/// The teacher a detector imitates: the one named, else the imported one, else one that was made here.
std::string chooseTeacher(const std::string& wanted, const DetectorInfo& detector) {
    const WeightStore store;
    if (!wanted.empty()) {
        const WeightEntry entry = store.require(wanted, {kTeacherStage});
        if (!detector.fitsArchitecture(entry.architecture)) throw unfit(wanted, entry.architecture, detector);
        return wanted;
    }
    const std::vector<WeightEntry> entries = store.list();
    for (const std::string& architecture : detector.backboneArchitectures) {
        if (std::ranges::find(entries, architecture, &WeightEntry::name) != entries.end())
            return architecture;
        const auto own = std::ranges::find(entries, architecture, &WeightEntry::architecture);
        if (own != entries.end()) return own->name;
    }
    return store.require(detector.backboneArchitectures.front(), {kTeacherStage}).name;
}
}  // namespace

BackboneChoice chooseBackbone(const std::string& wanted, const DetectorInfo& detector, const Json& params) {
    if (!detector.usesBackbone) return {};
    const std::vector<int> layers =
        detector.backboneLayers ? detector.backboneLayers(params) : std::vector<int>{};
    const BackboneInfo* row = findBackbone(wanted);
    if (row != nullptr && !detector.fitsArchitecture(row->architecture))
        throw unfit(wanted, row->architecture, detector);
    if (row != nullptr && row->origin == WeightOrigin::Seed)
        return {.name = wanted, .remark = "The backbone " + wanted + " is untrained, as asked for"};
    if (!detector.backboneArchitectures.empty()) return {.name = chooseTeacher(wanted, detector)};
    if (!wanted.empty()) {
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
