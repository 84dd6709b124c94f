#include "core/workflow/backbone_offers.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/detector/catalog.h"
#include "core/nn/backbone_tensors.h"
#include "core/nn/embedded_backbone.h"
#include "core/nn/weight_store.h"
#include "core/workflow/backbone_choice.h"

namespace segad {

namespace {
bool hasAll(const std::vector<std::string>& layers, const std::vector<int>& wanted) {
    return std::ranges::all_of(wanted, [&](int layer) {
        return std::ranges::find(layers, "layer" + std::to_string(layer)) != layers.end();
    });
}

BackboneOffer offerOf(const WeightEntry& entry) {
    BackboneOffer offer{.name = entry.name,
                        .architecture = entry.architecture,
                        .lastLayer = entry.layers.empty() ? std::string() : entry.layers.back()};
    if (const BackboneInfo* row = findBackbone(entry.name)) {
        offer.title = row->title;
        offer.note = row->note;
        offer.origin = row->origin;
    }
    return offer;
}

/// "" when a training without a choice would find none.
std::string preferredFor(const DetectorInfo& info, const Json& params) {
    try {
        return chooseBackbone({}, info, params).name;
    } catch (const Error& error) {
        if (error.code() != ErrorCode::MissingWeights) throw;
        return {};
    }
}
}  // namespace

std::vector<BackboneOffer> offerBackbones(const std::string& detector, const Json& params) {
    const DetectorInfo& info = detectorInfo(detector);
    if (!info.usesBackbone) return {};
    const std::vector<int> wanted = info.backboneLayers ? info.backboneLayers(params) : std::vector<int>{};
    const std::string preferred = preferredFor(info, params);
    std::vector<BackboneOffer> offers;
    for (const WeightEntry& entry : availableWeights(WeightStore())) {
        if (!info.fitsArchitecture(entry.architecture)) continue;
        offers.push_back(offerOf(entry));
        offers.back().fits = hasAll(entry.layers, wanted);
    }
    for (const BackboneInfo& row : backboneCatalog()) {
        if (row.origin != WeightOrigin::Seed || !info.fitsArchitecture(row.architecture)) continue;
        offers.push_back({.name = row.name,
                          .title = row.title,
                          .note = row.note,
                          .architecture = row.architecture,
                          .origin = row.origin,
                          .lastLayer = backboneStages(row.architecture).back().name});
    }
    for (BackboneOffer& offer : offers)
        offer.preferred = offer.name == preferred;
    return offers;
}

std::string catalogBackboneLike(const std::string& backbone) {
    if (backbone.empty() || findBackbone(backbone) != nullptr) return backbone;
    try {
        const std::optional<WeightEntry> entry = WeightStore().find(backbone);
        if (!entry) return {};
        const auto& rows = backboneCatalog();
        const auto row = std::ranges::find(rows, entry->architecture, &BackboneInfo::architecture);
        return row == rows.end() ? std::string() : row->name;
    } catch (const Error& error) {
        // An estimate is no reason to fail; the training itself will say what is wrong.
        log::warn(error.what());
        return {};
    }
}

}  // namespace segad
