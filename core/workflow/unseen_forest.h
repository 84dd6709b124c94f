// A stored forest, fitted once more without one part: what it would say of that part, had it never seen it.
// Private to the room.
#pragma once

#include <optional>

#include "core/forest/forest.h"
#include "core/project/project.h"

namespace segad {

struct UnseenForest {
    bool seen = false;  ///< the forest of the run has learned from the part, or from something of its group
    /// Has learned from everything else that the forest has learned from, with the labels of that time.
    /// Absent when it was not seen, or when no other good or no other bad part is left to learn from.
    std::optional<Forest> forest;
};

UnseenForest forestWithout(Project& project, const RunRecord& fit, PartId part, Job& job);

}  // namespace segad
