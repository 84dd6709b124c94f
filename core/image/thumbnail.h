// Small pictures for lists, decoded quickly: a JPEG is decompressed at reduced size.
#pragma once

#include <string>
#include <string_view>

#include <opencv2/core/mat.hpp>

#include "core/image/image.h"

namespace segad {

/// `file` upright as CV_8UC3 RGB, antialiased, its longer side `side` pixels (less when the picture is
/// smaller: never enlarged). Throws as decodeImage().
cv::Mat decodeThumbnail(const Path& file, int side, const DecodeLimits& limits = {});

/// The same for a file that is in memory already.
cv::Mat decodeThumbnailBytes(std::string_view bytes, const std::string& subject, int side,
                             const DecodeLimits& limits = {});

/// Largest size of the same shape as `size` that fits a square of `side`; never larger than `size`, never
/// empty.
cv::Size fitInto(cv::Size size, int side);

}  // namespace segad
