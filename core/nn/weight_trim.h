// The first stages of a backbone as weights of their own, for whoever needs no more of it. Identities are
// chained from the stem on, so models that were trained with the whole take these as the same.
#pragma once

#include <string_view>

#include "core/nn/weight_store.h"

namespace segad {

/// Writes the stages of `entry` up to `lastStage`, which it has, into `folder` as a file named by its hash,
/// and describes that. Throws Error{Corrupt} when the weights are not what was imported, Error{DiskFull, Io}
/// naming the folder, and Cancelled.
WeightEntry trimWeights(const WeightEntry& entry, std::string_view lastStage, const Path& folder, Job& job);

}  // namespace segad
