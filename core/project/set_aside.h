// Runs that somebody has deleted and may still take back. They are out of sight as if they were removed:
// Runs::all(), latest() and scoresOfPart() and Evaluations::all() leave them out, so that nothing is built on
// them any more; only Runs::find() still knows them.
//
// Each function opens a handle of its own, does everything or nothing, and throws what Project::open() and
// Runs::remove() throw beside what is said here.
#pragma once

#include <span>

#include "core/base/file.h"
#include "core/project/records.h"

namespace segad {

/// Error{InvalidArgument} for a run that is at work, for imports, segment maps and inspections that are done,
/// and when runs that are in sight (and not among `runs`) build on one.
void setRunsAside(const Path& project, std::span<const RunId> runs);

/// Error{InvalidArgument} when a run that one of them builds on stays set aside.
void bringRunsBack(const Path& project, std::span<const RunId> runs);

/// Removes for good what this process has set aside, and what processes that are gone have; how many. One
/// that another program has come to build on meanwhile is brought back instead.
int removeRunsSetAside(const Path& project);

}  // namespace segad
