#include "ui/session/run_results.h"

#include "core/metric/roc.h"
#include "ui/session/project_data.h"

namespace segad::ui {

namespace {
/// The parts of a snapshot with the role test.
using TestParts = std::map<SnapshotId, std::vector<PartId>>;

const std::vector<PartId>& testParts(const Project& project, SnapshotId snapshot, TestParts& known) {
    const auto [entry, isNew] = known.try_emplace(snapshot);
    if (isNew && snapshot != 0) {
        for (const RolePair& pair : project.runs().snapshot(snapshot)) {
            if (pair.role == Role::Test) entry->second.push_back(pair.part);
        }
    }
    return entry->second;
}

RunResult byScores(const ProjectData& data, const RunScores& scores, const std::vector<PartId>& parts) {
    ScoreSets sets;
    for (const PartId id : parts) {
        const auto score = scores.byPart.find(id);
        const auto row = data.rowOf.find(id);
        if (score == scores.byPart.end() || row == data.rowOf.end()) continue;
        const Label label = data.parts[row->second].label;
        if (label == Label::Good) sets.good.push_back(score->second.imageScore);
        if (label == Label::Bad) sets.bad.push_back(score->second.imageScore);
    }
    return {.auroc = auroc(sets),
            .good = static_cast<int>(sets.good.size()),
            .bad = static_cast<int>(sets.bad.size())};
}
}  // namespace

std::unordered_map<RunId, RunResult> resultsOfRuns(const Project& project, const ProjectData& data) {
    std::unordered_map<RunId, RunResult> results;
    // The newest evaluation of a run comes last; that by the map's maximum is no score of its own.
    for (const EvaluationRecord& evaluation : data.evaluations) {
        const auto score = evaluation.extra.find("score");
        if (score != evaluation.extra.end() && *score == "map_max") continue;
        results[evaluation.scoredBy] = {.auroc = evaluation.auroc,
                                        .low = evaluation.aurocLow,
                                        .high = evaluation.aurocHigh,
                                        .good = evaluation.good,
                                        .bad = evaluation.bad,
                                        .evaluated = true};
    }
    TestParts known;
    for (const RunRecord& run : data.runs) {
        const auto scores = data.scores.find(run.id);
        if (scores == data.scores.end() || scores->second.byPart.empty() || results.contains(run.id))
            continue;
        results[run.id] = byScores(data, scores->second, testParts(project, run.snapshot, known));
    }
    return results;
}

}  // namespace segad::ui
