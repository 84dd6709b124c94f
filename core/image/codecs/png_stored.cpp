#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <libdeflate.h>

#include "core/image/bytes_p.h"
#include "core/image/codecs/png_filters_p.h"
#include "core/image/codecs/png_stored_p.h"

namespace segad::image {

namespace {
constexpr std::size_t kSignature = 8;
constexpr std::size_t kAroundData = 12;  ///< length, type and checksum of a chunk
constexpr std::size_t kStreamHeader = 2;
constexpr std::size_t kAdler = 4;
constexpr std::size_t kBlock = 65535;  ///< what a stored block holds at most
/// Deflate makes nothing smaller by more than this factor.
constexpr std::uint64_t kMostPerByte = 1032;

/// How the rows lie once they are inflated; none where that is not known.
std::optional<PngRows> rowsOf(const Bytes& file) {
    constexpr std::array<std::uint64_t, 7> kChannels{1, 0, 3, 1, 2, 0, 4};
    const std::uint64_t header = kSignature + 8;
    const std::uint8_t colour = file.u8(header + 9);
    const std::uint64_t bits = file.u8(header + 8);
    const bool interlaced = file.u8(header + 12) != 0;
    if (colour >= kChannels.size() || kChannels.at(colour) == 0 || bits > 16 || interlaced)
        return std::nullopt;
    const std::uint64_t pixelBits = kChannels.at(colour) * bits;
    return PngRows{.count = file.u32(header + 4),
                   .rowBytes = (file.u32(header) * pixelBits + 7) / 8,
                   .pixelBytes = std::max<std::uint64_t>(1, pixelBits / 8)};
}

/// Where the chunks of compressed rows lie, and the rows' data itself when the chunks are sound.
struct Found {
    std::size_t first = 0;   ///< of the first such chunk
    std::size_t behind = 0;  ///< the last one
    std::string joined;
};

/// Throws EndOfBytes when the file ends before it says so.
std::optional<Found> find(const Bytes& file) {
    Found found;
    for (std::size_t at = kSignature;;) {
        const std::uint32_t length = file.u32(at);
        const std::string_view type = file.text(at + 4, 4);
        const std::string_view data = file.text(at + 8, length);
        const std::size_t next = at + kAroundData + length;
        if (libdeflate_crc32(0, type.data(), 4 + std::size_t{length}) != file.u32(at + 8 + length))
            return std::nullopt;
        if (type == "IDAT") {
            if (found.first == 0) found.first = at;
            // Others in between are against the rules.
            if (found.behind != 0 && found.behind != at) return std::nullopt;
            found.behind = next;
            found.joined += data;
        }
        if (type == "IEND") break;
        at = next;
    }
    return found.first == 0 ? std::nullopt : std::optional(std::move(found));
}

/// As they were before any filter.
std::unique_ptr<std::uint8_t[]> inflated(std::string_view stream, const PngRows& size) {
    const std::uint64_t bytes = size.bytes();
    if (stream.size() < kStreamHeader + kAdler || bytes / kMostPerByte > stream.size()) return nullptr;
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    if (decompressor == nullptr) return nullptr;
    auto rows = std::make_unique_for_overwrite<std::uint8_t[]>(bytes + kPngPixelBytes);
    // With its own checksum; exactly so many bytes, or it is not what it says.
    const libdeflate_result result = libdeflate_zlib_decompress(decompressor.get(), stream.data(),
                                                                stream.size(), rows.get(), bytes, nullptr);
    return result == LIBDEFLATE_SUCCESS && undoPngFilters(rows.get(), size) ? std::move(rows) : nullptr;
}
}  // namespace

std::optional<StoredPng> StoredPng::of(std::string_view file) {
    try {
        const Bytes bytes(file);
        const std::optional<PngRows> size = rowsOf(bytes);
        if (!size) return std::nullopt;
        const std::optional<Found> found = find(bytes);
        if (!found) return std::nullopt;
        StoredPng png;
        png.rows_ = inflated(found->joined, *size);
        if (png.rows_ == nullptr) return std::nullopt;
        png.layOut(file, found->first, found->behind, size->bytes());
        return png;
    } catch (const EndOfBytes&) {
        return std::nullopt;
    }
}

void StoredPng::layOut(std::string_view file, std::size_t firstData, std::size_t behindData,
                       std::size_t bytes) {
    const std::size_t blocks = (bytes + kBlock - 1) / kBlock;
    constexpr std::size_t kBlockHeader = 5;
    const std::size_t length = kStreamHeader + blocks * kBlockHeader + bytes + kAdler;
    headers_.reserve(8 + kStreamHeader + blocks * kBlockHeader);  // pieces point into it
    const auto piece = [&](std::string_view text) {
        const std::size_t begin = headers_.size();
        headers_.insert(headers_.end(), text.begin(), text.end());
        pieces_.emplace_back(headers_.data() + begin, text.size());
    };
    const auto low = [](std::size_t value, unsigned byte) { return static_cast<char>(value >> (8 * byte)); };
    pieces_.push_back(file.substr(0, firstData));
    const std::array<char, 4 + 4 + kStreamHeader> begin{
        low(length, 3), low(length, 2), low(length, 1), low(length, 0), 'I', 'D', 'A', 'T', '\x78', '\x01'};
    piece({begin.data(), begin.size()});
    for (std::size_t block = 0; block < blocks; ++block) {
        const std::size_t count = std::min(kBlock, bytes - block * kBlock);
        const std::array<char, kBlockHeader> header{static_cast<char>(block + 1 == blocks), low(count, 0),
                                                    low(count, 1), low(~count, 0), low(~count, 1)};
        piece({header.data(), header.size()});
        pieces_.emplace_back(reinterpret_cast<const char*>(rows_.get()) + block * kBlock, count);
    }
    constexpr std::string_view kNobodyAsks("\0\0\0\0\0\0\0\0", kAdler + 4);
    pieces_.push_back(kNobodyAsks);
    pieces_.push_back(file.substr(behindData));
}

bool StoredPng::read(char* target, std::size_t count) {
    while (count > 0) {
        if (piece_ == pieces_.size()) return false;
        const std::string_view left = pieces_[piece_].substr(at_);
        const std::size_t now = std::min(count, left.size());
        std::memcpy(target, left.data(), now);
        target += now;
        count -= now;
        at_ += now;
        if (now == left.size()) {
            ++piece_;
            at_ = 0;
        }
    }
    return true;
}

}  // namespace segad::image
