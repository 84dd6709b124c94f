#include "core/project/maps_file.h"

#include <set>

#include <unistd.h>

#include "core/base/log.h"
#include "core/project/migrations.h"
#include "core/project/state.h"

namespace segad {

namespace {
constexpr int kMapsApplicationId = 0x53474d50;  // "SGMP"

std::string level(int depth) {
    return "level" + std::to_string(depth);
}

void removeLogs(const Path& file) {
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        std::error_code ignored;
        std::filesystem::remove(file.string() + suffix, ignored);
    }
}

bool isThere(const Path& file) {
    std::error_code failure;
    return std::filesystem::exists(file, failure);
}
}  // namespace

Path MapsFile::path() const {
    return pathFor(state_.file);
}

void MapsFile::close() noexcept {
    connection_.reset();
    level_ = 0;
}

bool MapsFile::usable() {
    Connection& companion = *connection_;
    if (companion.integer("PRAGMA application_id") != kMapsApplicationId) return false;
    const auto latest = mapsMigrations().back().version;
    const int version = schemaVersionOf(companion);
    if (version > latest || version < 1) return false;
    if (version < latest) {
        if (state_.readOnly) return false;
        migrate(companion, mapsMigrations());
    }
    companion.query("SELECT key, uid, run_id FROM run").step();
    companion.query("SELECT run_key, part_id, width, height, format, pixels FROM map").step();
    companion.query("SELECT detector_run_key, segment_run_key, part_id, columns, numbers FROM feature_row")
        .step();
    companion.query("SELECT run_key, percent, value FROM percentile").step();
    return true;
}

