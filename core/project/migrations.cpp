#include "core/project/migrations.h"

#include "core/base/log.h"
#include "core/project/copy_p.h"

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
    Job unwatched;
    copyDatabase(database, target.partialPath(), unwatched);  // AtomicFile has made it, empty
    target.commit();
}

}  // namespace segad
