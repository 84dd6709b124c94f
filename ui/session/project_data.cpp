#include "ui/session/project_data.h"

#include <algorithm>

#include "core/project/project.h"

namespace segad::ui {

namespace {
RunScores loadScores(const Project& project, RunId run) {
    RunScores scores;
    bool first = true;
    for (const ScoreRecord& score : project.runs().scores(run)) {
        scores.lowest = first ? score.imageScore : std::min(scores.lowest, score.imageScore);
        scores.highest = first ? score.imageScore : std::max(scores.highest, score.imageScore);
        first = false;
        scores.byPart.emplace(score.part, score);
    }
    return scores;
}
}  // namespace

const RunRecord* ProjectData::run(RunId id) const {
    const auto found = std::ranges::find(runs, id, &RunRecord::id);
    return found == runs.end() ? nullptr : &*found;
}

std::vector<const RunRecord*> ProjectData::scoredRuns(RunKind kind) const {
    std::vector<const RunRecord*> found;
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        const auto known = scores.find(run->id);
        if (run->kind == kind && known != scores.end() && !known->second.byPart.empty())
            found.push_back(&*run);
    }
    return found;
}

const ScoreRecord* ProjectData::score(RunId run, PartId part) const {
    const auto ofRun = scores.find(run);
    if (ofRun == scores.end()) return nullptr;
    const auto found = ofRun->second.byPart.find(part);
    return found == ofRun->second.byPart.end() ? nullptr : &found->second;
}

std::shared_ptr<ProjectData> loadProjectData(const Path& file) {
    const Project project = Project::open(file, true);
    auto data = std::make_shared<ProjectData>();
    data->sources = project.parts().sources();
    data->parts = project.parts().all();
    data->rowOf.reserve(data->parts.size());
    for (std::size_t row = 0; row < data->parts.size(); ++row)
        data->rowOf.emplace(data->parts[row].id, row);
    for (RegionRecord& record : project.regions().all())
        data->regions.emplace(record.part, std::move(record));
    data->segments = project.segments().names();
    data->segmentMaps = project.segments().mapCount();
    data->runs = project.runs().all();
    std::ranges::sort(data->runs, {}, &RunRecord::id);
    for (const RunRecord& run : data->runs) {
        if (run.kind == RunKind::Train || run.kind == RunKind::Fit) {
            data->scores.emplace(run.id, loadScores(project, run.id));
            if (auto thresholds = project.runs().thresholds(run.id))
                data->thresholds.emplace(run.id, *thresholds);
        }
        if (run.kind == RunKind::Train) {
            if (auto percentiles = project.maps().percentiles(run.id)) {
                data->percentiles.emplace(run.id, std::move(*percentiles));
            }
        }
    }
    for (auto run = data->runs.rbegin(); run != data->runs.rend(); ++run) {
        if (run->snapshot == 0 || run->outcome != RunOutcome::Done) continue;
        for (const RolePair& pair : project.runs().snapshot(run->snapshot))
            data->roles.emplace(pair.part, pair.role);
        break;
    }
    data->evaluations = project.evaluations().all();
    data->results = resultsOfRuns(project, *data);
    data->inspections = project.inspections().all();
    data->stopped = stoppedTrainings(project);
    data->index.build(*data);
    return data;
}

}  // namespace segad::ui
