// Crops of the pictures in a folder, for distillation. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/base/file.h"
#include "core/base/job.h"

namespace segad {

class FolderPictures {
public:
    /// Lists all pictures below `folder` and looks at each; unreadable ones are warned of and left out.
    /// Throws Error{NotFound} when none is left.
    FolderPictures(const Path& folder, Job& job);

    /// A square of random place, size (a fifth of the picture to all of it) and mirroring, reduced or
    /// enlarged to side × side, CV_8UC3 RGB; the same for the same arguments.
    cv::Mat crop(std::uint64_t seed, std::uint64_t number, int side) const;

    /// Number of pictures and a hash over their names and sizes.
    std::string identity() const;

private:
    std::vector<Path> files_;
    std::string identity_;
};

}  // namespace segad
