#include "core/workflow/inspection_model.h"

#include <algorithm>
#include <chrono>

#include "core/project/project.h"
#include "core/workflow/detector_scoring.h"
#include "core/workflow/inspector.h"
#include "core/workflow/part_features.h"

namespace segad {

namespace {
RunRecord newestDetector(const Project& project) {
    std::vector<RunRecord> runs = newestTrainings(project);
    std::erase_if(runs, isImported);
    if (runs.empty()) {
        throw Error(ErrorCode::NotFound, project.file().string(), "has no trained detector to inspect with",
                    "Train one first: segad train " + project.file().string() + " --detector patchcore.");
    }
    return *std::ranges::max_element(runs, {}, &RunRecord::id);
}

ThresholdRecord thresholdsOf(const Project& project, const RunRecord& run) {
    if (std::optional<ThresholdRecord> thresholds = project.runs().thresholds(run.id)) return *thresholds;
    throw Error(ErrorCode::NotFound, project.file().string(), "has no thresholds to give verdicts by",
                "Score the calibration parts ('segad score " + project.file().string() +
                    " --only-missing') or fit the forest again.");
}

void loadForest(const Project& project, const FeatureInputs& inputs, InspectionModel& model) {
    const std::string run = "run " + std::to_string(model.judge.id);
    const std::string again = "Fit it again: segad fit " + project.file().string() + ".";
    const std::optional<ForestRecord> record = project.runs().forest(model.judge.id);
    if (!record)
        throw Error(ErrorCode::Corrupt, project.file().string(), "has lost the forest of " + run, again);
    model.forest = std::make_unique<Forest>(Forest::deserialize(record->model, "forest of " + run));
    const std::optional<RunRecord> segmentRun = project.runs().find(inputs.segmentRun);
    model.segments = std::make_unique<SegmentMaker>(project, segmentRun.value(), inputs.segments);
    for (const SegmentRecord& segment : project.segments().names())
        model.segmentNames.push_back(segment.name);
    if (static_cast<int>(model.segmentNames.size()) != inputs.segments) {
        throw Error(ErrorCode::InvalidData, project.file().string(),
                    "has other segments now than when the forest was fitted", again);
    }
}

/// A project that may not be written is read as it is.
Project openForJudging(const Path& file) {
    try {
        return Project::open(file);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::PermissionDenied) throw;
        return Project::open(file, true);
    }
}
}  // namespace

InspectionModel modelOfProject(const Project& project, const std::string& device) {
    const auto start = std::chrono::steady_clock::now();
    InspectionModel model{.file = project.file()};
    FeatureInputs inputs;
    if (std::optional<RunRecord> fit = project.runs().latest(RunKind::Fit)) {
        model.judge = std::move(*fit);
        inputs = inputsOfFit(project, model.judge);
        model.name = forestName(model.judge.subject, inputs.detectors);
        loadForest(project, inputs, model);
    } else {
        model.judge = newestDetector(project);
        inputs.detectors = {model.judge};
        model.name = model.judge.subject;
        model.notes.push_back("No forest was fitted, so verdicts come from the image score of " + model.name);
    }
    model.thresholds = thresholdsOf(project, model.judge);
    for (const RunRecord& run : inputs.detectors) {
        const std::optional<std::vector<double>> percentiles = project.maps().percentiles(run.id);
        model.detectors.push_back({.name = run.subject,
                                   .detector = loadTrained(project, run, device).detector,
                                   .range = percentiles ? heatRange(*percentiles) : HeatRange{}});
        if (!run.message.empty() && run.weightsSha256.empty() && !run.backbone.empty())
            model.notes.push_back(run.message);
    }
    model.learned = learnedPictures(project, model.judge);
    model.loadSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return model;
}

std::unique_ptr<Inspector> openInspector(const Path& projectOrPackage, const std::string& device, Job& job) {
    job.throwIfCancelled();
    return std::make_unique<Inspector>(modelOfProject(openForJudging(projectOrPackage), device));
}

}  // namespace segad
