#include "core/workflow/training_plan.h"

#include <fstream>
#include <optional>
#include <sstream>

#include "core/base/threads.h"
#include "core/workflow/backbone_offers.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
constexpr std::uint64_t kMebibyte = 1ULL << 20U;

/// What the kernel thinks can be used without swapping; absent where it doesn't say.
std::optional<std::uint64_t> availableMemory() {
    std::ifstream info("/proc/meminfo");
    for (std::string line; std::getline(info, line);) {
        std::istringstream words(line);
        std::string name;
        std::uint64_t kibibytes = 0;
        if (words >> name >> kibibytes && name == "MemAvailable:") return kibibytes * 1024;
    }
    return std::nullopt;
}

void requireMemory(const ResolvedTraining& training) {
    const std::optional<std::uint64_t> available = availableMemory();
    if (!available || training.cost.trainBytes <= *available) return;
    const bool bounded = training.info.params.find("memory_limit") != nullptr;
    throw Error(ErrorCode::OutOfMemory, training.info.key,
                "needs about " + std::to_string(training.cost.trainBytes / kMebibyte) + " MiB, " +
                    std::to_string(*available / kMebibyte) + " MiB are free",
                bounded ? "Lower memory_limit or coreset_ratio, or close other programs."
                        : "Close other programs or train on fewer parts.");
}
}  // namespace

ResolvedTraining resolveTraining(const Project& project, const TrainRequest& request) {
    const DetectorInfo& info = detectorInfo(request.detector);
    ResolvedTraining training{.info = info, .params = info.params.complete(request.params)};
    training.backbone = chooseBackbone(request.backbone, info, training.params);
    training.roles = rolesForTraining(project);
    if (info.estimateCost) {
        training.cost = info.estimateCost({.params = training.params,
                                           .backbone = catalogBackboneLike(training.backbone.name),
                                           .trainParts = training.roles.count(Role::Train),
                                           .threads = threadCount()});
    }
    requireMemory(training);
    return training;
}

TrainPlan planTraining(const TrainRequest& request) {
    const Project project = Project::open(request.project, true);
    const ResolvedTraining training = resolveTraining(project, request);
    TrainPlan plan;
    plan.backbone = training.backbone.name;
    plan.remark = training.backbone.remark;
    plan.trainParts = static_cast<int>(training.roles.count(Role::Train));
    plan.calibrateParts = static_cast<int>(training.roles.count(Role::Calibrate));
    plan.scoreParts = request.score ? static_cast<int>(training.roles.parts.size()) : 0;
    plan.trainSeconds = training.cost.trainSeconds;
    plan.scoreSeconds = training.cost.scoreSecondsPerPart * plan.scoreParts;
    plan.memoryBytes = std::max(training.cost.trainBytes, training.cost.scoreBytes);
    plan.scratchBytes = training.cost.scratchBytes;
    plan.modelBytes = training.cost.modelBytes;
    return plan;
}

}  // namespace segad
