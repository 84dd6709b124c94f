// Segment maps in files of other programs.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/base/file.h"

namespace segad {

/// Integer .npy, indexed or grey picture: CV_8UC1, the labels as they are stored. Throws Error naming the
/// file.
cv::Mat readLabels(const Path& file);

/// The same, and must have the shape of a picture of this size; a map made of a picture that its EXIF
/// orientation has turned since is turned, too. Throws Error{InvalidData} naming the map otherwise.
cv::Mat readLabelsFor(const Path& file, const Path& picture, cv::Size pictureSize);

}  // namespace segad
