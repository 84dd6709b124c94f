#include "core/workflow/backbone_choice.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/nn/backbones.h"
#include "core/nn/weight_store.h"

namespace segad {

namespace {
constexpr const char* kPreferred = "resnet18";
constexpr const char* kUntrained = "resnet18-untrained";

bool imported(const std::string& name, const std::vector<int>& layers) {
    try {
        const std::optional<WeightEntry> entry = WeightStore().find(name);
        return entry && std::ranges::all_of(
                            layers, [&](int layer) { return entry->has("layer" + std::to_string(layer)); });
    } catch (const Error& error) {
        // A damaged store is no reason to fail where nothing was asked of it; verify() reports it.
        log::warn(error.what());
        return false;
    }
}
}  // namespace

BackboneChoice chooseBackbone(const std::string& wanted, const DetectorInfo& detector, const Json& params) {
    if (!detector.usesBackbone) return {};
    if (!wanted.empty()) {
        const BackboneInfo& info = backboneInfo(wanted);
        if (info.origin != WeightOrigin::Seed) return {.name = wanted};
        return {.name = wanted, .remark = "The backbone " + info.name + " is untrained, as asked for"};
    }
    const std::vector<int> layers =
        detector.backboneLayers ? detector.backboneLayers(params) : std::vector<int>{};
    if (imported(kPreferred, layers)) return {.name = kPreferred};
    return {.name = kUntrained,
            .remark =
                "No backbone weights are imported, so an untrained ResNet-18 is used: good enough to try the "
                "program, not to inspect parts. Import some with 'segad weights import FILE'"};
}

}  // namespace segad
