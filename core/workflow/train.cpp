#include <algorithm>
#include <optional>

#include "core/base/log.h"
#include "core/base/work_clock.h"
#include "core/detector/detector.h"
#include "core/nn/model_io.h"
#include "core/workflow/detector_scoring.h"
#include "core/workflow/detector_training.h"
#include "core/workflow/run_recording.h"
#include "core/workflow/training_plan.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
constexpr double kSaveShare = 0.02;  // of a training's own part of the bar

std::string resumeCommand(const TrainRequest& request) {
    return "segad train " + request.project.string() + " --detector " + request.detector + " --resume";
}

/// After a training was stopped: its loss so far, and how to go on. The reason why it stopped must not be
/// hidden by a failure here.
void keepWhatThereIs(Project& project, const TrainRequest& request, const DetectorTraining& training,
                     RunRecord& run) noexcept {
    // Not ended by this process: it never began, or somebody else has taken it up.
    if (run.id == 0 || run.outcome == RunOutcome::Running) return;
    try {
        const LossCurve curve = training.curveSoFar();
        if (curve.steps == 0) return;
        project.runs().putLossCurve(run.id, curve);
        remark(run, std::to_string(curve.steps) + " steps are kept; with the same settings, '" +
                        resumeCommand(request) + "' goes on with them");
        project.runs().finish(run);
    } catch (const std::exception& failure) {
        log::warn(std::string("what a stopped training has left can't be read: ") + failure.what());
    }
}

/// Takes up a stopped run: its id, begin and time so far.
void takeUp(RunRecord& run, const RunRecord& stopped) {
    run.id = stopped.id;
    run.startedAt = stopped.startedAt;
    run.seconds = stopped.seconds;
    if (run.threads != stopped.threads) {
        remark(run, "It was begun with " + std::to_string(stopped.threads) + " threads and gone on with on " +
                        std::to_string(run.threads) + ": the last bits may differ from one session's");
    }
}

/// Trains and stores the model; afterwards the run is Done.
TrainedDetector trainAndSave(Project& project, const TrainRequest& request, ResolvedTraining& training,
                             const DetectorFactory& make, RunRecord run, Job& job) {
    std::unique_ptr<Detector> detector;
    DetectorTraining lessons(project, request, training, run, make);
    const bool inOnePiece = run.id == 0;
    const auto work = [&](RunRecord& started) {
        const WorkClock clock;
        {
            Job::Stage stage(job, 1 - kSaveShare, "");
            detector = lessons.run(stage.job());
        }
        if (inOnePiece) {
            rememberCost(CostKind::Train, training.info.key, training.question.backbone, request.device,
                         training.trainSeconds() / training.factors.train, clock.seconds());
        }
        // Only now are the device and the weights known: they are opened when training begins.
        const DetectorDescription description = detector->description();
        started.device = description.device;
        if (description.backbone) started.weightsSha256 = description.backbone->weightsSha256;
        Job::Stage stage(job, kSaveShare, "Saving the model");
        ModelWriter writer;
        detector->save(writer);
        started.modelFile = writer.commit(project.runs().modelFolder(), stage.job());
    };
    const auto store = [&](RunRecord& finished) {
        finished.snapshot = project.runs().putSnapshot(training.roles.pairs());
        if (const std::optional<LossCurve> curve = detector->lossCurve())
            project.runs().putLossCurve(finished.id, *curve);
    };
    try {
        recordRun(project, run, work, store);
    } catch (...) {
        keepWhatThereIs(project, request, lessons, run);
        throw;
    }
    dropAnsweredCheckpoints(project, run);
    return {.run = run, .detector = std::move(detector)};
}

void score(Project& project, const TrainRequest& request, const ResolvedTraining& training,
           const TrainedDetector& trained, const std::vector<PartRecord>& parts, Job& job) {
    const WorkClock clock;
    const int scored = scoreAndStore(project, {&trained, 1}, parts, job);
    rememberCost(CostKind::Score, training.info.key, training.question.backbone, request.device,
                 training.cost.scoreSecondsPerPart / training.factors.score * scored, clock.seconds());
}

/// The share of the bar that training has beside scoring.
double trainShare(const ResolvedTraining& training, bool scores) {
    const double scoreSeconds =
        scores ? training.cost.scoreSecondsPerPart * static_cast<double>(training.roles.parts.size()) : 0;
    const double both = training.trainSeconds() + scoreSeconds;
    if (both > 0) return training.trainSeconds() / both;
    return scores ? 0.5 : 1;
}
}  // namespace

RunId trainDetector(const TrainRequest& request, const DetectorInfo& info, const DetectorFactory& make,
                    Job& job) {
    Project project = Project::open(request.project);
    ResolvedTraining training = resolveTraining(project, request, info);
    RunRecord run = trainRecord(request, training);
    run.snapshot = project.runs().putSnapshot(training.roles.pairs());
    const double share = trainShare(training, request.score);

    TrainedDetector trained;
    bool scoresRest = false;
    const std::optional<RunRecord> stopped =
        request.resume ? stoppedRun(project, run, training.roles) : std::nullopt;
    const std::optional<RunRecord> finished =
        request.resume ? finishedRun(project, run, training.roles) : std::nullopt;
    if (finished && (!stopped || finished->id > stopped->id)) {
        trained = loadTrained(project, *finished, request.device);
        scoresRest = true;
    } else {
        if (stopped) {
            takeUp(run, *stopped);
        } else if (request.resume) {
            remark(run, "There was no equal training to go on with, so it was trained from the start");
        }
        Job::Stage stage(job, share, "");
        trained = trainAndSave(project, request, training, make, std::move(run), stage.job());
    }
    if (request.score) {
        Job::Stage stage(job, scoresRest ? 1 : 1 - share, "");
        std::vector<PartRecord> parts = project.parts().all();
        if (scoresRest) parts = unscored(project, trained.run, parts);
        score(project, request, training, trained, parts, stage.job());
    }
    return trained.run.id;
}

RunId trainDetector(const TrainRequest& request, Job& job) {
    return trainDetector(request, detectorInfo(request.detector), createDetector, job);
}

}  // namespace segad
