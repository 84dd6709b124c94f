// Pictures and files that the tests of this room are made of.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/base/error.h"
#include "core/base/file.h"

namespace segad::test {

/// A colourful picture without symmetry: gradients, noise and a bright corner. CV_8UC3.
cv::Mat testPicture(int width, int height);

/// Written by OpenCV (which takes BGR); `rgb` may have 1, 3 or 4 channels of 8 or 16 bits.
std::string encodedByOpenCv(const std::string& extension, const cv::Mat& rgb,
                            const std::vector<int>& options = {});

/// What OpenCV's imread gives for the bytes, as RGB.
cv::Mat decodedByOpenCv(std::string_view bytes);

/// A JPEG with an EXIF block that says `orientation`.
std::string withExif(const std::string& jpeg, int orientation, bool bigEndian);

/// A PNG chunk with its length and checksum.
std::string pngChunk(std::string_view type, std::string_view data);

/// A PNG made of header fields and raw rows (each with its filter byte), stored without compression.
struct RawPng {
    int width = 0;
    int height = 0;
    int bits = 8;
    int colour = 0;  ///< 0 grey, 2 RGB, 3 palette, 4 grey + alpha, 6 RGBA
    bool interlaced = false;
    std::size_t chunks = 1;  ///< that the picture data is cut into
    std::string rows;
    std::string palette;      ///< PLTE, RGB triples
    std::string otherChunks;  ///< put before the picture data
};
std::string rawPng(const RawPng& png);

/// Little- or big-endian numbers as bytes.
std::string bytes16(unsigned value, bool bigEndian = false);
std::string bytes32(std::uint32_t value, bool bigEndian = false);

/// Not synced to disk as writeFileAtomically() does, which would make the tests slow.
void writeBytes(const Path& file, std::string_view bytes);

/// Largest difference between two pictures of one size and type.
double largestDifference(const cv::Mat& a, const cv::Mat& b);

/// The Error that `action` throws; a test failure is left to the caller when it throws none.
std::optional<Error> errorOf(const std::function<void()>& action);

}  // namespace segad::test
