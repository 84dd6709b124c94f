// Feature rows for the baselines: pooled over other segments than the project's. Private to the room.
#pragma once

#include "core/workflow/benchmark/method.h"
#include "core/workflow/part_features.h"

namespace segad {

/// As featureTable(), over what `use` makes of the segments; kept nowhere.
FeatureTable featuresWithout(Project& project, const FeatureInputs& inputs, SegmentUse use,
                             const std::vector<PartRecord>& parts, Job& job);

}  // namespace segad
