// What trainings in steps leave behind while they are under way: the course of the loss, and checkpoints.
#include "core/base/log.h"
#include "core/project/state.h"

namespace segad {

void Runs::putLossCurve(RunId run, const LossCurve& curve) {
    Transaction transaction(state_);
    state_.main->run("DELETE FROM loss_point WHERE run_id = ?1", run);
    for (const LossPoint& point : curve.points) {
        state_.main->run(
            "INSERT INTO loss_point (run_id, step, loss, validation, seconds) VALUES (?1, ?2, ?3, ?4, ?5)",
            run, point.step, point.loss, point.validation, point.learningSeconds);
    }
    transaction.commit();
}

LossCurve Runs::lossCurve(RunId run) const {
    Query rows = state_.main->query(
        "SELECT step, loss, validation, seconds FROM loss_point WHERE run_id = ?1 ORDER BY step", run);
    LossCurve curve;
    while (rows.step()) {
        curve.points.push_back({.step = rows.integer(0),
                                .loss = rows.real(1),
                                .validation = rows.optionalReal(2),
                                .learningSeconds = rows.real(3)});
    }
    // The loop ends a curve with its last step.
    if (!curve.points.empty()) {
        curve.steps = curve.points.back().step;
        curve.seconds = curve.points.back().learningSeconds;
    }
    return curve;
}

Path Runs::checkpointFolder(RunId run) const {
    Query row = state_.main->query("SELECT uid FROM run WHERE id = ?1", run);
    if (!row.step()) {
        throw Error(ErrorCode::NotFound, "run " + std::to_string(run), "is not in the project",
                    "Reload the project.");
    }
    return state_.checkpointFolder(row.text(0));
}

void Runs::dropCheckpoints(RunId run) {
    const Path folder = checkpointFolder(run);
    std::error_code failure;
    std::filesystem::remove_all(folder, failure);
    // The check reports what stays behind.
    if (failure) log::warn(folder.string() + " could not be removed: " + failure.message());
}

}  // namespace segad
