#include "core/project/check.h"

namespace segad {

namespace {
using Said = std::vector<std::string>;

std::string counted(std::int64_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

/// True when the project file is sound afterwards.
bool mendMainFile(ProjectState& state, Said& said, Job& job) {
    if (integrityProblems(*state.main, job).empty()) return true;
    try {
        Transaction transaction(state);
        state.main->run("REINDEX");
        transaction.commit();
    } catch (const Error&) {
        return false;  // damage beyond the indices
    }
    if (!integrityProblems(*state.main, job).empty()) return false;
    said.emplace_back("Rebuilt the indices of the project file.");
    return true;
}

void mendRows(ProjectState& state, Said& said, Job& job) {
    Transaction transaction(state);
    if (const std::int64_t dropped = dropDanglingRows(*state.main)) {
        said.push_back("Dropped " + counted(dropped, "row that referred", "rows that referred") +
                       " to nothing.");
    }
    const std::vector<UnreadableBlob> maps = unreadableSegmentMaps(state, job);
    for (const UnreadableBlob& map : maps)
        state.main->run("DELETE FROM segment_map WHERE rowid = ?1", map.rowid);
    if (!maps.empty()) {
        said.push_back("Dropped " +
                       counted(std::ssize(maps), "unreadable segment map", "unreadable segment maps") +
                       "; make the segment maps again.");
    }
    const std::vector<PartId> regions = unreadableRegions(state, job);
    for (const PartId part : regions)
        state.main->run("DELETE FROM region WHERE part_id = ?1", part);
    if (!regions.empty()) {
        said.push_back("Dropped the unreadable regions of " + counted(std::ssize(regions), "part", "parts") +
                       "; paint them again.");
    }
    const std::vector<UnreadableBlob> painted = unreadablePaintedMaps(state, job);
    for (const UnreadableBlob& map : painted)
        state.main->run("DELETE FROM painted_map WHERE rowid = ?1", map.rowid);
    if (!painted.empty()) {
        said.push_back("Dropped " +
                       counted(std::ssize(painted), "unreadable painted map", "unreadable painted maps") +
                       "; paint them again.");
    }
    state.main->run(
        "UPDATE inspection SET (parts, pass, review, reject, failed) = "
        "(SELECT count(*), count(*) FILTER (WHERE verdict = 'pass'), count(*) FILTER (WHERE verdict = "
        "'review'), "
        "count(*) FILTER (WHERE verdict = 'reject'), count(*) FILTER (WHERE verdict IS NULL) "
        "FROM inspection_result WHERE inspection_id = inspection.id) "
        "WHERE parts <> (SELECT count(*) FROM inspection_result WHERE inspection_id = inspection.id) "
        "OR parts <> pass + review + reject + failed");
    if (const std::int64_t counts = state.main->changes()) {
        said.push_back("Counted the results of " + counted(counts, "inspection", "inspections") + " anew.");
    }
    transaction.commit();
}

/// A damaged companion: what can be read moves to a new one.
void rescueCompanion(ProjectState& state, Said& said) {
    const Path path = state.maps.path();
    const Path aside = damagedNameFor(path);
    Transaction lock(state);
    state.maps.close();
    for (const char* log : {"", "-wal", "-shm"}) {
        std::error_code ignored;
        std::filesystem::rename(path.string() + log, aside.string() + log, ignored);
    }
    Connection damaged(aside, Connection::Mode::ReadWrite, state.file);
    damaged.tolerateDamage();
    MapsWrite write(state);
    const Salvage saved = salvage(damaged, write.database(), tablesOf(write.database()));
    for (const std::string& sentence : saved.sentences)
        said.push_back("Anomaly maps: " + sentence);
    dropDanglingRows(write.database());
    write.commit();
    lock.commit();
    said.push_back("Made the file of anomaly maps anew; the damaged one is kept as " +
                   toUtf8(aside.filename()) + ".");
}

void mendCompanion(ProjectState& state, Said& said, Job& job) {
    Connection* companion = state.maps.reading();
    if (companion == nullptr) return;
    if (!integrityProblems(*companion, job).empty()) {
        rescueCompanion(state, said);
        companion = state.maps.reading();
    }
    if (const int foreign = state.maps.dropForeignRuns()) {
        said.push_back("Dropped anomaly maps of " + counted(foreign, "run", "runs") +
                       " the project doesn't have.");
    }
    const std::vector<UnreadableBlob> maps = unreadableMaps(state, *companion, job);
    const std::vector<UnreadableBlob> rows = unreadableFeatures(state, *companion, job);
    if (!maps.empty() || !rows.empty()) {
        MapsWrite write(state);
        for (const UnreadableBlob& map : maps)
            write.database().run("DELETE FROM map WHERE rowid = ?1", map.rowid);
        for (const UnreadableBlob& row : rows)
            write.database().run("DELETE FROM feature_row WHERE rowid = ?1", row.rowid);
        write.commit();
        said.push_back("Dropped " +
                       counted(std::ssize(maps), "unreadable anomaly map", "unreadable anomaly maps") +
                       " and " + counted(std::ssize(rows), "feature row", "feature rows") +
                       "; compute them again with 'segad score --only-missing'.");
    }
    // Gives the room of removed runs back to the disk.
    companion->script("PRAGMA incremental_vacuum");
}

void removeLeftovers(ProjectState& state, Said& said) {
    if (anyRunAlive(state)) {
        said.emplace_back("Left unused model files alone: a job is running.");
        return;
    }
    std::error_code failure;
    for (const Path& file : unusedModelFiles(state)) {
        const bool checkpoints = isCheckpointFolder(file.filename().string());
        if (std::filesystem::remove_all(file, failure) > 0 && !failure) {
            said.push_back((checkpoints ? "Deleted the checkpoints " : "Deleted the unused model ") +
                           file.string() + ".");
        }
    }
    const std::string prefix = state.file.filename().string();
    std::vector<Path> partials;
    for (const auto& entry : std::filesystem::directory_iterator(state.folder(), failure)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(prefix) && name.ends_with(".partial")) partials.push_back(entry.path());
    }
    for (const Path& file : partials) {
        if (std::filesystem::remove(file, failure))
            said.push_back("Deleted the unfinished file " + file.string() + ".");
    }
}
}  // namespace

std::int64_t dropDanglingRows(Connection& database) {
    std::int64_t dropped = 0;
    for (;;) {
        // A row that is dropped may leave others dangling: until nothing is found.
        std::vector<std::pair<std::string, std::int64_t>> rows;
        {
            Query violations = database.query("PRAGMA foreign_key_check");
            while (violations.step())
                rows.emplace_back(violations.text(0), violations.integer(1));
        }
        if (rows.empty()) return dropped;
        for (const auto& [table, rowid] : rows) {
            database.run("DELETE FROM \"" + table + "\" WHERE rowid = ?1", rowid);
            dropped += database.changes();
        }
    }
}

std::vector<std::string> Project::repair() {
    Job job;
    Said said;
    if (!mendMainFile(*state_, said, job)) {
        const Path file = state_->file;
        state_.reset();
        said = rescue(file);
        state_ = std::make_unique<ProjectState>(file, false);
    }
    ProjectState& state = *state_;
    if (const int runs = markInterruptedRuns(state, true)) {
        said.push_back("Marked " + counted(runs, "run", "runs") + " as interrupted.");
    }
    mendRows(state, said, job);
    mendCompanion(state, said, job);
    removeLeftovers(state, said);
    if (!said.empty()) audit().add("repair", state.file.filename().string(), {{"done", said}});
    return said;
}

}  // namespace segad
