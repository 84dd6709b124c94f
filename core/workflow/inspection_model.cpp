#include "core/workflow/inspection_model.h"

#include <chrono>

#include "core/project/package_file.h"
#include "core/project/project.h"
#include "core/workflow/detector_scoring.h"
#include "core/workflow/inspector.h"
#include "core/workflow/judging_runs.h"
#include "core/workflow/package_opening.h"

namespace segad {

namespace {
void loadForest(const Project& project, const JudgingRuns& runs, InspectionModel& model) {
    model.forest = std::make_unique<Forest>(Forest::deserialize(
        forestOf(project, runs.judge).model, "forest of run " + std::to_string(runs.judge.id)));
    model.segmentNames = segmentNamesOf(project, runs.inputs);
    const std::optional<RunRecord> segmentRun = project.runs().find(runs.inputs.segmentRun);
    model.segments = std::make_unique<SegmentMaker>(project, segmentRun.value(), runs.inputs.segments);
    model.segmentSource = segmentRun->subject;
}
}  // namespace

InspectionModel modelOfProject(const Project& project, const JudgingRuns& runs, const std::string& device,
                               std::optional<Precision> precision) {
    const auto start = std::chrono::steady_clock::now();
    InspectionModel model{
        .name = runs.name(), .file = project.file(), .judge = runs.judge, .thresholds = runs.thresholds};
    if (runs.byForest()) {
        loadForest(project, runs, model);
    } else {
        model.notes.push_back("No forest decides: verdicts come from the image score of " + model.name);
    }
    for (const RunRecord& run : runs.inputs.detectors) {
        const std::optional<std::vector<double>> percentiles = project.maps().percentiles(run.id);
        model.detectors.push_back({.name = run.subject,
                                   .detector = loadTrained(project, run, device, precision).detector,
                                   .range = percentiles ? heatRange(*percentiles) : HeatRange{}});
        if (!run.message.empty() && run.weightsSha256.empty() && !run.backbone.empty())
            model.notes.push_back(run.message);
    }
    model.learned = learnedPictures(project, runs.judge);
    model.sizes = pictureSizesOf(project);
    model.loadSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return model;
}

InspectionModel modelOfProject(const Project& project, const std::string& device) {
    return modelOfProject(project, judgingRuns(project), device);
}

std::unique_ptr<Inspector> openInspector(const Path& projectOrPackage, const std::string& device, Job& job,
                                         std::optional<Precision> precision) {
    if (isPackage(projectOrPackage)) return openPackage(projectOrPackage, device, precision, job);
    job.throwIfCancelled();
    const Project project = openForFeatures(projectOrPackage);
    return std::make_unique<Inspector>(modelOfProject(project, judgingRuns(project), device, precision));
}

}  // namespace segad
