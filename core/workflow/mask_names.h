// Under which names the masks of parts lie in a folder of their own. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "core/project/project.h"

namespace segad {

/// For each part the path of its mask, '/'-separated and unlike every other: that of the part with the
/// extension .png, below a folder named by the source's id when the project has several. Parts whose paths
/// differ in nothing but the extension keep theirs ("7.bmp.png").
std::vector<std::string> maskNames(const Project& project, const std::vector<PartRecord>& parts);

/// With links resolved as far as the path exists; the path itself where that can't be done.
Path realPath(const Path& path);

}  // namespace segad
