#include <algorithm>
#include <set>

#include "core/workflow/detector_scoring.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
std::vector<RunRecord> runsToScore(const Project& project, const ScoreRequest& request) {
    if (!request.detector.empty()) return newestTrainings(project, {request.detector});
    std::vector<RunRecord> runs = newestTrainings(project);
    std::erase_if(runs, isImported);
    if (runs.empty()) {
        throw Error(ErrorCode::NotFound, project.file().string(), "has no trained detector to score with",
                    "Train one first: segad train " + project.file().string() + " --detector patchcore.");
    }
    return runs;
}

/// Parts that at least one of the runs has not scored; the others get the same numbers again.
std::vector<PartRecord> missingInAny(const Project& project, const std::vector<RunRecord>& runs,
                                     const std::vector<PartRecord>& parts) {
    std::set<PartId> missing;
    for (const RunRecord& run : runs) {
        for (const PartRecord& part : unscored(project, run, parts))
            missing.insert(part.id);
    }
    std::vector<PartRecord> found;
    std::ranges::copy_if(parts, std::back_inserter(found),
                         [&](const PartRecord& part) { return missing.contains(part.id); });
    return found;
}
}  // namespace

int scoreParts(const ScoreRequest& request, Job& job) {
    Project project = Project::open(request.project);
    const std::vector<RunRecord> runs = runsToScore(project, request);
    std::vector<PartRecord> parts = project.parts().all();
    if (request.onlyMissing) parts = missingInAny(project, runs, parts);
    int scored = 0;
    if (!parts.empty()) {
        std::vector<TrainedDetector> detectors;
        detectors.reserve(runs.size());
        for (const RunRecord& run : runs)
            detectors.push_back(loadTrained(project, run, request.device));
        scored = scoreAndStore(project, detectors, parts, job);
    }
    for (const RunRecord& run : runs)
        completeCalibration(project, run);
    if (scored > 0) project.audit().add("score", std::to_string(scored) + " parts");
    return scored;
}

}  // namespace segad
