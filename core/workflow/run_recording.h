// A run from its start to its end, whatever happens in between. Private to the room.
#pragma once

#include <functional>

#include "core/base/job.h"
#include "core/project/project.h"

namespace segad {

/// A record with what is the same for all runs of this process: version, threads.
RunRecord newRun(RunKind kind, std::string subject, Json params = Json::object());

/// Starts `run` (its id is set), or, when it has an id, starts that stopped run again (Runs::restart) and
/// counts its seconds on; calls work(run), then in one transaction store(run) and the end as Done with the
/// seconds it took, pauses left out. When either throws, the run ends as Cancelled or Failed with the reason
/// and the exception goes on; nothing of store() is kept then. Both may fill in the record.
void recordRun(Project& project, RunRecord& run, const std::function<void(RunRecord&)>& work,
               const std::function<void(RunRecord&)>& store = {});

/// Adds a sentence to the run's message.
void remark(RunRecord& run, const std::string& sentence);

}  // namespace segad
