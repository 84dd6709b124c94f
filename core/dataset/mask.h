// Ground-truth masks: where a bad part is bad.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/base/file.h"
#include "core/image/image.h"

namespace segad {

/// CV_8UC1 of the picture's upright size, 255 where the mask is anything but 0 (the palette index of an
/// indexed file) and 0 elsewhere. A mask that fits only the stored, unrotated size of its picture is turned
/// with it, and `*turned` (when given) says so.
/// Throws Error{InvalidData} naming the mask when it has another size, and what decodeLabels() throws.
cv::Mat readMask(const Path& file, const ImageInfo& picture, bool* turned = nullptr);

/// The same with the values as they are in the file.
cv::Mat readMaskValues(const Path& file, const ImageInfo& picture, bool* turned = nullptr);

/// What EXIF orientations 5 to 8 do to stored pixels; only they exchange width and height.
cv::Mat turnedUpright(const cv::Mat& stored, int orientation);

}  // namespace segad
