#include "core/workflow/backbone_choice.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/nn/backbone_tensors.h"
#include "core/nn/backbones.h"
#include "core/nn/embedded_backbone.h"
#include "core/nn/weight_store.h"

namespace segad {

namespace {
constexpr const char* kUsual = "resnet18";
constexpr const char* kUntrained = "resnet18-untrained";

std::string layerName(int layer) {
    return "layer" + std::to_string(layer);
}

std::vector<std::string> stageNames(const std::vector<int>& layers) {
    std::vector<std::string> names;
    names.reserve(layers.size());
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
    const std::string& usual = detector.backboneArchitectures.empty()
                                   ? detector.preferredBackbone
                                   : detector.backboneArchitectures.front();
    return {ErrorCode::InvalidArgument, name,
            "is " + architecture + ", which " + detector.title + " can't use",
            "Choose another backbone, such as " + usual + "."};
}

/// How a detector whose depth can be chosen takes weights that end early: "last_layer=3"; "" for others.
std::string shallower(const DetectorInfo& detector, const WeightEntry& entry) {
    if (detector.params.find("last_layer") == nullptr || entry.layers.empty()) return {};
    return "last_layer=" + entry.layers.back().substr(layerName(0).size() - 1);
}

void requireWanted(const std::string& name, const std::vector<std::string>& stages,
                   const DetectorInfo& detector) {
    const WeightStore store;
    try {
        store.require(name, stages);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::MissingWeights) throw;
        const std::vector<WeightEntry> all = availableWeights(store);
        const auto entry = std::ranges::find(all, name, &WeightEntry::name);
        const std::string way = entry == all.end() ? std::string() : shallower(detector, *entry);
        if (way.empty()) throw;
        throw Error(error.code(), error.subject(), error.message(),
                    error.remedy() + " Or let it go no deeper: " + way + ".");
    }
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
        requireWanted(wanted, stageNames(layers), detector);
        return {.name = wanted};
    }
    if (imported(detector.preferredBackbone, layers)) return {.name = detector.preferredBackbone};
    if (detector.preferredBackbone != kUsual && imported(kUsual, layers)) return {.name = kUsual};
    if (std::ranges::all_of(layers, [](int layer) { return embeddedWeights().has(layerName(layer)); }))
        return {.name = kEmbeddedBackbone};
    std::string remark =
        "No backbone weights are imported, and the embedded one lacks layers this needs, so an untrained "
        "ResNet-18 is used: good enough to try the program, not to inspect parts. Import some under Settings "
        "▸ "
        "Weights or with 'segad weights import FILE'";
    if (const std::string way = shallower(detector, embeddedWeights()); !way.empty())
        remark += ", or use the embedded one: " + way;
    return {.name = kUntrained, .remark = std::move(remark)};
}

}  // namespace segad
