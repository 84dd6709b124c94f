// The door of the library segad-codecs: everything that needs libjpeg, libpng, libtiff or libwebp is behind
// it, so that programs that decode nothing don't load them.
#pragma once

#include <string>
#include <string_view>

#include <opencv2/core/mat.hpp>

#include "core/image/picture_header_p.h"

namespace segad::image {

struct CodecTable {
    /// All pixels as CV_8UC3 RGB in stored orientation. `enoughSide` > 0 allows a reduced picture whose
    /// longer side is still at least that. `header` is what readPictureHeader() said of the same bytes, its
    /// size within limits; a picture that turns out different is refused. Throws Error naming `subject`.
    cv::Mat (*decodeRgb)(std::string_view bytes, const PictureHeader& header, int enoughSide,
                         const std::string& subject);

    /// The numbers in the file, unscaled: grey or palette index (CV_8UC1, CV_16UC1) or RGB (CV_8UC3,
    /// CV_16UC3); alpha dropped, stored orientation. The index counts in PNG only, where palettes are how
    /// labels are stored; BMP and TIFF keep mere grey values in palettes, so theirs are looked up.
    cv::Mat (*decodeSamples)(std::string_view bytes, const PictureHeader& header, const std::string& subject);

    /// CV_8UC1, CV_8UC3 (RGB) or CV_8UC4 (RGBA). Throws Error{Internal}.
    std::string (*encodePng)(const cv::Mat& pixels, const std::string& subject);

    /// CV_8UC1 or CV_8UC3 (RGB); quality 0–100.
    std::string (*encodeJpeg)(const cv::Mat& pixels, int quality, const std::string& subject);
};

/// The type of the one function the library exports, named kCodecEntry.
using CodecEntry = const CodecTable*();
inline constexpr const char* kCodecEntry = "segadCodecs";

}  // namespace segad::image
