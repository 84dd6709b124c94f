// What decoding a whole picture and decoding a thumbnail share.
#pragma once

#include "core/image/codecs/codec_table_p.h"
#include "core/image/image.h"
#include "core/image/picture_header_p.h"

namespace segad::image {

struct CheckedPicture {
    PictureHeader header;
    ImageInfo info;
};

/// Header of a complete file, within limits. Throws as decodeImage().
CheckedPicture checkPicture(std::string_view bytes, const std::string& subject, const DecodeLimits& limits);

/// Throws Error{InvalidData} for a picture larger than the limits.
void requireWithin(const PictureHeader& header, const DecodeLimits& limits, const std::string& subject);

/// The codec library, opened at first need.
const CodecTable& codecs();

}  // namespace segad::image
