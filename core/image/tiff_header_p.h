// The directory of a TIFF file, which is also the structure of an EXIF block.
#pragma once

#include <string>
#include <string_view>

#include "core/image/picture_header_p.h"

namespace segad::image {

/// Classic TIFF or BigTIFF, of either byte order.
bool isTiff(std::string_view bytes) noexcept;

/// Header of the first page. EndOfBytes when the directory lies beyond the end.
PictureHeader tiffHeader(std::string_view bytes, const std::string& subject);

}  // namespace segad::image
