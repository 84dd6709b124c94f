// How large the pictures are that a model comes from, to notice a camera that was changed.
#pragma once

#include <string>

#include <opencv2/core/types.hpp>

namespace segad {

class Project;

struct PictureSizes {
    cv::Size smallest;  ///< width and height, each on its own; 0 × 0 when nothing is known
    cv::Size largest;

    void add(cv::Size size);
    /// "" for a picture of about these sizes; else a remark on it, without the picture's name.
    std::string remarkOn(cv::Size size) const;
};

/// Of all parts but generated ones.
PictureSizes pictureSizesOf(const Project& project);

}  // namespace segad
