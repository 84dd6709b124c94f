// A stored forest, fitted once more without one part: what it would say of that part, had it never seen it.
// Private to the room.
#pragma once

#include <optional>

#include "core/forest/forest.h"
#include "core/project/project.h"

namespace segad {

/// Learned from everything the forest of `fit` has learned from (with the labels of that time) but the part,
/// its copies and what is generated from it. Absent when the forest has learned from none of these: it has
/// not seen the part. Throws Error{InvalidData} when no good or no bad part is left to learn from.
std::optional<Forest> forestWithout(Project& project, const RunRecord& fit, PartId part, Job& job);

}  // namespace segad
