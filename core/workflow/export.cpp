#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/image/npy.h"
#include "core/workflow/csv_writer.h"
#include "core/workflow/detector_scoring.h"
#include "core/workflow/part_features.h"
#include "core/workflow/part_images.h"
#include "core/workflow/roles.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
using RoleOf = std::unordered_map<PartId, Role>;

/// Roles of the newest forest's run, or of the newest training when there is none.
RoleOf currentRoles(const Project& project) {
    std::optional<RunRecord> run = project.runs().latest(RunKind::Fit);
    if (!run) run = project.runs().latest(RunKind::Train);
    RoleOf roles;
    if (!run || run->snapshot == 0) return roles;
    for (const RolePair& pair : project.runs().snapshot(run->snapshot))
        roles[pair.part] = pair.role;
    return roles;
}

std::string roleText(const RoleOf& roles, PartId part) {
    const auto known = roles.find(part);
    return std::string(toString(known == roles.end() ? Role::None : known->second));
}

/// What a feature table is made of when no forest was fitted yet.
FeatureInputs inputsForExport(const Project& project) {
    if (const std::optional<RunRecord> fit = project.runs().latest(RunKind::Fit))
        return inputsOfFit(project, *fit);
    FeatureInputs inputs{.detectors = newestTrainings(project)};
    std::erase_if(inputs.detectors,
                  [&](const RunRecord& run) { return project.maps().partsWithMap(run.id).empty(); });
    inputs.segmentRun = project.segments().currentRun();
    inputs.segments = static_cast<int>(project.segments().names().size());
    if (!inputs.detectors.empty() && inputs.segmentRun != 0) return inputs;
    const std::string file = project.file().string();
    throw Error(ErrorCode::NotFound, file, "has no anomaly maps and segment maps to make features from",
                "Run 'segad train " + file + "' and 'segad segment " + file + " --source whole' first.");
}

int exportFeatures(Project& project, const Path& file, Job& job) {
    const FeatureInputs inputs = inputsForExport(project);
    const std::vector<PartRecord> parts = project.parts().all();
    Job::Stage stage(job, 1, "Reading features");
    const FeatureTable table = featureTable(project, inputs, parts, stage.job());
    std::unordered_map<PartId, const PartRecord*> byId;
    for (const PartRecord& part : parts)
        byId[part.id] = &part;
    const RoleOf roles = currentRoles(project);
    std::vector<std::string> columns{"path", "label", "role"};
    std::ranges::copy(table.columns(), std::back_inserter(columns));
    CsvWriter csv(file, columns);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const PartRecord& part = *byId.at(table.partIds()[row]);
        std::vector<std::string> fields{part.path, std::string(toString(part.label)),
                                        roleText(roles, part.id)};
        for (const double value : table.row(row))
            fields.push_back(numberText(value));
        csv.row(fields);
    }
    csv.finish();
    return csv.rows();
}

/// The columns of one run in the table of scores.
struct ScoreColumns {
    std::string name;
    bool hasMapMax = false;
    std::unordered_map<PartId, ScoreRecord> scores;
};

std::vector<ScoreColumns> scoreColumns(const Project& project) {
    std::vector<ScoreColumns> all;
    const auto add = [&](const RunRecord& run, std::string name) {
        ScoreColumns columns{.name = std::move(name)};
        for (const ScoreRecord& score : project.runs().scores(run.id)) {
            columns.hasMapMax = columns.hasMapMax || score.mapMax;
            columns.scores.emplace(score.part, score);
        }
        if (!columns.scores.empty()) all.push_back(std::move(columns));
    };
    for (const RunRecord& run : newestTrainings(project))
        add(run, run.subject);
    if (const std::optional<RunRecord> fit = project.runs().latest(RunKind::Fit))
        add(*fit, forestName(fit->subject, inputsOfFit(project, *fit).detectors));
    return all;
}

int exportScores(const Project& project, const Path& file) {
    const std::vector<ScoreColumns> all = scoreColumns(project);
    if (all.empty()) {
        throw Error(ErrorCode::NotFound, project.file().string(), "has no scores",
                    "Train a detector first: segad train " + project.file().string() + ".");
    }
    std::vector<std::string> names{"path", "label", "defect_type", "role"};
    for (const ScoreColumns& columns : all) {
        names.push_back(columns.name);
        if (columns.hasMapMax) names.push_back(columns.name + "_map_max");
    }
    const RoleOf roles = currentRoles(project);
    CsvWriter csv(file, names);
    for (const PartRecord& part : project.parts().all()) {
        std::vector<std::string> fields{part.path, std::string(toString(part.label)), part.defectType,
                                        roleText(roles, part.id)};
        for (const ScoreColumns& columns : all) {
            const auto score = columns.scores.find(part.id);
            const bool there = score != columns.scores.end();
            fields.push_back(there ? numberText(score->second.imageScore) : "");
            if (columns.hasMapMax) fields.push_back(there ? numberText(score->second.mapMax) : "");
        }
        csv.row(fields);
    }
    csv.finish();
    return csv.rows();
}

