// Consistency of the segment maps in force.
#pragma once

#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/project/project.h"

namespace segad {

/// What doesn't fit in the maps of a run: parts without a map, segments never seen or missing, odd areas.
/// Reads every map. Nothing is stored.
std::vector<SegmentFindingRecord> findSegmentOddities(const Project& project, RunId run, Job& job);

/// The same for the maps in force, stored with their run. Throws Error{NotFound} when there are none.
std::vector<SegmentFindingRecord> checkSegments(const Path& project, Job& job);

/// "wire covers 2.1 % of the picture, usually 0.7 %": what a finding says of its part, in one sentence
/// without full stop.
std::string describeFinding(const SegmentFindingRecord& finding, const std::vector<SegmentRecord>& segments);

}  // namespace segad
