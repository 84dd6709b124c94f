#include "core/workflow/evaluation_comparison.h"

#include <map>

#include "core/workflow/evaluation_table.h"

namespace segad {

namespace {
EvaluationRecord evaluationOf(const Project& project, EvaluationId id) {
    if (std::optional<EvaluationRecord> found = project.evaluations().find(id)) return *found;
    throw Error(ErrorCode::NotFound, "evaluation " + std::to_string(id), "is not in the project",
                "Evaluate again: segad evaluate " + project.file().string() + ".");
}

RunRecord runOf(const Project& project, RunId id) {
    if (std::optional<RunRecord> run = project.runs().find(id)) return *run;
    throw Error(ErrorCode::NotFound, "run " + std::to_string(id), "is not in the project",
                "Evaluate again: segad evaluate " + project.file().string() + ".");
}

using Values = std::map<std::string, Json>;

void flatten(const std::string& key, const Json& value, Values& values) {
    if (!value.is_object() || value.empty()) {
        values[key] = value;
        return;
    }
    for (const auto& [name, inner] : value.items()) {
        std::string path = key;
        if (!path.empty()) path += '/';
        path += name;
        flatten(path, inner, values);
    }
}

/// All that made the scores, and the thresholds of that time.
Values valuesOf(const Project& project, const EvaluationRecord& evaluation, const RunRecord& run) {
    Values values;
    if (!run.params.empty()) flatten("", run.params, values);
    values["kind"] = toString(run.kind);
    values["of"] = run.subject;
    values["seed"] = run.seed;
    values["program"] = run.programVersion;
    if (!run.backbone.empty()) values["backbone"] = run.backbone;
    if (!run.weightsSha256.empty()) values["weights"] = run.weightsSha256;
    for (const RunId id : run.inputs) {
        const std::optional<RunRecord> input = project.runs().find(id);
        if (!input) continue;
        const bool segments = input->kind == RunKind::Segment;
        values[segments ? std::string("segments from") : "detector " + input->subject] = id;
    }
    if (const std::optional<EvaluationThresholds> thresholds = thresholdsOf(evaluation)) {
        values["threshold to review"] = thresholds->review;
        values["threshold to reject"] = thresholds->reject;
    }
    return values;
}

std::vector<ChangedValue> changedValues(const Values& first, const Values& second) {
    std::map<std::string, std::pair<Json, Json>> both;
    for (const auto& [key, value] : first)
        both[key].first = value;
    for (const auto& [key, value] : second)
        both[key].second = value;
    std::vector<ChangedValue> changed;
    for (const auto& [key, pair] : both) {
        if (pair.first != pair.second) changed.push_back({key, pair.first, pair.second});
    }
    return changed;
}

std::map<PartId, Role> rolesOf(const Project& project, const RunRecord& run) {
    std::map<PartId, Role> roles;
    if (run.snapshot == 0) return roles;
    for (const RolePair& pair : project.runs().snapshot(run.snapshot))
        roles[pair.part] = pair.role;
    return roles;
}

RankedScores scoresOf(const EvaluationRecord& evaluation) {
    return {.run = evaluation.scoredBy,
            .mapMaxima = evaluation.extra.value("score", std::string()) == "map_max"};
}

std::string pathOf(const Project& project, PartId id) {
    const std::optional<PartRecord> part = project.parts().find(id);
    return part ? part->path : "part " + std::to_string(id);
}

std::vector<ChangedRole> changedRoles(const Project& project, const std::map<PartId, Role>& first,
                                      const std::map<PartId, Role>& second) {
    std::map<PartId, std::pair<Role, Role>> both;
    for (const auto& [part, role] : first)
        both[part].first = role;
    for (const auto& [part, role] : second)
        both[part].second = role;
    std::vector<ChangedRole> changed;
    for (const auto& [part, pair] : both) {
        if (pair.first != pair.second)
            changed.push_back({part, pathOf(project, part), pair.first, pair.second});
    }
    return changed;
}

/// The label a part had at a time; texts of times in ISO 8601 sort as the times do.
Label labelAt(const std::vector<LabelHistoryRecord>& newestFirst, const std::string& at) {
    for (const LabelHistoryRecord& entry : newestFirst) {
        if (entry.at <= at) return entry.label;
    }
    return Label::Unlabelled;
}

std::vector<ChangedLabel> changedLabels(const Project& project, const EvaluationRecord& first,
                                        const EvaluationRecord& second) {
    std::vector<ChangedLabel> changed;
    for (const PartRecord& part : project.parts().all()) {
        const std::vector<LabelHistoryRecord> history = project.parts().labelHistory(part.id);
        const Label before = labelAt(history, first.createdAt);
        const Label after = labelAt(history, second.createdAt);
        if (before != after) changed.push_back({part.id, part.path, before, after});
    }
    return changed;
}
}  // namespace

EvaluationComparison compareEvaluations(const Project& project, EvaluationId first, EvaluationId second) {
    EvaluationComparison compared{.first = evaluationOf(project, first),
                                  .second = evaluationOf(project, second)};
    compared.firstRun = runOf(project, compared.first.scoredBy);
    compared.secondRun = runOf(project, compared.second.scoredBy);
    compared.values = changedValues(valuesOf(project, compared.first, compared.firstRun),
                                    valuesOf(project, compared.second, compared.secondRun));
    compared.roles =
        changedRoles(project, rolesOf(project, compared.firstRun), rolesOf(project, compared.secondRun));
    compared.labels = changedLabels(project, compared.first, compared.second);
    compared.ranking = compareRankings(project, scoresOf(compared.first), scoresOf(compared.second));
    return compared;
}

}  // namespace segad
