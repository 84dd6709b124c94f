#include "core/workflow/training_plan.h"

#include <fstream>
#include <optional>
#include <sstream>

#include "core/base/threads.h"
#include "core/workflow/backbone_offers.h"
#include "core/workflow/detector_scoring.h"
#include "core/workflow/run_recording.h"
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

void estimate(ResolvedTraining& training, const std::string& device) {
    const std::size_t bad = training.roles.count(Role::Fit);
    training.question = {.params = training.params,
                         .backbone = catalogBackboneLike(training.backbone.name),
                         .trainParts = training.roles.count(Role::Train),
                         .badParts = bad,
                         .threads = threadCount()};
    if (!training.info.estimateCost) return;
    training.factors = rememberedCost(training.info.key, training.question.backbone, device);
    training.cost = refined(training.info.estimateCost(training.question), training.factors);
    if (training.folds == 0) return;
    CostQuestion without = training.question;
    without.badParts = bad - bad / static_cast<std::size_t>(training.folds);
    training.foldSeconds =
        refined(training.info.estimateCost(without), training.factors).trainSeconds * training.folds;
}

bool asksTheSame(const RunRecord& run, const RunRecord& wanted) {
    return run.kind == RunKind::Train && run.subject == wanted.subject && run.params == wanted.params &&
           run.options == wanted.options && run.seed == wanted.seed && run.backbone == wanted.backbone &&
           run.snapshot != 0;
}

/// The newest run with this question, these roles, and `answer`.
template <class Predicate>
std::optional<RunRecord> newestEqual(const Project& project, const RunRecord& wanted, const RoleTable& roles,
                                     Predicate answer) {
    std::vector<RunRecord> runs = project.runs().all();
    // RoleTable keeps the order of ids, as snapshots do.
    const std::vector<RolePair> pairs = roles.pairs();
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        if (asksTheSame(*run, wanted) && answer(*run) && project.runs().snapshot(run->snapshot) == pairs)
            return std::move(*run);
    }
    return std::nullopt;
}

bool hasCheckpoints(const Project& project, const RunRecord& run) {
    std::error_code absent;
    const Path folder = project.runs().checkpointFolder(run.id);
    return std::filesystem::is_directory(folder, absent) && !std::filesystem::is_empty(folder, absent);
}
}  // namespace

ResolvedTraining resolveTraining(const Project& project, const TrainRequest& request,
                                 const DetectorInfo& info) {
    ResolvedTraining training{
        .info = info, .params = info.params.complete(request.params), .options = Json::object()};
    if (info.requireInputs) info.requireInputs(training.params);
    training.backbone = chooseBackbone(request.backbone, info, training.params);
    if (training.learnsFromBad()) {
        training.roles = rolesForTraining(
            project, badPartOptions(project, request.badForFit, request.badSeed, request.publishedSubset));
        training.options = {{"bad", request.badForFit}, {"bad_seed", request.badSeed}};
        if (request.publishedSubset) training.options["published_subset"] = *request.publishedSubset;
        training.options["cross_fit"] = request.crossFit;
        if (request.crossFit) training.folds = dealToFolds(training.roles, request.seed);
    } else {
        training.roles = rolesForTraining(project);
    }
    if (request.deterministic) training.options["deterministic"] = true;
    estimate(training, request.device);
    requireMemory(training);
    return training;
}

RunRecord trainRecord(const TrainRequest& request, const ResolvedTraining& training) {
    RunRecord run = newRun(RunKind::Train, training.info.key, training.params);
    run.options = training.options;
    run.seed = request.seed;
    run.backbone = training.backbone.name;
    remark(run, training.backbone.remark);
    for (const std::string& note : training.roles.notes)
        remark(run, note);
    return run;
}

std::optional<RunRecord> stoppedRun(const Project& project, const RunRecord& wanted, const RoleTable& roles) {
    return newestEqual(project, wanted, roles, [&](const RunRecord& run) {
        return run.wasStopped() && hasCheckpoints(project, run);
    });
}

std::optional<RunRecord> finishedRun(const Project& project, const RunRecord& wanted,
                                     const RoleTable& roles) {
    return newestEqual(project, wanted, roles, [](const RunRecord& run) {
        return run.outcome == RunOutcome::Done && !isImported(run);
    });
}

void dropAnsweredCheckpoints(Project& project, const RunRecord& run) {
    for (const RunRecord& earlier : project.runs().all()) {
        const bool answered = earlier.id == run.id || (earlier.wasStopped() && asksTheSame(earlier, run) &&
                                                       earlier.snapshot == run.snapshot);
        if (answered) project.runs().dropCheckpoints(earlier.id);
    }
}

TrainPlan planTraining(const TrainRequest& request) {
    const Project project = Project::open(request.project, true);
    const ResolvedTraining training = resolveTraining(project, request, detectorInfo(request.detector));
    TrainPlan plan;
    plan.backbone = training.backbone.name;
    plan.remark = training.backbone.remark;
    plan.trainParts = static_cast<int>(training.roles.count(Role::Train));
    plan.calibrateParts = static_cast<int>(training.roles.count(Role::Calibrate));
    plan.badParts = static_cast<int>(training.roles.count(Role::Fit));
    plan.folds = training.folds;
    plan.scoreParts = request.score ? static_cast<int>(training.roles.parts.size()) : 0;
    plan.trainSeconds = training.trainSeconds();
    plan.crossFitSeconds = training.foldSeconds;
    plan.scoreSeconds = training.cost.scoreSecondsPerPart * plan.scoreParts;
    plan.memoryBytes = std::max(training.cost.trainBytes, training.cost.scoreBytes);
    plan.scratchBytes = training.cost.scratchBytes;
    plan.modelBytes = training.cost.modelBytes;
    const std::optional<RunRecord> stopped =
        stoppedRun(project, trainRecord(request, training), training.roles);
    plan.resumable = stopped ? stopped->id : 0;
    return plan;
}

}  // namespace segad
