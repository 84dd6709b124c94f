// What copies of a project share with its backups. Private to the room.
#pragma once

#include "core/base/job.h"
#include "core/project/connection.h"

namespace segad {

struct ProjectState;

/// Copies a database, with what other processes have committed, into `file`, which is made or is empty. The
/// copy stands alone: it has no write-ahead log.
void copyDatabase(Connection& database, const Path& file, Job& job);

/// Makes the sources of a copy refer to the folders that the original's refer to.
void rebaseSources(ProjectState& copy, ProjectState& original);

}  // namespace segad
