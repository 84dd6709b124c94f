#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/image/bytes_p.h"
#include "core/image/codecs/codecs_p.h"

namespace segad::image {

namespace {
enum class Compression : std::uint32_t { None = 0, Rle8 = 1, Rle4 = 2, BitFields = 3, AlphaBitFields = 6 };

struct Layout {
    std::uint32_t pixels = 0;  ///< offset of the pixel data
    std::uint32_t headerSize = 0;
    std::uint32_t bitsPerPixel = 0;
    Compression compression = Compression::None;
    bool topDown = false;
    std::vector<cv::Vec3b> palette;  ///< RGB
    std::array<std::uint32_t, 3> masks{};
};

void readPalette(const Bytes& bytes, Layout& layout) {
    const bool old = layout.headerSize == 12;
    const std::uint32_t most = 1U << layout.bitsPerPixel;
    std::uint32_t count = old ? most : bytes.u32(46);
    if (count == 0 || count > most) count = most;
    const std::uint32_t entry = old ? 3 : 4;
    const std::uint64_t begin = 14ULL + layout.headerSize;
    layout.palette.assign(most, cv::Vec3b(0, 0, 0));  // an index beyond the palette is black
    for (std::uint32_t i = 0; i < count && begin + (i + 1ULL) * entry <= layout.pixels; ++i) {
        const std::uint64_t at = begin + static_cast<std::uint64_t>(i) * entry;
        layout.palette[i] = {bytes.u8(at + 2), bytes.u8(at + 1), bytes.u8(at)};
    }
}

Layout readLayout(const Bytes& bytes, const std::string& subject) {
    Layout layout{.pixels = bytes.u32(10), .headerSize = bytes.u32(14)};
    if (layout.headerSize == 12) {
        layout.bitsPerPixel = bytes.u16(24);
    } else {
        layout.bitsPerPixel = bytes.u16(28);
        layout.compression = static_cast<Compression>(bytes.u32(30));
        layout.topDown = (bytes.u32(22) & 0x80000000U) != 0;
    }
    const bool fields =
        layout.compression == Compression::BitFields || layout.compression == Compression::AlphaBitFields;
    const std::uint32_t bits = layout.bitsPerPixel;
    const bool fits = layout.compression == Compression::None || (fields && bits >= 16 && bits != 24) ||
                      (layout.compression == Compression::Rle8 && bits == 8) ||
                      (layout.compression == Compression::Rle4 && bits == 4);
    if (!fits) failUnsupported(subject, "a BMP with an unusual compression");
    if (bits <= 8) readPalette(bytes, layout);
    if (fields) {
        // Right after the 40 bytes of the first header version, whether or not they belong to a longer
        // header.
        for (std::uint32_t i = 0; i < 3; ++i)
            layout.masks[i] = bytes.u32(54 + 4 * i);
    } else if (bits == 16) {
        layout.masks = {0x7c00, 0x03e0, 0x001f};
    } else if (bits == 32) {
        layout.masks = {0xff0000, 0x00ff00, 0x0000ff};
    }
    return layout;
}

/// The part of `pixel` under `mask` scaled to 0…255.
std::uint8_t field(std::uint32_t pixel, std::uint32_t mask) {
    if (mask == 0) return 0;
    const int shift = std::countr_zero(mask);
    const std::uint64_t most = mask >> shift;
    return static_cast<std::uint8_t>((((pixel & mask) >> shift) * 255ULL + most / 2) / most);
}

cv::Vec3b colourAt(const Bytes& row, std::uint64_t x, const Layout& layout) {
    switch (layout.bitsPerPixel) {
        case 24:
            return {row.u8(3 * x + 2), row.u8(3 * x + 1), row.u8(3 * x)};
        case 16:
        case 32: {
            const std::uint32_t pixel = layout.bitsPerPixel == 16 ? row.u16(2 * x) : row.u32(4 * x);
            return {field(pixel, layout.masks[0]), field(pixel, layout.masks[1]),
                    field(pixel, layout.masks[2])};
        }
        default: {
            const std::uint32_t bits = layout.bitsPerPixel;
            const std::uint64_t first = x * bits;
            const std::uint32_t index = (row.u8(first / 8) >> (8 - bits - first % 8)) & ((1U << bits) - 1U);
            return layout.palette[index];
        }
    }
}

void readRows(std::string_view contents, const Layout& layout, cv::Mat& rgb) {
    const std::uint64_t rowBytes = (static_cast<std::uint64_t>(rgb.cols) * layout.bitsPerPixel + 31) / 32 * 4;
    const Bytes bytes(contents);
    for (int i = 0; i < rgb.rows; ++i) {
        const std::uint64_t at = layout.pixels + static_cast<std::uint64_t>(i) * rowBytes;
        // The padding of the last row may be missing.
        const std::uint64_t used = (static_cast<std::uint64_t>(rgb.cols) * layout.bitsPerPixel + 7) / 8;
        const Bytes row(bytes.text(at, used), ByteOrder::Little);
        auto* target = rgb.ptr<cv::Vec3b>(layout.topDown ? i : rgb.rows - 1 - i);
        for (int x = 0; x < rgb.cols; ++x)
            target[x] = colourAt(row, static_cast<std::uint64_t>(x), layout);
    }
}

/// Run-length coding: pairs (count, value); count 0 escapes to end of line (0), end of picture (1), a jump
/// (2) or a stretch of literal values. Pixels never named keep index 0.
void readRuns(const Bytes& bytes, const Layout& layout, cv::Mat& rgb, const std::string& subject) {
    const bool nibbles = layout.compression == Compression::Rle4;
    rgb.setTo(cv::Scalar(layout.palette[0][0], layout.palette[0][1], layout.palette[0][2]));
    std::uint64_t at = layout.pixels;
    std::int64_t x = 0;
    std::int64_t y = 0;
    const auto put = [&](std::uint32_t index) {
        if (x >= rgb.cols || y >= rgb.rows) failDamaged(subject, "a run leaves the picture");
        const auto row = static_cast<int>(layout.topDown ? y : rgb.rows - 1 - y);
        rgb.at<cv::Vec3b>(row, static_cast<int>(x++)) = layout.palette[index];
    };
    const auto half = [&](std::uint8_t byte, unsigned i) -> std::uint32_t {
        return nibbles ? (i % 2 == 0 ? byte >> 4U : byte & 15U) : byte;
    };
    for (;;) {
        const std::uint8_t count = bytes.u8(at);
        const std::uint8_t value = bytes.u8(at + 1);
        at += 2;
        if (count > 0) {
            for (unsigned i = 0; i < count; ++i)
                put(half(value, i));
        } else if (value == 0) {
            x = 0;
            ++y;
        } else if (value == 1) {
            return;
        } else if (value == 2) {
            x += bytes.u8(at);
            y += bytes.u8(at + 1);
            at += 2;
        } else {
            for (unsigned i = 0; i < value; ++i)
                put(half(bytes.u8(at + (nibbles ? i / 2 : i)), i));
            const std::uint64_t used = nibbles ? (value + 1U) / 2U : value;
            at += used + (used & 1U);
        }
    }
}
}  // namespace

cv::Mat decodeBmp(std::string_view contents, const PictureHeader& header, const std::string& subject) {
    try {
        const Bytes bytes(contents, ByteOrder::Little);
        const Layout layout = readLayout(bytes, subject);
        cv::Mat rgb = canvas(header, CV_8UC3);
        if (layout.compression == Compression::Rle8 || layout.compression == Compression::Rle4) {
            readRuns(bytes, layout, rgb, subject);
        } else {
            readRows(contents, layout, rgb);
        }
        return rgb;
    } catch (const EndOfBytes&) {
        failTruncated(subject);
    }
}

}  // namespace segad::image
