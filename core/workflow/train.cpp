#include <algorithm>
#include <optional>
#include <set>

#include "core/detector/detector.h"
#include "core/nn/model_io.h"
#include "core/workflow/detector_scoring.h"
#include "core/workflow/part_images.h"
#include "core/workflow/run_recording.h"
#include "core/workflow/training_plan.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
constexpr double kSaveShare = 0.02;  // of a training's own part of the bar

/// Drops the parts whose pictures can't be read from a role, with a warning each. Training needs every
/// picture it is promised; finding the broken ones takes one pass, once something has failed.
bool dropUnreadable(const Project& project, RoleTable& roles, Job& job) {
    std::vector<PartRecord> learned = roles.with(Role::Train);
    std::ranges::copy(roles.with(Role::Calibrate), std::back_inserter(learned));
    const PartImages images(project, std::move(learned));
    std::set<PartId> broken;
    for (const auto& [index, error] : images.unreadable(job)) {
        broken.insert(images.parts()[index].id);
        job.warn(error);
    }
    for (std::size_t i = 0; i < roles.parts.size(); ++i) {
        if (broken.contains(roles.parts[i].id)) roles.roles[i] = Role::None;
    }
    return !broken.empty();
}

void trainOnce(Detector& detector, const Project& project, const RoleTable& roles, Job& job) {
    const PartImages good(project, roles.with(Role::Train));
    const PartImages calibration(project, roles.with(Role::Calibrate));
    detector.train({.good = good, .calibration = &calibration}, job);
}

/// Trains; when a picture turns out to be unreadable, all broken ones are left out and it starts over.
void trainTolerant(Detector& detector, const Project& project, RoleTable& roles, Job& job) {
    try {
        trainOnce(detector, project, roles, job);
    } catch (const Error& error) {
        const bool aboutOnePicture =
            error.code() == ErrorCode::InvalidData || error.code() == ErrorCode::NotFound ||
            error.code() == ErrorCode::Unsupported || error.code() == ErrorCode::Io ||
            error.code() == ErrorCode::PermissionDenied;
        if (!aboutOnePicture || !dropUnreadable(project, roles, job)) throw;
        if (roles.count(Role::Train) == 0) {
            throw Error(ErrorCode::InvalidData, project.file().string(),
                        "has no readable good part to train on",
                        "Check the pictures, or point the project to where they are now.");
        }
        trainOnce(detector, project, roles, job);
    }
}

/// An earlier training with the same question and answer, whose scoring is not complete.
std::optional<RunRecord> resumable(const Project& project, const RunRecord& wanted) {
    std::optional<RunRecord> found;
    for (RunRecord& run : project.runs().all()) {
        if (run.kind == RunKind::Train && run.outcome == RunOutcome::Done && !isImported(run) &&
            run.subject == wanted.subject && run.params == wanted.params && run.seed == wanted.seed &&
            run.backbone == wanted.backbone && run.snapshot == wanted.snapshot) {
            found = std::move(run);
        }
    }
    return found;
}

RunRecord trainRecord(const TrainRequest& request, const ResolvedTraining& training) {
    RunRecord run = newRun(RunKind::Train, request.detector, training.params);
    run.seed = request.seed;
    run.backbone = training.backbone.name;
    remark(run, training.backbone.remark);
    for (const std::string& note : training.roles.notes)
        remark(run, note);
    return run;
}

/// Trains and stores the model; afterwards the run is Done.
TrainedDetector trainAndSave(Project& project, const TrainRequest& request, ResolvedTraining& training,
                             RunRecord run, Job& job) {
    std::unique_ptr<Detector> detector = createDetector(request.detector, {.params = training.params,
                                                                           .backbone = run.backbone,
                                                                           .seed = request.seed,
                                                                           .device = request.device});
    run.device = detector->description().device;
    recordRun(project, run, [&](RunRecord& started) {
        {
            Job::Stage stage(job, 1 - kSaveShare, "Training");
            trainTolerant(*detector, project, training.roles, stage.job());
        }
        // Only now are the weights known: they are opened when training begins.
        if (const auto backbone = detector->description().backbone)
            started.weightsSha256 = backbone->weightsSha256;
        Job::Stage stage(job, kSaveShare, "Saving the model");
        started.snapshot = project.runs().putSnapshot(training.roles.pairs());
        ModelWriter writer;
        detector->save(writer);
        started.modelFile = writer.commit(project.runs().modelFolder(), stage.job());
    });
    return {.run = run, .detector = std::move(detector)};
}
}  // namespace

RunId trainDetector(const TrainRequest& request, Job& job) {
    Project project = Project::open(request.project);
    ResolvedTraining training = resolveTraining(project, request);
    RunRecord run = trainRecord(request, training);
    run.snapshot = project.runs().putSnapshot(training.roles.pairs());

    const double scoreSeconds =
        request.score ? training.cost.scoreSecondsPerPart * static_cast<double>(training.roles.parts.size())
                      : 0;
    const double both = training.cost.trainSeconds + scoreSeconds;
    const double trainShare = both > 0 ? training.cost.trainSeconds / both : (request.score ? 0.5 : 1);

    TrainedDetector trained;
    bool resumed = false;
    if (request.resume) {
        if (const std::optional<RunRecord> earlier = resumable(project, run)) {
            trained = loadTrained(project, *earlier, request.device);
            resumed = true;
        }
    }
    if (!resumed) {
        Job::Stage stage(job, trainShare, "");
        trained = trainAndSave(project, request, training, std::move(run), stage.job());
    }
    if (request.score) {
        Job::Stage stage(job, resumed ? 1 : 1 - trainShare, "");
        const std::vector<PartRecord> parts =
            resumed ? unscored(project, trained.run, project.parts().all()) : project.parts().all();
        scoreAndStore(project, {&trained, 1}, parts, stage.job());
    }
    return trained.run.id;
}

}  // namespace segad
