// What a handful of parts can't support. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "core/metric/score_sets.h"

namespace segad {

/// A sentence for each thing that these scores are too few to claim; empty when they carry the usual figures.
std::vector<std::string> claimWarnings(const ScoreSets& scores);

}  // namespace segad
