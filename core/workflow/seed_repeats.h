// The newest forest refitted for each of the paper's seeds (segad.md § 4). Private to the room.
#pragma once

#include "core/base/job.h"
#include "core/project/project.h"

namespace segad {

/// name -> {"seeds": […], "auroc": {"mean", "deviation", "values"}, "average_precision": …,
/// "fpr_at_95tpr": …} for the forest and for each of its detectors (by image score and by map maximum) on
/// the same reduced test sets. Throws Error{NotFound} when no forest was fitted.
Json repeatWithPaperSeeds(Project& project, Job& job);

}  // namespace segad
