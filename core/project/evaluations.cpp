#include "core/project/state.h"

namespace segad {

namespace {
std::string selectEvaluations(std::string_view tail) {
    static constexpr std::string_view kSelect =
        "SELECT id, run_id, scored_by_run_id, name, detectors, forest, seed, good, bad, auroc, auroc_low, "
        "auroc_high, average_precision, f1_max, f1_threshold, fpr_at_95tpr, pixel_auroc, aupro, "
        "seconds_per_part, created_at, extra FROM evaluation ";
    return std::string(kSelect).append(tail);
}

EvaluationRecord readEvaluation(const Query& row, const ProjectState& state) {
    return {.id = row.integer(0),
            .run = row.integer(1),
            .scoredBy = row.integer(2),
            .name = row.text(3),
            .detectors = textsFrom(row.view(4), state),
            .forest = row.text(5),
            .seed = static_cast<std::uint64_t>(row.integer(6)),
            .good = row.number(7),
            .bad = row.number(8),
            .auroc = row.optionalReal(9),
            .aurocLow = row.optionalReal(10),
            .aurocHigh = row.optionalReal(11),
            .averagePrecision = row.optionalReal(12),
            .f1Max = row.optionalReal(13),
            .f1Threshold = row.optionalReal(14),
            .fprAt95Tpr = row.optionalReal(15),
            .pixelAuroc = row.optionalReal(16),
            .aupro = row.optionalReal(17),
            .secondsPerPart = row.real(18),
            .createdAt = row.text(19),
            .extra = jsonFrom(row.view(20), state)};
}
}  // namespace

EvaluationId Evaluations::put(const EvaluationRecord& e, std::span<const RocPointRecord> roc) {
    Transaction transaction(state_);
    std::optional<std::string> forest;
    if (!e.forest.empty()) forest = e.forest;
    state_.main->run(
        "INSERT INTO evaluation (run_id, scored_by_run_id, name, detectors, forest, seed, good, bad, auroc, "
        "auroc_low, auroc_high, average_precision, f1_max, f1_threshold, fpr_at_95tpr, pixel_auroc, aupro, "
        "seconds_per_part, created_at, extra) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
        "?13, "
        "?14, ?15, ?16, ?17, ?18, ?19, ?20)",
        e.run, e.scoredBy, e.name, jsonText(e.detectors), forest, e.seed, e.good, e.bad, e.auroc, e.aurocLow,
        e.aurocHigh, e.averagePrecision, e.f1Max, e.f1Threshold, e.fprAt95Tpr, e.pixelAuroc, e.aupro,
        e.secondsPerPart, e.createdAt.empty() ? nowText() : e.createdAt, jsonText(e.extra));
    const EvaluationId id = state_.main->lastRowId();
    std::int64_t position = 0;
    for (const RocPointRecord& point : roc) {
        state_.main->run(
            "INSERT INTO evaluation_point (evaluation_id, position, threshold, false_positive_rate, "
            "true_positive_rate) VALUES (?1, ?2, ?3, ?4, ?5)",
            id, position++, point.threshold, point.falsePositiveRate, point.truePositiveRate);
    }
    transaction.commit();
    return id;
}

std::vector<EvaluationRecord> Evaluations::all() const {
    Query rows = state_.main->query(
        selectEvaluations("WHERE run_id NOT IN (SELECT run_id FROM set_aside) "
                          "AND scored_by_run_id NOT IN (SELECT run_id FROM set_aside) ORDER BY id"));
    std::vector<EvaluationRecord> evaluations;
    while (rows.step())
        evaluations.push_back(readEvaluation(rows, state_));
    return evaluations;
}

std::optional<EvaluationRecord> Evaluations::find(EvaluationId id) const {
    Query row = state_.main->query(selectEvaluations("WHERE id = ?1"), id);
    if (!row.step()) return std::nullopt;
    return readEvaluation(row, state_);
}

void Evaluations::remove(EvaluationId id) {
    Transaction transaction(state_);
    const std::optional<EvaluationRecord> evaluation = find(id);
    if (!evaluation) {
        throw Error(ErrorCode::NotFound, "evaluation " + std::to_string(id), "is not in the project",
                    "Reload the project.");
    }
    state_.main->run("DELETE FROM evaluation WHERE id = ?1", id);
    addAudit(state_, "remove evaluation", evaluation->name, {{"evaluation", id}});
    transaction.commit();
}

std::vector<RocPointRecord> Evaluations::roc(EvaluationId id) const {
    Query rows = state_.main->query(
        "SELECT threshold, false_positive_rate, true_positive_rate FROM evaluation_point "
        "WHERE evaluation_id = ?1 ORDER BY position",
        id);
    std::vector<RocPointRecord> points;
    while (rows.step()) {
        points.push_back(
            {.threshold = rows.real(0), .falsePositiveRate = rows.real(1), .truePositiveRate = rows.real(2)});
    }
    return points;
}

}  // namespace segad
