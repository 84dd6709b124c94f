#include "core/project/set_aside.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/project/process_mark.h"
#include "core/project/state.h"
#include "core/project/words.h"

namespace segad {

namespace {
std::string nameOf(RunId id) {
    return "run " + std::to_string(id);
}

RunRecord known(const Runs& runs, RunId id) {
    if (std::optional<RunRecord> run = runs.find(id)) return *std::move(run);
    throw Error(ErrorCode::NotFound, nameOf(id), "is not in the project", "Reload the project.");
}

/// Throws unless the run is one that can go without taking the project's ground with it.
void requireRemovable(ProjectState& state, const RunRecord& run) {
    if (run.outcome == RunOutcome::Running)
        throw Error(ErrorCode::InvalidArgument, nameOf(run.id), "is at work", "Stop it first.");
    const bool result =
        run.kind == RunKind::Train || run.kind == RunKind::Fit || run.kind == RunKind::Evaluate;
    if (run.outcome == RunOutcome::Done && !result) {
        throw Error(ErrorCode::InvalidArgument, nameOf(run.id),
                    "can't be removed: it is part of how this project came about", "Keep it for the record.");
    }
    const auto user = state.main->integer(
        "SELECT run_id FROM run_input WHERE input_run_id = ?1 "
        "AND run_id NOT IN (SELECT run_id FROM set_aside) LIMIT 1",
        run.id);
    if (user) {
        throw Error(ErrorCode::InvalidArgument, nameOf(run.id),
                    "can't be removed: " + nameOf(*user) + " builds on it", "Remove that run first.");
    }
    if (state.main->integer("SELECT 1 FROM inspection WHERE run_id = ?1 LIMIT 1", run.id)) {
        throw Error(ErrorCode::InvalidArgument, nameOf(run.id),
                    "can't be removed: inspections were made with it", "Keep it for the record.");
    }
}

void setAside(ProjectState& state, RunId id) {
    const RunRecord run = known(Runs(state), id);
    requireRemovable(state, run);
    state.main->run("INSERT OR REPLACE INTO set_aside (run_id, set_at, process) VALUES (?1, ?2, ?3)", id,
                    nowText(), currentProcessMark());
    addAudit(state, "set run aside", run.subject, {{"run", id}, {"kind", toString(run.kind)}});
}

void bringBack(ProjectState& state, RunId id) {
    const RunRecord run = known(Runs(state), id);
    const auto missing = state.main->integer(
        "SELECT input_run_id FROM run_input WHERE run_id = ?1 "
        "AND input_run_id IN (SELECT run_id FROM set_aside) LIMIT 1",
        id);
    if (missing) {
        throw Error(ErrorCode::InvalidArgument, nameOf(id),
                    "can't come back: " + nameOf(*missing) + ", which it builds on, is set aside",
                    "Bring that run back first.");
    }
    state.main->run("DELETE FROM set_aside WHERE run_id = ?1", id);
    addAudit(state, "bring run back", run.subject, {{"run", id}, {"kind", toString(run.kind)}});
}

std::vector<RunId> oldestFirst(std::span<const RunId> runs) {
    std::vector<RunId> sorted(runs.begin(), runs.end());
    std::ranges::sort(sorted);
    return sorted;
}
}  // namespace

void setRunsAside(const Path& project, std::span<const RunId> runs) {
    ProjectState state(project, false);
    Transaction all(state);
    // What builds on others is newer.
    std::vector<RunId> newestFirst = oldestFirst(runs);
    std::ranges::reverse(newestFirst);
    for (const RunId run : newestFirst)
        setAside(state, run);
    all.commit();
}

void bringRunsBack(const Path& project, std::span<const RunId> runs) {
    ProjectState state(project, false);
    Transaction all(state);
    for (const RunId run : oldestFirst(runs))
        bringBack(state, run);
    all.commit();
}

int removeRunsSetAside(const Path& project) {
    ProjectState state(project, false);
    std::vector<RunId> ids;
    {
        Query rows = state.main->query("SELECT run_id, process FROM set_aside ORDER BY run_id DESC");
        while (rows.step()) {
            const std::string process = rows.text(1);
            if (process == currentProcessMark() || processStateOf(process) == ProcessState::Gone)
                ids.push_back(rows.integer(0));
        }
    }
    int removed = 0;
    for (const RunId id : ids) {
        try {
            Runs(state).remove(id);
            ++removed;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::InvalidArgument) throw;
            // Another program has come to build on it: then it stays, in everybody's sight.
            log::warn(error.what());
            state.main->run("DELETE FROM set_aside WHERE run_id = ?1", id);
        }
    }
    return removed;
}

}  // namespace segad
