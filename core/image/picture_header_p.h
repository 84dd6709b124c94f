// What a picture file says about itself before any pixel is decoded: which format it is (by content, never
// by extension), how large, how deep, how it is to be turned. Written without the codec libraries, so that
// limits are checked on a hostile file before any of them sees it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace segad::image {

enum class PictureFormat { Jpeg, Png, Bmp, Tiff, WebP, Pnm };

struct PictureHeader {
    PictureFormat format = PictureFormat::Png;
    std::int64_t width = 0;  ///< as stored, before orientation; never checked against limits here
    std::int64_t height = 0;
    int channels = 0;        ///< colour and alpha, palette entries counted as three
    int bitsPerChannel = 0;  ///< of the samples; a palette's entries have 8
    bool alpha = false;
    int orientation = 1;  ///< EXIF 1…8
};

/// Reads the header of `bytes`. When `complete` is false the bytes are only the begin of a file and
/// EndOfBytes leaves this function if they don't suffice. Throws Error{InvalidData (empty, no picture,
/// truncated), Unsupported} naming `subject`.
PictureHeader readPictureHeader(std::string_view bytes, const std::string& subject, bool complete);

/// Orientation 1…8 of an EXIF block (a TIFF structure, without "Exif\0\0"); 1 when it says nothing usable.
int exifOrientation(std::string_view exif) noexcept;

/// The message for a picture whose bytes end too early.
[[noreturn]] void failTruncated(const std::string& subject);

/// The message for a picture that contradicts its format.
[[noreturn]] void failDamaged(const std::string& subject, const std::string& reason);

/// The message for a picture of a kind this program doesn't read.
[[noreturn]] void failUnsupported(const std::string& subject, const std::string& what);

}  // namespace segad::image
