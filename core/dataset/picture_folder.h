// The pictures of a folder that is no dataset: material to learn from beside the parts.
#pragma once

#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"

namespace segad {

struct PictureFolder {
    std::vector<Path> files;  ///< those that can be read, in the order of their names
    /// Tells these pictures from others, by names and sizes: "12 pictures 1f0c…".
    std::string identity;
};

/// A picture that can't be read is a warning. Throws Error{NotFound} when none is left, and what listing the
/// folder throws.
PictureFolder readPictureFolder(const Path& folder, Job& job);

}  // namespace segad
