#include <algorithm>
#include <array>
#include <optional>

#include "core/base/error.h"
#include "core/image/bytes_p.h"
#include "core/image/picture_header_p.h"
#include "core/image/tiff_header_p.h"

namespace segad::image {

namespace {
constexpr const char* kConvert = "Convert it to PNG, JPEG or TIFF with 8 or 16 bits per channel.";

PictureHeader jpegHeader(const Bytes& bytes, const std::string& subject) {
    PictureHeader header{.format = PictureFormat::Jpeg};
    constexpr std::string_view kExif("Exif\0\0", 6);
    bool haveFrame = false;
    for (std::uint64_t at = 2;;) {
        if (bytes.u8(at) != 0xff) {
            ++at;  // stray bytes between segments are tolerated, as the decoder does
            continue;
        }
        const std::uint8_t marker = bytes.u8(at + 1);
        if (marker == 0xff) {
            ++at;
            continue;
        }
        const bool standalone = marker == 0x00 || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
        if (standalone) {
            at += 2;
            continue;
        }
        if (marker == 0xd9 || marker == 0xda) break;
        const std::uint16_t length = bytes.u16(at + 2);
        if (length < 2) failDamaged(subject, "a JPEG segment has an impossible length");
        const bool frame =
            marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame && !haveFrame) {
            header.bitsPerChannel = bytes.u8(at + 4);
            header.height = bytes.u16(at + 5);
            header.width = bytes.u16(at + 7);
            header.channels = bytes.u8(at + 9);
            haveFrame = true;
        }
        if (marker == 0xe1 && bytes.startsWith(at + 4, kExif) && length > 8 && header.orientation == 1) {
            header.orientation = exifOrientation(bytes.text(at + 10, length - 8U));
        }
        at += 2U + length;
    }
    if (!haveFrame) failDamaged(subject, "the JPEG has no picture in it");
    if (header.height == 0) failUnsupported(subject, "a JPEG that doesn't state its height");
    return header;
}

PictureHeader pngHeader(const Bytes& bytes, const std::string& subject) {
    PictureHeader header{.format = PictureFormat::Png};
    if (bytes.text(12, 4) != "IHDR") failDamaged(subject, "the PNG does not begin with its header");
    header.width = bytes.u32(16);
    header.height = bytes.u32(20);
    header.bitsPerChannel = bytes.u8(24);
    const std::uint8_t colour = bytes.u8(25);
    header.alpha = (colour & 4U) != 0;
    const bool palette = colour == 3;
    header.channels = palette ? 3 : ((colour & 2U) != 0 ? 3 : 1) + (header.alpha ? 1 : 0);
    if (palette) header.bitsPerChannel = 8;
    for (std::uint64_t at = 8;;) {
        const std::uint64_t length = bytes.u32(at);
        const std::string_view type = bytes.text(at + 4, 4);
        if (type == "IDAT" || type == "IEND") break;
        if (type == "eXIf") header.orientation = exifOrientation(bytes.text(at + 8, length));
        if (type == "tRNS" && !header.alpha) {
            header.alpha = true;
            ++header.channels;
        }
        at += 12 + length;
    }
    return header;
}

PictureHeader bmpHeader(std::string_view contents, const std::string& subject) {
    const Bytes bytes(contents, ByteOrder::Little);
    PictureHeader header{.format = PictureFormat::Bmp, .channels = 3, .bitsPerChannel = 8};
    const std::uint32_t headerSize = bytes.u32(14);
    const auto asSigned = [](std::uint32_t value) {
        return static_cast<std::int64_t>(static_cast<std::int32_t>(value));
    };
    std::uint16_t bitsPerPixel = 0;
    if (headerSize == 12) {
        header.width = bytes.u16(18);
        header.height = bytes.u16(20);
        bitsPerPixel = bytes.u16(24);
    } else if (headerSize >= 40 && headerSize <= 256) {
        header.width = asSigned(bytes.u32(18));
        header.height = std::abs(asSigned(bytes.u32(22)));  // negative: stored top-down
        bitsPerPixel = bytes.u16(28);
        // Only a header with an alpha mask says that the fourth byte means something.
        header.alpha = headerSize >= 56 && bitsPerPixel >= 16 && bytes.u32(66) != 0;
    } else {
        failUnsupported(subject, "a BMP with a header of " + std::to_string(headerSize) + " bytes");
    }
    constexpr std::array<int, 6> kDepths{1, 4, 8, 16, 24, 32};
    if (std::ranges::find(kDepths, bitsPerPixel) == kDepths.end()) {
        failUnsupported(subject, "a BMP with " + std::to_string(bitsPerPixel) + " bits per pixel");
    }
    if (header.alpha) header.channels = 4;
    return header;
}

PictureHeader webpHeader(std::string_view contents, const std::string& subject) {
    const Bytes bytes(contents, ByteOrder::Little);
    PictureHeader header{.format = PictureFormat::WebP, .channels = 3, .bitsPerChannel = 8};
    const std::string_view first = bytes.text(12, 4);
    if (first == "VP8 ") {
        if (bytes.u24(23) != 0x2a019d) failDamaged(subject, "the WebP frame has no start code");
        header.width = bytes.u16(26) & 0x3fffU;
        header.height = bytes.u16(28) & 0x3fffU;
    } else if (first == "VP8L") {
        if (bytes.u8(20) != 0x2f) failDamaged(subject, "the WebP frame has no start code");
        const std::uint32_t packed = bytes.u32(21);
        header.width = (packed & 0x3fffU) + 1;
        header.height = ((packed >> 14U) & 0x3fffU) + 1;
        header.alpha = ((packed >> 28U) & 1U) != 0;
    } else if (first == "VP8X") {
        const std::uint8_t flags = bytes.u8(20);
        if ((flags & 0x02U) != 0) failUnsupported(subject, "an animated WebP");
        header.alpha = (flags & 0x10U) != 0;
        header.width = bytes.u24(24) + 1;
        header.height = bytes.u24(27) + 1;
        if ((flags & 0x08U) != 0) {
            for (std::uint64_t at = 12; at + 8 <= 8ULL + bytes.u32(4);) {
                const std::uint64_t length = bytes.u32(at + 4);
                if (bytes.text(at, 4) == "EXIF") {
                    std::string_view exif = bytes.text(at + 8, length);
                    if (exif.starts_with("Exif")) exif.remove_prefix(std::min<std::size_t>(6, exif.size()));
                    header.orientation = exifOrientation(exif);
                    break;
                }
                at += 8 + length + (length & 1U);
            }
        }
    } else {
        failDamaged(subject, "the WebP begins with an unknown chunk");
    }
    if (header.alpha) header.channels = 4;
    return header;
}

PictureHeader pnmHeader(const Bytes& bytes, const std::string& subject) {
    PictureHeader header{.format = PictureFormat::Pnm};
    const std::uint8_t kind = bytes.u8(1);
    std::uint64_t at = 2;
    const auto number = [&] {
        std::uint8_t c = bytes.u8(at);
        while (c == ' ' || (c >= '\t' && c <= '\r') || c == '#') {
            if (c == '#') {
                while (c != '\n' && c != '\r')
                    c = bytes.u8(++at);
            }
            c = bytes.u8(++at);
        }
        std::int64_t value = -1;
        for (; c >= '0' && c <= '9'; c = bytes.u8(++at)) {
            value = std::max<std::int64_t>(value, 0) * 10 + (c - '0');
            if (value > 2'000'000'000) failDamaged(subject, "the header has an absurd number");
        }
        if (value < 0) failDamaged(subject, "the header lacks a number");
        return value;
    };
    header.width = number();
    header.height = number();
    const bool bitmap = kind == '1' || kind == '4';
    const std::int64_t maximum = bitmap ? 1 : number();
    if (maximum < 1 || maximum > 65535) failDamaged(subject, "the greatest value is not between 1 and 65535");
    header.channels = kind == '3' || kind == '6' ? 3 : 1;
    header.bitsPerChannel = 1;
    while ((std::int64_t{1} << header.bitsPerChannel) <= maximum)
        ++header.bitsPerChannel;
    return header;
}

/// Formats that are recognised only to be named in the message.
std::optional<std::string> knownButUnread(const Bytes& bytes) {
    if (bytes.startsWith(0, "GIF8")) return "a GIF";
    if (bytes.startsWith(4, "ftypavif") || bytes.startsWith(4, "ftypavis")) return "an AVIF";
    if (bytes.startsWith(4, "ftyphei") || bytes.startsWith(4, "ftypmif1") || bytes.startsWith(4, "ftyphev")) {
        return "a HEIC";
    }
    if (bytes.startsWith(4, "jP  \r\n") || bytes.startsWith(0, "\xff\x4f\xff\x51")) return "a JPEG 2000";
    if (bytes.startsWith(0, "\xff\x0a") || bytes.startsWith(4, "JXL \r\n")) return "a JPEG XL";
    if (bytes.startsWith(0, "\x76\x2f\x31\x01")) return "an OpenEXR";
    if (bytes.startsWith(0, "8BPS")) return "a Photoshop document";
    if (bytes.startsWith(0, "P7")) return "a PAM";
    if (bytes.startsWith(0, "%PDF")) return "a PDF";
    return std::nullopt;
}

PictureHeader sniff(std::string_view contents, const std::string& subject) {
    const Bytes bytes(contents);
    if (bytes.startsWith(0, "\xff\xd8\xff")) return jpegHeader(bytes, subject);
    if (bytes.startsWith(0, "\x89PNG\r\n\x1a\n")) return pngHeader(bytes, subject);
    if (bytes.startsWith(0, "RIFF") && bytes.startsWith(8, "WEBP")) return webpHeader(contents, subject);
    if (isTiff(contents)) return tiffHeader(contents, subject);
    if (bytes.size() >= 3 && bytes.u8(0) == 'P' && bytes.u8(1) >= '1' && bytes.u8(1) <= '6' &&
        (bytes.u8(2) == '#' || (bytes.u8(2) >= '\t' && bytes.u8(2) <= '\r') || bytes.u8(2) == ' ')) {
        return pnmHeader(bytes, subject);
    }
    if (bytes.startsWith(0, "BM") && bytes.size() >= 18) return bmpHeader(contents, subject);
    if (const auto kind = knownButUnread(bytes)) failUnsupported(subject, *kind);
    throw Error(ErrorCode::InvalidData, subject, "is not a picture", kConvert);
}
}  // namespace

PictureHeader readPictureHeader(std::string_view bytes, const std::string& subject, bool complete) {
    if (bytes.empty()) {
        throw Error(ErrorCode::InvalidData, subject, "the file is empty",
                    "Copy the file again from its source.");
    }
    try {
        PictureHeader header = sniff(bytes, subject);
        if (header.width < 1 || header.height < 1) failDamaged(subject, "the picture has no pixels");
        return header;
    } catch (const EndOfBytes&) {
        if (!complete) throw;
        failTruncated(subject);
    }
}

void failTruncated(const std::string& subject) {
    throw Error(ErrorCode::InvalidData, subject,
                "the picture is truncated: the file ends before the picture does",
                "Copy the file again from its source, or leave it out.");
}

void failDamaged(const std::string& subject, const std::string& reason) {
    throw Error(ErrorCode::InvalidData, subject, "the picture is damaged: " + reason,
                "Copy the file again from its source, or leave it out.");
}

void failUnsupported(const std::string& subject, const std::string& what) {
    throw Error(ErrorCode::Unsupported, subject, "is " + what + ", which is not read here", kConvert);
}

}  // namespace segad::image
