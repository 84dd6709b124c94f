// Pictures as the engine sees them, whatever file they came from: 8-bit RGB, upright.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <opencv2/core/mat.hpp>

#include "core/base/file.h"

namespace segad {

/// What the file said before it was turned into 8-bit RGB.
struct ImageInfo {
    int width = 0;           ///< upright, in pixels
    int height = 0;          ///< upright, in pixels
    int channels = 0;        ///< in the file: 1, 2 (grey + alpha), 3, 4
    int bitsPerChannel = 0;  ///< in the file: 1…16
    bool hadAlpha = false;   ///< dropped on decoding
    int orientation = 1;     ///< EXIF 1…8; already applied to the pixels
};

struct DecodedImage {
    cv::Mat rgb;  ///< CV_8UC3, red first, continuous
    ImageInfo info;
};

/// Guards against decompression bombs; checked on the header, before any pixel is decoded.
struct DecodeLimits {
    std::int64_t maxPixels = 400'000'000;  ///< width · height
    int maxSide = 65'535;
    std::uint64_t maxFileBytes = 2ULL << 30U;
};

/// Reads JPEG, PNG, BMP, TIFF, WebP, PPM/PGM by content (not by extension). 16 bit is scaled by 1/257,
/// grey replicated, alpha dropped, EXIF orientation applied.
/// Throws Error{NotFound, PermissionDenied, InvalidData (empty, truncated, no picture, too large),
/// Unsupported} naming the file.
DecodedImage decodeImage(const Path& file, const DecodeLimits& limits = {});

/// The same for a file that is in memory already; errors name `subject`.
DecodedImage decodeImageBytes(std::string_view bytes, const std::string& subject,
                              const DecodeLimits& limits = {});

/// Only the header: cheap, and as strict about limits as decodeImage().
ImageInfo probeImage(const Path& file, const DecodeLimits& limits = {});

/// Pixel values of a mask or label picture, CV_8UC1: grey value as stored (never scaled, whatever its depth),
/// or palette *index* for an indexed PNG. Colour pictures with three equal channels are taken as grey; others
/// are refused. Not rotated. A 16-bit picture with a value over 255 is refused.
cv::Mat decodeLabels(const Path& file, const DecodeLimits& limits = {});

/// Writes 8-bit grey (CV_8UC1), RGB (CV_8UC3) or, as PNG, RGBA (CV_8UC4) atomically; format by extension:
/// png, jpg, jpeg (quality 0–100; from 90 on colour keeps its full resolution).
void encodeImage(const Path& file, const cv::Mat& pixels, int jpegQuality = 92);

/// A file's bytes instead of a file, for what is stored or embedded elsewhere.
std::string encodePngBytes(const cv::Mat& pixels);
std::string encodeJpegBytes(const cv::Mat& pixels, int quality = 92);

/// A series of pictures that are decoded when asked for. Implementations are thread-safe.
class ImageSource {
public:
    virtual ~ImageSource() = default;
    virtual std::size_t size() const = 0;
    /// Picture `index` as CV_8UC3 RGB at its own size. Throws Error naming the file.
    virtual cv::Mat rgb(std::size_t index) const = 0;
};

}  // namespace segad
