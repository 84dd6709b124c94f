#include "core/project/migrations.h"

#include <sqlite3.h>

#include "core/base/log.h"

namespace segad {

int schemaVersionOf(Connection& database) {
    return static_cast<int>(database.integer("PRAGMA user_version").value_or(0));
}

namespace {
void apply(Connection& database, const Migration& step) {
    database.script("BEGIN IMMEDIATE");
    try {
        // Another process may have done it while this one waited for the lock.
        if (schemaVersionOf(database) < step.version) {
            database.script(std::string(step.sql));
            Query violations = database.query("PRAGMA foreign_key_check");
            if (violations.step()) {
                throw Error(ErrorCode::Corrupt, database.file().string(),
                            "can't be brought up to date: " + violations.text(0) + " refers to missing rows",
                            "Open it with the program that wrote it and run its 'segad doctor --repair'.");
            }
            database.script("PRAGMA user_version = " + std::to_string(step.version));
        }
        database.script("COMMIT");
    } catch (...) {
        if (database.inTransaction()) database.script("ROLLBACK");
        throw;
    }
}
}  // namespace

void migrate(Connection& database, std::span<const Migration> steps) {
    // Steps may rebuild a table that others refer to; the check above takes the place of enforcement.
    database.script("PRAGMA foreign_keys = OFF");
    for (const Migration& step : steps) {
        if (schemaVersionOf(database) >= step.version) continue;
        apply(database, step);
        log::info(database.file().string() + ": schema step " + std::string(step.name));
    }
    database.script("PRAGMA foreign_keys = ON");
}

void backUp(Connection& database, const Path& copy) {
    AtomicFile target(copy);
    {
        // AtomicFile has made the (empty) partial file; SQLite fills it.
        Connection out(target.partialPath(), Connection::Mode::ReadWrite);
        out.script("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        sqlite3_backup* backup = sqlite3_backup_init(out.handle(), "main", database.handle(), "main");
        if (backup == nullptr) out.fail(sqlite3_extended_errcode(out.handle()));
        const int stepped = sqlite3_backup_step(backup, -1);
        const int finished = sqlite3_backup_finish(backup);
        if (stepped != SQLITE_DONE) out.fail(finished != SQLITE_OK ? finished : stepped);
        // The copy stands alone: no write-ahead log beside it.
        out.script("PRAGMA journal_mode = DELETE");
    }
    target.commit();
}

}  // namespace segad
