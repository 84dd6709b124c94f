// Where a benchmark keeps what its cells rest on, beside the results. Private to the room.
#pragma once

#include <string>

#include "core/base/file.h"

namespace segad {

Path benchmarkWorkFolder(const Path& results);
Path benchmarkProject(const Path& results, const std::string& className);

}  // namespace segad
