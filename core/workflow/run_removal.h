// Deleting runs for good.
#pragma once

#include <span>

#include "core/base/file.h"
#include "core/project/records.h"

namespace segad {

/// Removes the runs with their scores, maps, evaluations, checkpoints and models, all of them or none. Throws
/// what setRunsAside() (core/project/set_aside.h) throws: Error{InvalidArgument} when another run or an
/// inspection builds on one, or when it is at work.
void removeRuns(const Path& project, std::span<const RunId> runs);

}  // namespace segad
