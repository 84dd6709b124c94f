// What runs leave behind: scores, forests, thresholds.
#include <cmath>

#include "core/project/state.h"

namespace segad {

namespace {
ScoreRecord readScore(const Query& row, int first) {
    return {.part = row.integer(first),
            .imageScore = row.real(first + 1),
            .mapMax = row.optionalReal(first + 2),
            .seconds = row.real(first + 3)};
}
}  // namespace

void Runs::putScores(RunId run, std::span<const ScoreRecord> scores) {
    Transaction transaction(state_);
    for (const ScoreRecord& score : scores) {
        if (!std::isfinite(score.imageScore) || (score.mapMax && !std::isfinite(*score.mapMax))) {
            throw Error(ErrorCode::InvalidArgument, "part " + std::to_string(score.part),
                        "has a score that is not a number", "Train the detector again.");
        }
        state_.main->run(
            "INSERT INTO score (run_id, part_id, image_score, map_max, seconds) VALUES (?1, ?2, ?3, ?4, ?5) "
            "ON CONFLICT (run_id, part_id) DO UPDATE SET image_score = excluded.image_score, "
            "map_max = excluded.map_max, seconds = excluded.seconds",
            run, score.part, score.imageScore, score.mapMax, score.seconds);
    }
    transaction.commit();
}

std::vector<ScoreRecord> Runs::scores(RunId run) const {
    Query rows = state_.main->query(
        "SELECT part_id, image_score, map_max, seconds FROM score WHERE run_id = ?1 ORDER BY part_id", run);
    std::vector<ScoreRecord> scores;
    while (rows.step())
        scores.push_back(readScore(rows, 0));
    return scores;
}

std::vector<std::pair<RunRecord, ScoreRecord>> Runs::scoresOfPart(PartId part) const {
    Query rows = state_.main->query(
        "SELECT run_id, part_id, image_score, map_max, seconds FROM score WHERE part_id = ?1 "
        "AND run_id NOT IN (SELECT run_id FROM set_aside) ORDER BY run_id DESC",
        part);
    std::vector<std::pair<RunRecord, ScoreRecord>> scores;
    while (rows.step()) {
        if (std::optional<RunRecord> run = find(rows.integer(0))) {
            scores.emplace_back(std::move(*run), readScore(rows, 1));
        }
    }
    return scores;
}

void Runs::putForest(const ForestRecord& forest) {
    if (forest.gains.size() != forest.columns.size()) {
        throw Error(ErrorCode::InvalidArgument, "forest", "has another number of gains than of columns",
                    "Fit it again.");
    }
    Transaction transaction(state_);
    state_.main->run(
        "INSERT INTO forest (run_id, kind, columns, model, gains) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (run_id) DO UPDATE SET kind = excluded.kind, columns = excluded.columns, "
        "model = excluded.model, gains = excluded.gains",
        forest.run, forest.kind, jsonText(forest.columns), forest.model, jsonText(forest.gains));
    transaction.commit();
}

std::optional<ForestRecord> Runs::forest(RunId run) const {
    Query row =
        state_.main->query("SELECT run_id, kind, columns, model, gains FROM forest WHERE run_id = ?1", run);
    if (!row.step()) return std::nullopt;
    return ForestRecord{.run = row.integer(0),
                        .kind = row.text(1),
                        .columns = textsFrom(row.view(2), state_),
                        .model = row.text(3),
                        .gains = numbersFrom(row.view(4), state_)};
}

void Runs::putThresholds(const ThresholdRecord& thresholds) {
    if (!(thresholds.review <= thresholds.reject)) {
        throw Error(ErrorCode::InvalidArgument, "thresholds", "to reject must not be below that to review",
                    "Raise the threshold to reject or lower the one to review.");
    }
    Transaction transaction(state_);
    const std::optional<ThresholdRecord> before = this->thresholds(thresholds.run);
    state_.main->run(
        "INSERT INTO threshold (run_id, review, reject, reason, set_at, set_by) VALUES (?1, ?2, ?3, ?4, ?5, "
        "?6) "
        "ON CONFLICT (run_id) DO UPDATE SET review = excluded.review, reject = excluded.reject, "
        "reason = excluded.reason, set_at = excluded.set_at, set_by = excluded.set_by",
        thresholds.run, thresholds.review, thresholds.reject, thresholds.reason,
        thresholds.setAt.empty() ? nowText() : thresholds.setAt,
        thresholds.setBy.empty() ? userName() : thresholds.setBy);
    Json detail{{"review", thresholds.review}, {"reject", thresholds.reject}, {"reason", thresholds.reason}};
    if (!thresholds.setBy.empty()) detail["set_by"] = thresholds.setBy;
    if (before) detail["before"] = {{"review", before->review}, {"reject", before->reject}};
    addAudit(state_, "threshold", "run " + std::to_string(thresholds.run), detail);
    transaction.commit();
}

std::optional<ThresholdRecord> Runs::thresholds(RunId run) const {
    Query row = state_.main->query(
        "SELECT run_id, review, reject, reason, set_at, set_by FROM threshold WHERE run_id = ?1", run);
    if (!row.step()) return std::nullopt;
    return ThresholdRecord{.run = row.integer(0),
                           .review = row.real(1),
                           .reject = row.real(2),
                           .reason = row.text(3),
                           .setAt = row.text(4),
                           .setBy = row.text(5)};
}

}  // namespace segad
