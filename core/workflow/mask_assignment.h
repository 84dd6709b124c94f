// Which mask in a folder belongs to which part of a project. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/project/project.h"

namespace segad {

struct AssignedMask {
    std::string name;  ///< relative to the folder
    Path file;
    std::optional<std::size_t> part;  ///< index into the parts; absent when none goes by the name
};

/// The masks below `folder` in the order of their names, at most one for each part. Pictures of the project
/// are no masks; when there are folders called ground_truth, masks, …, only what is in them is one. Throws
/// what listFolder() throws.
std::vector<AssignedMask> assignMasks(const Project& project, const std::vector<PartRecord>& parts,
                                      const Path& folder, Job& job);

}  // namespace segad
