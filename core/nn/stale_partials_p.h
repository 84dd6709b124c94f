// What interrupted writers left behind. Private to weight store and model files.
#pragma once

#include "core/base/file.h"

namespace segad {

/// Removes partial files of SafetensorsWriter in `folder` that nobody has written to for a day; younger ones
/// may be another process's work in progress. Never throws: a failure only leaves them there.
void removeStalePartials(const Path& folder) noexcept;

}  // namespace segad
