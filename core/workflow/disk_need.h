// What a training will leave on the disk beside its model, and what there is room for.
#pragma once

#include <optional>

#include "core/workflow/requests.h"

namespace segad {

/// The anomaly maps of so many parts, roughly; 0 for a detector that makes none or is unknown.
std::uint64_t mapBytesOf(const TrainRequest& request, int parts);

/// Free on the disk the project is on; absent where it doesn't say.
std::optional<std::uint64_t> freeDiskBytes(const Path& project);

}  // namespace segad
