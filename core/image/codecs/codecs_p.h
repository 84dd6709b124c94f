// The decoders and encoders behind the door, one file per format. See codec_table_p.h for what they promise.
#pragma once

#include <string>
#include <string_view>

#include <opencv2/core/mat.hpp>

#include "core/image/picture_header_p.h"

namespace segad::image {

enum class Want {
    Rgb,     ///< CodecTable::decodeRgb
    Samples  ///< CodecTable::decodeSamples
};

cv::Mat decodeJpeg(std::string_view bytes, const PictureHeader& header, Want want, int enoughSide,
                   const std::string& subject);
cv::Mat decodePng(std::string_view bytes, const PictureHeader& header, Want want, const std::string& subject);
cv::Mat decodeTiff(std::string_view bytes, const PictureHeader& header, Want want,
                   const std::string& subject);
cv::Mat decodeWebP(std::string_view bytes, const PictureHeader& header, const std::string& subject);
cv::Mat decodeBmp(std::string_view bytes, const PictureHeader& header, const std::string& subject);
cv::Mat decodePnm(std::string_view bytes, const PictureHeader& header, Want want, const std::string& subject);

std::string encodePng(const cv::Mat& pixels, const std::string& subject);
std::string encodeJpeg(const cv::Mat& pixels, int quality, const std::string& subject);

/// An empty picture of the size that `header` states.
cv::Mat canvas(const PictureHeader& header, int type);

/// Throws when a decoder sees another size than the header that was checked.
void requireSize(const PictureHeader& header, std::int64_t width, std::int64_t height,
                 const std::string& subject);

/// CV_8UC1, CV_16UC1, CV_8UC3 or CV_16UC3 to CV_8UC3: 16 bit divided by 257 and rounded, grey replicated.
cv::Mat toRgb(const cv::Mat& samples);

}  // namespace segad::image
