// Merging the segments of maps that were found without painting.
#pragma once

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/project/records.h"

namespace segad {

/// Whether mergeSegments() can merge what a source has made: clusters only. Segments that somebody has
/// painted are merged where they are painted.
bool canMergeSegments(const RunRecord& segmentRun);

/// Segment `from` of the maps in force becomes part of segment `into` (0: background): a run of its own, with
/// the same clusters, whose maps take the place of the others. The names stay; maps fixed by hand follow. The
/// run's id. Throws Error{NotFound} without maps, Error{InvalidArgument} for maps of another source or
/// segments that are not there.
RunId mergeSegments(const Path& project, int from, int into, Job& job);

}  // namespace segad
