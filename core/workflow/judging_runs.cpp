#include "core/workflow/judging_runs.h"

#include <algorithm>

#include "core/workflow/detector_scoring.h"

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

RunRecord judgeOf(const Project& project, std::optional<RunId> id) {
    if (!id) {
        if (std::optional<RunRecord> fit = project.runs().latest(RunKind::Fit)) return *std::move(fit);
        return newestDetector(project);
    }
    const std::string subject = "run " + std::to_string(*id);
    std::optional<RunRecord> run = project.runs().find(*id);
    if (!run) {
        throw Error(ErrorCode::NotFound, subject, "is not in this project",
                    "See which runs there are: segad info " + project.file().string() + ".");
    }
    const bool judges = run->kind == RunKind::Fit || run->kind == RunKind::Train;
    if (judges && run->outcome == RunOutcome::Done) return *std::move(run);
    throw Error(ErrorCode::InvalidArgument, subject,
                judges ? "has not come to an end" : "is neither a forest nor the training of a detector",
                "Name a finished fit or train run: segad info " + project.file().string() + ".");
}

ThresholdRecord thresholdsOf(const Project& project, const RunRecord& run) {
    if (std::optional<ThresholdRecord> thresholds = project.runs().thresholds(run.id)) return *thresholds;
    throw Error(ErrorCode::NotFound, project.file().string(), "has no thresholds to give verdicts by",
                "Score the calibration parts ('segad score " + project.file().string() +
                    " --only-missing') or fit the forest again.");
}

std::string fitAgain(const Project& project) {
    return "Fit it again: segad fit " + project.file().string() + ".";
}
}  // namespace

std::string JudgingRuns::name() const {
    return byForest() ? forestName(judge.subject, inputs.detectors) : judge.subject;
}

JudgingRuns judgingRuns(const Project& project, std::optional<RunId> id) {
    JudgingRuns runs{.judge = judgeOf(project, id)};
    if (runs.byForest()) {
        runs.inputs = inputsOfFit(project, runs.judge);
    } else {
        runs.inputs.detectors = {runs.judge};
    }
    runs.thresholds = thresholdsOf(project, runs.judge);
    return runs;
}

ForestRecord forestOf(const Project& project, const RunRecord& fit) {
    if (std::optional<ForestRecord> record = project.runs().forest(fit.id)) return *std::move(record);
    throw Error(ErrorCode::Corrupt, project.file().string(),
                "has lost the forest of run " + std::to_string(fit.id), fitAgain(project));
}

std::vector<std::string> segmentNamesOf(const Project& project, const FeatureInputs& inputs) {
    std::vector<std::string> names;
    for (const SegmentRecord& segment : project.segments().names())
        names.push_back(segment.name);
    if (static_cast<int>(names.size()) == inputs.segments) return names;
    throw Error(ErrorCode::InvalidData, project.file().string(),
                "has other segments now than when the forest was fitted", fitAgain(project));
}

}  // namespace segad