/// Opens the file that is there; leaves connection_ empty when it can't be used.
void MapsFile::openExisting() {
    using Mode = Connection::Mode;
    try {
        connection_ = std::make_unique<Connection>(path(), state_.readOnly ? Mode::ReadOnly : Mode::ReadWrite,
                                                   state_.file);
        if (!usable()) connection_.reset();
    } catch (const Error& error) {
        connection_.reset();
        // Only a file that is not a companion, or not one any more, is given up.
        if (error.code() != ErrorCode::Corrupt && error.code() != ErrorCode::Internal) throw;
    }
    if (!connection_) return;
    if (!state_.readOnly) connection_->script("PRAGMA journal_mode = WAL");
    // What is lost with the power can be computed again.
    connection_->script("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
    if (state_.readOnly || !knowsForeignRuns()) return;
    try {
        dropForeignRuns();
    } catch (const Error& error) {
        // Another program is writing, perhaps the very run that looked foreign. Next time, then.
        if (error.code() != ErrorCode::Locked) throw;
    }
}

void MapsFile::createEmpty() {
    const Path partial = path().string() + '.' + std::to_string(::getpid()) + ".partial";
    std::filesystem::remove(partial);
    {
        Connection fresh(partial, Connection::Mode::Create, state_.file);
        // Maps are tens of kilobytes: large pages keep them in few pieces.
        fresh.script(
            "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA page_size = 16384; PRAGMA "
            "auto_vacuum = INCREMENTAL; PRAGMA application_id = " +
            std::to_string(kMapsApplicationId));
        migrate(fresh, mapsMigrations());
        fresh.script("PRAGMA journal_mode = WAL");
    }
    // A log left by a companion that was deleted would be replayed into the new one.
    removeLogs(path());
    std::error_code failure;
    std::filesystem::rename(partial, path(), failure);
    if (failure) throw errorFromErrno(failure.value(), path().string(), "create the file");
    openExisting();
    if (!connection_) {
        throw Error(ErrorCode::Io, path().string(), "can't be read back", "Check the disk, then try again.");
    }
}

void MapsFile::replace(const std::string& why) {
    Transaction lock(state_);
    close();
    const Path aside = path().string() + ".damaged";
    if (isThere(path())) {
        std::error_code failure;
        std::filesystem::rename(path(), aside, failure);
        if (failure) throw errorFromErrno(failure.value(), path().string(), "replace the file");
        state_.notices.emplace_back(
            ErrorCode::Corrupt, path().string(),
            why + "; it was kept as " + toUtf8(aside.filename()) + " and an empty one took its place",
            "Compute the maps again: 'segad score " + state_.file.string() + " --only-missing'.");
        log::warn(state_.notices.back().what());
    }
    createEmpty();
    lock.commit();
}

Connection* MapsFile::reading() {
    if (connection_ && level_ == 0 && connection_->moved()) close();
    if (connection_) return connection_.get();
    if (!isThere(path())) return nullptr;
    openExisting();
    if (connection_) return connection_.get();
    if (!state_.readOnly) {
        replace("is not a readable file of anomaly maps");
        return connection_.get();
    }
    if (!unreadableReported_) {
        unreadableReported_ = true;
        state_.notices.emplace_back(ErrorCode::Corrupt, path().string(),
                                    "is not a readable file of anomaly maps",
                                    "Open the project for writing to have it made anew.");
    }
    return nullptr;
}

Connection& MapsFile::writing() {
    if (Connection* there = reading()) return *there;
    Transaction lock(state_);
    // Another process may have made it while this one waited for the lock.
    if (reading() == nullptr) createEmpty();
    lock.commit();
    return *connection_;
}

std::optional<std::int64_t> MapsFile::keyOf(Connection& companion, RunId run) {
    Query uid = state_.main->query("SELECT uid FROM run WHERE id = ?1", run);
    if (!uid.step()) return std::nullopt;
    return companion.integer("SELECT key FROM run WHERE uid = ?1", uid.view(0));
}

std::int64_t MapsFile::makeKey(Connection& companion, RunId run) {
    Query uid = state_.main->query("SELECT uid FROM run WHERE id = ?1", run);
    if (!uid.step()) {
        throw Error(ErrorCode::NotFound, "run " + std::to_string(run), "is not in the project",
                    "Reload the project.");
    }
    if (const auto key = companion.integer("SELECT key FROM run WHERE uid = ?1", uid.view(0))) return *key;
    companion.run("INSERT INTO run (uid, run_id) VALUES (?1, ?2)", uid.view(0), run);
    return companion.lastRowId();
}

bool MapsFile::knowsForeignRuns() {
    Query runs = connection_->query("SELECT uid FROM run");
    while (runs.step()) {
        if (!state_.main->integer("SELECT id FROM run WHERE uid = ?1", runs.view(0))) return true;
    }
    return false;
}

int MapsFile::dropForeignRuns() {
    // The project's write lock keeps away a run that another process is about to commit.
    Transaction lock(state_);
    joinTransaction();
    std::set<std::int64_t> foreign;
    {
        Query runs = connection_->query("SELECT key, uid FROM run");
        while (runs.step()) {
            if (!state_.main->integer("SELECT id FROM run WHERE uid = ?1", runs.view(1))) {
                foreign.insert(runs.integer(0));
            }
        }
    }
    for (const std::int64_t key : foreign)
        connection_->run("DELETE FROM run WHERE key = ?1", key);
    lock.commit();
    return static_cast<int>(foreign.size());
}

void MapsFile::joinTransaction() {
    while (level_ < state_.depth) {
        connection_->run(level_ == 0 ? std::string("BEGIN IMMEDIATE") : "SAVEPOINT " + level(level_ + 1));
        ++level_;
    }
}

void MapsFile::commitLevel(int depth) {
    if (!connection_ || level_ < depth) return;
    connection_->run(depth == 1 ? std::string("COMMIT") : "RELEASE " + level(depth));
    level_ = depth - 1;
}

void MapsFile::rollBackLevel(int depth) noexcept {
    if (!connection_ || level_ < depth) return;
    level_ = depth - 1;
    try {
        if (!connection_->inTransaction()) return;
        if (depth == 1) {
            connection_->run("ROLLBACK");
        } else {
            connection_->run("ROLLBACK TO " + level(depth));
            connection_->run("RELEASE " + level(depth));
        }
    } catch (const Error& error) {
        log::error(std::string("rolling back: ") + error.what());
    }
}

MapsWrite::MapsWrite(ProjectState& state) : state_(state), database_(nullptr) {
    if (state.depth > 0 || state.readOnly) nested_ = std::make_unique<Transaction>(state);
    database_ = &state.maps.writing();
    if (nested_) {
        state.maps.joinTransaction();
    } else {
        database_->run("BEGIN IMMEDIATE");
        state.maps.level_ = 1;
    }
}

MapsWrite::~MapsWrite() {
    if (open_ && !nested_) state_.maps.rollBackLevel(1);
}

void MapsWrite::commit() {
    if (nested_) {
        nested_->commit();
    } else {
        state_.maps.commitLevel(1);
    }
    open_ = false;
}

}  // namespace segad
