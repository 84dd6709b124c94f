// Numbered schema steps. The SQL is in migrations/NNN_name.sql (the project) and migrations/maps/ (its
// companion), built into the program; user_version of a file says how many steps it has had.
//
// A step that has been released is never edited: add the next one.
#pragma once

#include <span>
#include <string_view>

#include "core/project/connection.h"

namespace segad {

struct Migration {
    int version = 0;  ///< user_version after the step; 1, 2, 3, …
    std::string_view name;
    std::string_view sql;
};

std::span<const Migration> projectMigrations();
std::span<const Migration> mapsMigrations();

/// Brings the schema up to the last of `steps`, each in a transaction of its own: a step that fails (or a
/// crash) leaves the file at the step before. Safe when two processes do it at once.
void migrate(Connection& database, std::span<const Migration> steps);

int schemaVersionOf(Connection& database);

/// Copies a database, with what other processes have committed, to `copy`: written to a partial file,
/// synced, renamed over an older copy.
void backUp(Connection& database, const Path& copy);

}  // namespace segad
