#include <algorithm>
#include <cmath>

#include "core/base/log.h"
#include "core/base/sha256.h"
#include "core/project/process_mark.h"
#include "core/project/state.h"
#include "core/project/words.h"

namespace segad {

namespace {
constexpr const char* kInterrupted = "interrupted";

std::string selectRuns(std::string_view tail) {
    static constexpr std::string_view kSelect =
        "SELECT id, kind, subject, params, seed, backbone, weights_sha256, snapshot_id, model_file, device, "
        "threads, program_version, started_at, seconds, outcome, message, options, process FROM run ";
    return std::string(kSelect).append(tail);
}

RunRecord readRun(const Query& row, ProjectState& state) {
    RunRecord run;
    run.id = row.integer(0);
    run.kind = valueOfWord(kRunKinds, row.view(1));
    run.subject = row.view(2);
    run.params = jsonFrom(row.view(3), state);
    run.seed = static_cast<std::uint64_t>(row.integer(4));
    run.backbone = row.view(5);
    run.weightsSha256 = row.view(6);
    run.snapshot = row.integer(7);
    run.modelFile = row.view(8);
    run.device = row.view(9);
    run.threads = row.number(10);
    run.programVersion = row.view(11);
    run.startedAt = row.view(12);
    run.seconds = row.real(13);
    run.outcome = valueOfWord(kRunOutcomes, row.view(14));
    run.message = row.view(15);
    run.options = jsonFrom(row.view(16), state);
    // A read-only handle can't mark what it finds interrupted, and a long-lived one did so when it was
    // opened.
    if (run.outcome == RunOutcome::Running && processStateOf(row.text(17)) == ProcessState::Gone) {
        run.outcome = RunOutcome::Failed;
        run.message = kInterrupted;
    }
    Query inputs =
        state.main->query("SELECT input_run_id FROM run_input WHERE run_id = ?1 ORDER BY position", run.id);
    while (inputs.step())
        run.inputs.push_back(inputs.integer(0));
    return run;
}

std::optional<std::string> textOrNull(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

bool isPlainFileName(const std::string& name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos;
}

void requireValid(const RunRecord& run) {
    if (!run.modelFile.empty() && !isPlainFileName(run.modelFile)) {
        throw Error(ErrorCode::InvalidArgument, run.modelFile, "is not a file name",
                    "Name a file in the project's folder of models.");
    }
}

void putInputs(ProjectState& state, RunId id, const std::vector<RunId>& inputs) {
    state.main->run("DELETE FROM run_input WHERE run_id = ?1", id);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        state.main->run("INSERT INTO run_input (run_id, position, input_run_id) VALUES (?1, ?2, ?3)", id,
                        static_cast<std::int64_t>(i), inputs[i]);
    }
}

std::optional<SnapshotId> idOrNull(SnapshotId id) {
    if (id == 0) return std::nullopt;
    return id;
}

/// What a Segment run's end means for segment maps: they come in force, or are thrown away.
void settleSegmentMaps(ProjectState& state, const RunRecord& run) {
    if (run.outcome != RunOutcome::Done) {
        state.main->run("DELETE FROM segment_map WHERE run_id = ?1", run.id);
        return;
    }
    if (!state.main->integer("SELECT 1 FROM segment_map WHERE run_id = ?1 LIMIT 1", run.id)) return;
    Segments(state).setCurrentRun(run.id);
}

/// Throws unless nothing else is built on the run.
void requireUnused(ProjectState& state, RunId id, RunKind kind) {
    const std::string subject = "run " + std::to_string(id);
    if (const auto user =
            state.main->integer("SELECT run_id FROM run_input WHERE input_run_id = ?1 LIMIT 1", id)) {
        throw Error(ErrorCode::InvalidArgument, subject,
                    "can't be removed: run " + std::to_string(*user) + " builds on it",
                    "Remove that run first.");
    }
    // An Inspect run takes its own inspection with it; a record of verdicts is not lost with its judge.
    if (kind != RunKind::Inspect &&
        state.main->integer("SELECT 1 FROM inspection WHERE run_id = ?1 LIMIT 1", id)) {
        throw Error(ErrorCode::InvalidArgument, subject, "can't be removed: inspections were made with it",
                    "Keep it for the record.");
    }
}
}  // namespace

RunId Runs::start(const RunRecord& run) {
    requireValid(run);
    Transaction transaction(state_);
    state_.main->run(
        "INSERT INTO run (uid, kind, subject, params, seed, backbone, weights_sha256, snapshot_id, "
        "model_file, "
        "device, threads, program_version, started_at, seconds, outcome, message, process, options) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 'running', ?15, ?16, ?17)",
        newUid(), toString(run.kind), run.subject, jsonText(run.params), run.seed, textOrNull(run.backbone),
        textOrNull(run.weightsSha256), idOrNull(run.snapshot), textOrNull(run.modelFile), run.device,
        run.threads, run.programVersion, run.startedAt.empty() ? nowText() : run.startedAt, run.seconds,
        run.message, currentProcessMark(), jsonText(run.options));
    const RunId id = state_.main->lastRowId();
    putInputs(state_, id, run.inputs);
    transaction.commit();
    return id;
}

void Runs::finish(const RunRecord& run) {
    requireValid(run);
    if (run.outcome == RunOutcome::Running) {
        throw Error(ErrorCode::InvalidArgument, "run " + std::to_string(run.id), "can't end as running",
                    "Say how it ended.");
    }
    Transaction transaction(state_);
    state_.main->run(
        "UPDATE run SET kind = ?2, subject = ?3, params = ?4, seed = ?5, backbone = ?6, weights_sha256 = ?7, "
        "snapshot_id = ?8, model_file = ?9, device = ?10, threads = ?11, program_version = ?12, "
        "started_at = coalesce(?13, started_at), seconds = ?14, outcome = ?15, message = ?16, process = "
        "NULL, "
        "options = ?17 WHERE id = ?1",
        run.id, toString(run.kind), run.subject, jsonText(run.params), run.seed, textOrNull(run.backbone),
        textOrNull(run.weightsSha256), idOrNull(run.snapshot), textOrNull(run.modelFile), run.device,
        run.threads, run.programVersion, textOrNull(run.startedAt), run.seconds, toString(run.outcome),
        run.message, jsonText(run.options));
    if (state_.main->changes() == 0) {
        throw Error(ErrorCode::NotFound, "run " + std::to_string(run.id), "is not in the project",
                    "Reload the project.");
    }
    putInputs(state_, run.id, run.inputs);
    if (run.kind == RunKind::Segment) settleSegmentMaps(state_, run);
    transaction.commit();
}

void Runs::restart(RunId id) {
    markInterruptedRuns(state_, false);
    Transaction transaction(state_);
    state_.main->run(
        "UPDATE run SET outcome = 'running', message = '', process = ?2 "
        "WHERE id = ?1 AND kind = 'train' AND outcome IN ('failed', 'cancelled')",
        id, currentProcessMark());
    if (state_.main->changes() == 0) {
        throw Error(ErrorCode::InvalidArgument, "run " + std::to_string(id),
                    "is no stopped training, so it can't go on",
                    "Start a new training; perhaps somebody else has just resumed this one.");
    }
    transaction.commit();
}

std::optional<RunRecord> Runs::find(RunId id) const {
    Query row = state_.main->query(selectRuns("WHERE id = ?1"), id);
    if (!row.step()) return std::nullopt;
    return readRun(row, state_);
}

std::vector<RunRecord> Runs::all() const {
    Query rows = state_.main->query(selectRuns("WHERE id NOT IN (SELECT run_id FROM set_aside) ORDER BY id"));
    std::vector<RunRecord> runs;
    while (rows.step())
        runs.push_back(readRun(rows, state_));
    return runs;
}

std::optional<RunRecord> Runs::latest(RunKind kind, const std::string& subject) const {
    Query row =
        state_.main->query(selectRuns("WHERE kind = ?1 AND outcome = 'done' AND (?2 = '' OR subject = ?2) "
                                      "AND id NOT IN (SELECT run_id FROM set_aside) "
                                      "ORDER BY id DESC LIMIT 1"),
                           toString(kind), subject);
    if (!row.step()) return std::nullopt;
    return readRun(row, state_);
}

void Runs::remove(RunId id) {
    Path orphan;
    const Path checkpoints = checkpointFolder(id);
    {
        Transaction transaction(state_);
        const std::optional<RunRecord> run = find(id);
        if (!run) {
            throw Error(ErrorCode::NotFound, "run " + std::to_string(id), "is not in the project",
                        "Reload the project.");
        }
        requireUnused(state_, id, run->kind);
        if (Connection* companion = state_.maps.reading()) {
            if (const auto key = state_.maps.keyOf(*companion, id)) {
                MapsWrite write(state_);
                write.database().run("DELETE FROM run WHERE key = ?1", *key);
                write.commit();
            }
        }
        state_.main->run("DELETE FROM inspection WHERE run_id = ?1", id);
        state_.main->run("DELETE FROM run WHERE id = ?1", id);
        if (run->snapshot != 0) {
            state_.main->run(
                "DELETE FROM snapshot WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM run WHERE snapshot_id = "
                "?1)",
                run->snapshot);
        }
        if (!run->modelFile.empty() &&
            !state_.main->integer("SELECT 1 FROM run WHERE model_file = ?1 LIMIT 1", run->modelFile)) {
            orphan = modelFile(*run);
        }
        addAudit(state_, "remove run", run->subject, {{"run", id}, {"kind", toString(run->kind)}});
        transaction.commit();
    }
    // After the commit: a file that is missing would be worse than one too many, which the check reports.
    for (const Path& leftover : {orphan, checkpoints}) {
        std::error_code failure;
        if (!leftover.empty()) std::filesystem::remove_all(leftover, failure);
        if (failure) log::warn(leftover.string() + " could not be removed: " + failure.message());
    }
}

Path Runs::modelFolder() const {
    Path folder = state_.modelFolder();
    if (!state_.readOnly) {
        std::error_code failure;
        std::filesystem::create_directories(folder, failure);
        if (failure) throw errorFromErrno(failure.value(), folder.string(), "create the folder");
    }
    return folder;
}

Path Runs::modelFile(const RunRecord& run) const {
    if (run.modelFile.empty()) return {};
    if (!isPlainFileName(run.modelFile)) {
        throw Error(ErrorCode::Corrupt, state_.file.string(), "names a model outside its own folder",
                    "Do not trust this project.");
    }
    return state_.modelFolder() / run.modelFile;
}

int markInterruptedRuns(ProjectState& state, bool alsoUnknown) {
    std::vector<RunId> dead;
    {
        Query rows = state.main->query("SELECT id, process FROM run WHERE outcome = 'running'");
        while (rows.step()) {
            const ProcessState process = processStateOf(rows.text(1));
            if (process == ProcessState::Gone || (alsoUnknown && process == ProcessState::Unknown)) {
                dead.push_back(rows.integer(0));
            }
        }
    }
    if (dead.empty()) return 0;
    try {
        Transaction transaction(state);
        for (const RunId id : dead) {
            state.main->run(
                "UPDATE run SET outcome = 'failed', message = ?2, process = NULL "
                "WHERE id = ?1 AND outcome = 'running'",
                id, kInterrupted);
            state.main->run(
                "DELETE FROM segment_map WHERE run_id = ?1 "
                "AND EXISTS (SELECT 1 FROM run WHERE id = ?1 AND kind = 'segment' AND outcome = 'failed')",
                id);
        }
        transaction.commit();
    } catch (const Error& error) {
        // Somebody is writing; the runs are marked the next time.
        if (error.code() != ErrorCode::Locked) throw;
        return 0;
    }
    for (const RunId id : dead) {
        state.notices.emplace_back(ErrorCode::Io, "run " + std::to_string(id), "was interrupted",
                                   "Start it again if you need its result.");
    }
    return static_cast<int>(dead.size());
}

}  // namespace segad
