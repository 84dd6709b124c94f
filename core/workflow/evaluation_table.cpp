#include "core/workflow/evaluation_table.h"

#include "core/workflow/csv_writer.h"

namespace segad {

namespace {
std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::vector<std::string> rowOf(const Project& project, const EvaluationRecord& one) {
    const std::optional<RunRecord> scorer = project.runs().find(one.scoredBy);
    const std::optional<EvaluationThresholds> thresholds = thresholdsOf(one);
    return {std::to_string(one.id),
            one.name,
            one.createdAt,
            joined(one.detectors),
            one.forest,
            std::to_string(one.seed),
            std::to_string(one.run),
            std::to_string(one.scoredBy),
            scorer ? std::to_string(scorer->snapshot) : "",
            std::to_string(one.good),
            std::to_string(one.bad),
            numberText(one.auroc),
            numberText(one.aurocLow),
            numberText(one.aurocHigh),
            numberText(one.averagePrecision),
            numberText(one.f1Max),
            numberText(one.fprAt95Tpr),
            numberText(one.pixelAuroc),
            numberText(one.aupro),
            thresholds ? numberText(thresholds->review) : "",
            thresholds ? numberText(thresholds->reject) : "",
            numberText(one.secondsPerPart)};
}
}  // namespace

std::optional<EvaluationThresholds> thresholdsOf(const EvaluationRecord& evaluation) {
    const auto at = [&](const char* name) -> std::optional<double> {
        const auto place = evaluation.extra.find(name);
        if (place == evaluation.extra.end() || !place->is_object()) return std::nullopt;
        const auto value = place->find("threshold");
        if (value == place->end() || !value->is_number()) return std::nullopt;
        return value->get<double>();
    };
    const std::optional<double> review = at("at_review");
    const std::optional<double> reject = at("at_reject");
    if (!review || !reject) return std::nullopt;
    return EvaluationThresholds{.review = *review, .reject = *reject};
}

int writeEvaluations(const Project& project, std::span<const EvaluationId> evaluations, const Path& file) {
    CsvWriter csv(file, std::vector<std::string>{"evaluation",
                                                 "name",
                                                 "made",
                                                 "detectors",
                                                 "forest",
                                                 "seed",
                                                 "run",
                                                 "scored_by_run",
                                                 "snapshot",
                                                 "good",
                                                 "bad",
                                                 "auroc",
                                                 "auroc_low",
                                                 "auroc_high",
                                                 "average_precision",
                                                 "f1_max",
                                                 "fpr_at_95tpr",
                                                 "pixel_auroc",
                                                 "aupro",
                                                 "review_from",
                                                 "reject_from",
                                                 "seconds_per_part"});
    if (evaluations.empty()) {
        for (const EvaluationRecord& one : project.evaluations().all())
            csv.row(rowOf(project, one));
    }
    for (const EvaluationId id : evaluations) {
        if (const std::optional<EvaluationRecord> one = project.evaluations().find(id))
            csv.row(rowOf(project, *one));
    }
    csv.finish();
    return csv.rows();
}

std::vector<StoredEvaluation> removeEvaluations(Project& project, std::span<const EvaluationId> evaluations) {
    std::vector<StoredEvaluation> removed;
    Transaction transaction = project.transaction();
    for (const EvaluationId id : evaluations) {
        if (std::optional<EvaluationRecord> record = project.evaluations().find(id))
            removed.push_back({.record = *std::move(record), .roc = project.evaluations().roc(id)});
        project.evaluations().remove(id);
    }
    transaction.commit();
    return removed;
}

std::vector<EvaluationId> restoreEvaluations(Project& project, std::span<const StoredEvaluation> removed) {
    std::vector<EvaluationId> ids;
    Transaction transaction = project.transaction();
    for (const StoredEvaluation& one : removed)
        ids.push_back(project.evaluations().put(one.record, one.roc));
    transaction.commit();
    return ids;
}

}  // namespace segad
