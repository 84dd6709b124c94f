#include "core/workflow/train_presets.h"

#include <algorithm>

#include "core/detector/catalog.h"
#include "core/nn/weight_store.h"
#include "core/workflow/disk_need.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
std::string ifImported(const std::string& backbone) {
    return !backbone.empty() && WeightStore().find(backbone) ? backbone : std::string();
}
}  // namespace

const std::vector<TrainPreset>& trainPresets() {
    static const std::vector<TrainPreset> presets{
        {.key = "quick",
         .title = "Quick",
         .summary = "PatchCore: learns in one pass over the good parts.",
         .detectors = {{.key = "patchcore"}}},
        {.key = "balanced",
         .title = "Balanced",
         .summary = "PatchCore and the small EfficientAD, which also sees parts in the wrong place.",
         .detectors = {{.key = "patchcore"},
                       // The published 70000 steps take days without a graphics card. Few steps don't reach
                       // what padding adds at the border, which then outshines every defect.
                       {.key = "efficientad_small", .params = {{"steps", 5000}, {"padding", false}}}}},
        {.key = "paper",
         .title = "Paper",
         .summary = "Reverse Distillation and the medium EfficientAD: the published “All AD”.",
         .detectors = {{.key = "rd4ad", .backbone = "wide_resnet50_2"}, {.key = "efficientad_medium"}}},
    };
    return presets;
}

const TrainPreset& trainPreset(std::string_view key) {
    const auto found = std::ranges::find(trainPresets(), key, &TrainPreset::key);
    if (found != trainPresets().end()) return *found;
    std::string known;
    for (const TrainPreset& preset : trainPresets())
        known += (known.empty() ? "" : ", ") + preset.key;
    throw Error(ErrorCode::NotFound, std::string(key), "is no preset", "Choose one of: " + known + ".");
}

std::vector<TrainRequest> presetRequests(const TrainPreset& preset, const TrainRequest& base) {
    std::vector<TrainRequest> requests;
    for (const PresetDetector& detector : preset.detectors) {
        TrainRequest request = base;
        request.detector = detector.key;
        request.backbone = ifImported(detector.backbone);
        request.params = detector.params;
        requests.push_back(std::move(request));
    }
    return requests;
}

PresetPlan planPreset(const TrainPreset& preset, const TrainRequest& base) {
    PresetPlan plan;
    plan.freeBytes = freeDiskBytes(base.project);
    for (const TrainRequest& request : presetRequests(preset, base)) {
        try {
            plan.plans.push_back(planTraining(request));
        } catch (const Error& error) {
            // What is wrong with the project as a whole is no matter of this preset.
            if (error.subject() == toUtf8(base.project)) throw;
            plan.problem = error;
            return plan;
        }
        const TrainPlan& added = plan.plans.back();
        plan.trainSeconds += added.trainSeconds;
        plan.scoreSeconds += added.scoreSeconds;
        plan.memoryBytes = std::max(plan.memoryBytes, added.memoryBytes);
        plan.modelBytes += added.modelBytes;
        plan.mapBytes += mapBytesOf(request, added.scoreParts);
    }
    return plan;
}

}  // namespace segad
