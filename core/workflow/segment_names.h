// What segments are called and how they look.
#pragma once

#include <vector>

#include "core/project/project.h"

namespace segad {

/// Every list that calls segment i what `before` does (that of the maps in force, that of what is painted)
/// takes name and colour of `after`, which is as long; whether the list of the maps in force did. In a
/// project without any list `after` becomes that of what is painted. Throws Error{InvalidArgument} for a name
/// that is empty or given twice.
bool renameSegments(Project& project, const std::vector<SegmentRecord>& before,
                    const std::vector<SegmentRecord>& after);

}  // namespace segad
