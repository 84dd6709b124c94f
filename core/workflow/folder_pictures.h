// Crops of the pictures in a folder, for distillation. Private to the room.
#pragma once

#include <cstdint>
#include <string>

#include <opencv2/core/mat.hpp>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/dataset/picture_folder.h"

namespace segad {

class FolderPictures {
public:
    /// As readPictureFolder().
    FolderPictures(const Path& folder, Job& job);

    /// A square of random place, size (a fifth of the picture to all of it) and mirroring, reduced or
    /// enlarged to side × side, CV_8UC3 RGB; the same for the same arguments.
    cv::Mat crop(std::uint64_t seed, std::uint64_t number, int side) const;

    /// Number of pictures and a hash over their names and sizes.
    const std::string& identity() const noexcept { return folder_.identity; }

private:
    PictureFolder folder_;
};

}  // namespace segad
