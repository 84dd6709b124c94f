#include "core/workflow/stopped_trainings.h"

#include "core/base/log.h"
#include "core/nn/checkpoint_info.h"

namespace segad {

namespace {
TrainRequest requestOf(const Project& project, const RunRecord& run) {
    TrainRequest request{.project = project.file(),
                         .detector = run.subject,
                         .backbone = run.backbone,
                         .params = run.params,
                         .seed = run.seed,
                         .resume = true};
    request.deterministic = run.options.value("deterministic", false);
    request.badForFit = run.options.value("bad", 0);
    request.badSeed = run.options.value("bad_seed", request.badSeed);
    request.crossFit = run.options.value("cross_fit", true);
    if (const auto list = run.options.find("published_subset"); list != run.options.end())
        request.publishedSubset = list->get<std::string>();
    return request;
}

/// Adds up the run's checkpoints; the one of the detector that is kept tells the course.
void readCheckpoints(StoppedTraining& training, const Path& folder) {
    std::error_code absent;
    for (const auto& entry : std::filesystem::directory_iterator(folder, absent)) {
        if (entry.path().extension() != ".safetensors") continue;
        training.bytes += entry.file_size();
        if (!entry.path().filename().string().starts_with("all-")) continue;
        const std::optional<CheckpointInfo> info = readCheckpointInfo(entry.path());
        if (!info || info->curve.steps < training.curve.steps) continue;
        training.curve = info->curve;
        training.plannedSteps = info->plannedSteps;
    }
}
}  // namespace

std::vector<StoppedTraining> stoppedTrainings(const Project& project) {
    std::vector<StoppedTraining> stopped;
    const std::vector<RunRecord> runs = project.runs().all();
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        if (run->kind != RunKind::Train || !run->wasStopped()) continue;
        try {
            StoppedTraining training{.run = *run, .request = requestOf(project, *run)};
            readCheckpoints(training, project.runs().checkpointFolder(run->id));
            if (training.bytes > 0) stopped.push_back(std::move(training));
        } catch (const std::exception& failure) {
            log::warn("run " + std::to_string(run->id) + " can't be resumed: " + failure.what());
        }
    }
    return stopped;
}

}  // namespace segad