/// The evaluations of the newest Evaluate run.
std::vector<EvaluationRecord> newestEvaluations(const Project& project) {
    std::vector<EvaluationRecord> all = project.evaluations().all();
    RunId newest = 0;
    for (const EvaluationRecord& evaluation : all)
        newest = std::max(newest, evaluation.run);
    std::erase_if(all, [&](const EvaluationRecord& evaluation) { return evaluation.run != newest; });
    return all;
}

int exportRoc(const Project& project, const Path& file) {
    const std::vector<EvaluationRecord> evaluations = newestEvaluations(project);
    if (evaluations.empty()) {
        throw Error(ErrorCode::NotFound, project.file().string(), "has no evaluation",
                    "Run 'segad evaluate " + project.file().string() + "' first.");
    }
    CsvWriter csv(file, std::vector<std::string>{"evaluation", "name", "threshold", "false_positive_rate",
                                                 "true_positive_rate"});
    for (const EvaluationRecord& evaluation : evaluations) {
        for (const RocPointRecord& point : project.evaluations().roc(evaluation.id)) {
            csv.row(std::vector<std::string>{std::to_string(evaluation.id), evaluation.name,
                                             numberText(point.threshold), numberText(point.falsePositiveRate),
                                             numberText(point.truePositiveRate)});
        }
    }
    csv.finish();
    return csv.rows();
}

/// With the revision of each label, by which an edited table is merged (label_merge.h).
int exportLabels(const Project& project, const Path& file) {
    // Several sources may hold parts of the same relative path; then only absolute ones are unambiguous.
    const bool several = project.parts().sources().size() > 1;
    const std::vector<PartRecord> parts = project.parts().all();
    const std::vector<Path> files = imageFiles(project, parts);
    CsvWriter csv(file, std::vector<std::string>{"path", "label", "defect_type", "note", "revision"});
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const PartRecord& part = parts[i];
        csv.row(std::vector<std::string>{several ? toUtf8(files[i]) : part.path,
                                         std::string(toString(part.label)), part.defectType, part.note,
                                         std::to_string(project.parts().labelHistory(part.id).size())});
    }
    csv.finish();
    return csv.rows();
}

int exportLoss(const Project& project, const Path& file) {
    CsvWriter csv(file, std::vector<std::string>{"run", "detector", "outcome", "step", "loss", "validation",
                                                 "seconds"});
    for (const RunRecord& run : project.runs().all()) {
        if (run.kind != RunKind::Train) continue;
        for (const LossPoint& point : project.runs().lossCurve(run.id).points) {
            csv.row(std::vector<std::string>{std::to_string(run.id), run.subject,
                                             std::string(toString(run.outcome)), std::to_string(point.step),
                                             numberText(point.loss), numberText(point.validation),
                                             numberText(point.learningSeconds)});
        }
    }
    csv.finish();
    return csv.rows();
}

int exportTable(Project& project, ExportTable table, const Path& file, Job& job) {
    switch (table) {
        case ExportTable::Features:
            return exportFeatures(project, file, job);
        case ExportTable::Scores:
            return exportScores(project, file);
        case ExportTable::Roc:
            return exportRoc(project, file);
        case ExportTable::Labels:
            return exportLabels(project, file);
        case ExportTable::Loss:
            return exportLoss(project, file);
    }
    return 0;
}

/// <folder>/<detector>/<source when there are several>/<path without extension>.npy
int exportMaps(const Project& project, const Path& folder, Job& job) {
    const bool several = project.parts().sources().size() > 1;
    const std::vector<PartRecord> parts = project.parts().all();
    const std::vector<RunRecord> runs = newestTrainings(project);
    Job::Stage stage(job, 1, "Writing maps");
    int written = 0;
    std::uint64_t done = 0;
    for (const RunRecord& run : runs) {
        for (const PartRecord& part : parts) {
            stage.job().progress(done++, parts.size() * runs.size());
            const std::optional<AnomalyMap> map = project.maps().get(run.id, part.id);
            if (!map) continue;
            Path file = folder / run.subject;
            if (several) file /= std::to_string(part.source);
            file /= Path(part.path).replace_extension(".npy");
            std::error_code failure;
            std::filesystem::create_directories(file.parent_path(), failure);
            if (failure)
                throw errorFromErrno(failure.value(), file.parent_path().string(), "create the folder");
            writeNpy(file, map->pixels());
            ++written;
        }
    }
    return written;
}
}  // namespace

int exportData(const ExportRequest& request, Job& job) {
    if (!request.table && request.maps.empty()) {
        throw Error(ErrorCode::InvalidArgument, "export", "has nothing to write",
                    "Ask for a table with a file, or for a folder of maps.");
    }
    if (request.table && request.file.empty()) {
        throw Error(ErrorCode::InvalidArgument, "out", "is needed for a table", "Name the file to write.");
    }
    Project project = Project::open(request.project);
    int written = 0;
    if (request.table) written += exportTable(project, *request.table, request.file, job);
    if (!request.maps.empty()) written += exportMaps(project, request.maps, job);
    return written;
}

}  // namespace segad
