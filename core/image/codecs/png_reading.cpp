// PNG read by ourselves, with libdeflate: libpng's filters and zlib's inflate go byte by byte and take twice
// as long, and pictures without loss are what cameras of production lines write.
//
// The checksum of a chunk guards its data, so that the one inside the compressed stream is not asked.
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include <libdeflate.h>

#include "core/image/bytes_p.h"
#include "core/image/codecs/codecs_p.h"

namespace segad::image {

namespace {
/// Deflate makes nothing smaller by more than this factor.
constexpr std::uint64_t kMostPerByte = 1032;
/// Some writers add a little behind the last row; and unfiltering reads a few bytes beyond it.
constexpr std::uint64_t kBehindTheRows = 65536;
constexpr std::size_t kPaletteBytes = 3 * 256;

enum Colour { kGrey = 0, kRgb = 2, kPalette = 3, kGreyAlpha = 4, kRgbAlpha = 6 };

struct Layout {
    std::int64_t width = 0;
    std::int64_t height = 0;
    unsigned bits = 8;
    int colour = kGrey;
    bool interlaced = false;

    std::size_t channels() const { return std::array<std::size_t, 7>{1, 0, 3, 1, 2, 0, 4}.at(colourIndex()); }
    std::size_t colourChannels() const { return (colourIndex() & 2U) != 0 && colour != kPalette ? 3 : 1; }
    /// From a byte to the same one of the pixel before it.
    std::size_t pixelBytes() const { return std::max<std::size_t>(1, channels() * bits / 8); }
    std::size_t rowBytes(std::size_t pixels) const { return (pixels * channels() * bits + 7) / 8; }

private:
    std::size_t colourIndex() const { return static_cast<std::size_t>(colour); }
};

/// One of the pictures of which an interlaced one is made: every `dx`-th pixel of every `dy`-th row.
struct Pass {
    std::int64_t x, y, dx, dy;
    std::size_t width(const Layout& layout) const { return count(layout.width, x, dx); }
    std::size_t height(const Layout& layout) const {
        return width(layout) > 0 ? count(layout.height, y, dy) : 0;
    }
    std::size_t bytes(const Layout& layout) const {
        return height(layout) * (1 + layout.rowBytes(width(layout)));
    }

private:
    static std::size_t count(std::int64_t size, std::int64_t first, std::int64_t step) {
        return size > first ? static_cast<std::size_t>((size - first + step - 1) / step) : 0;
    }
};

constexpr std::array<Pass, 7> kInterlaced{
    {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}};
constexpr std::array<Pass, 1> kWhole{{{0, 0, 1, 1}}};

std::span<const Pass> passesOf(const Layout& layout) {
    return layout.interlaced ? std::span<const Pass>(kInterlaced) : std::span<const Pass>(kWhole);
}

/// What the chunks say.
struct Contents {
    Layout layout;
    std::array<std::uint8_t, kPaletteBytes> palette{};
    bool hasPalette = false;
    std::string_view whole;  ///< the compressed rows, when they are in one chunk
    std::string joined;      ///< else
    std::string_view data() const { return joined.empty() ? whole : std::string_view(joined); }
};

Layout layoutOf(std::string_view chunk, const std::string& subject) {
    if (chunk.size() != 13) failDamaged(subject, "its header has another length");
    const Bytes header(chunk);
    const Layout layout{.width = header.u32(0),
                        .height = header.u32(4),
                        .bits = header.u8(8),
                        .colour = header.u8(9),
                        .interlaced = header.u8(12) == 1};
    constexpr std::array<unsigned, 7> kDepths{
        1 | 2 | 4 | 8 | 16, 0, 8 | 16, 1 | 2 | 4 | 8, 8 | 16, 0, 8 | 16};
    const bool known = layout.colour <= kRgbAlpha && std::has_single_bit(layout.bits) &&
                       (kDepths.at(static_cast<std::size_t>(layout.colour)) & layout.bits) != 0;
    if (!known || header.u8(10) != 0 || header.u8(11) != 0 || header.u8(12) > 1)
        failDamaged(subject, "its header says what no PNG has");
    return layout;
}

/// Throws EndOfBytes when the file ends before it says so.
Contents contentsOf(const Bytes& file, const std::string& subject) {
    Contents contents;
    std::size_t parts = 0;
    for (std::uint64_t at = 8;;) {
        const std::uint32_t length = file.u32(at);
        const std::string_view type = file.text(at + 4, 4);
        const std::string_view data = file.text(at + 8, length);
        const std::uint32_t checksum = file.u32(at + 8 + length);
        const bool isFirst = at == 8;
        at += 12 + std::uint64_t{length};
        if ((static_cast<unsigned char>(type.front()) & 0x20U) != 0) continue;  // nobody needs it
        if (libdeflate_crc32(0, type.data(), 4 + std::size_t{length}) != checksum)
            failDamaged(subject, "the checksum of its chunk " + std::string(type) + " is wrong");
        if (type == "IHDR" && isFirst) {
            contents.layout = layoutOf(data, subject);
        } else if (type == "PLTE" && data.size() <= kPaletteBytes && data.size() % 3 == 0) {
            std::memcpy(contents.palette.data(), data.data(), data.size());
            contents.hasPalette = true;
        } else if (type == "IDAT") {
            if (parts++ == 0) {
                contents.whole = data;
            } else {
                if (parts == 2) contents.joined = contents.whole;
                contents.joined += data;
            }
        } else if (type == "IEND") {
            break;
        } else {
            failDamaged(subject, "its chunk " + std::string(type) + " is not understood");
        }
    }
    if (contents.layout.colour == kPalette && !contents.hasPalette) failDamaged(subject, "it has no palette");
    return contents;
}

using Buffer = std::unique_ptr<std::uint8_t[]>;

/// The rows as they were filtered, all passes.
Buffer inflated(std::string_view data, std::uint64_t bytes, const std::string& subject) {
    const Bytes stream(data);
    if (data.size() < 2 || (stream.u8(0) & 15U) != 8 || stream.u16(0) % 31 != 0 || (stream.u8(1) & 32U) != 0)
        failDamaged(subject, "its pixels are compressed in an unknown way");
    data.remove_prefix(2);
    if (bytes / kMostPerByte > data.size()) failDamaged(subject, "it holds too few pixels");
    const std::uint64_t room = bytes + kBehindTheRows;
    Buffer rows = std::make_unique_for_overwrite<std::uint8_t[]>(room);
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    if (decompressor == nullptr) throw std::bad_alloc();
    std::size_t got = 0;
    const libdeflate_result result =
        libdeflate_deflate_decompress(decompressor.get(), data.data(), data.size(), rows.get(), room, &got);
    if (result != LIBDEFLATE_SUCCESS) failDamaged(subject, "its compressed pixels can't be read");
    if (got < bytes) failDamaged(subject, "it holds too few pixels");
    return rows;
}

/// The bytes of a pixel side by side, wide enough for their sums.
using Lanes = std::int16_t __attribute__((vector_size(16)));
using Octets = std::uint8_t __attribute__((vector_size(8)));

/// Eight bytes, of which a pixel needs the first ones: rows have as much room behind them.
inline Lanes lanesAt(const std::uint8_t* bytes) {
    Octets octets;
    std::memcpy(&octets, bytes, sizeof(octets));
    return __builtin_convertvector(octets, Lanes);
}

inline Lanes absolute(Lanes values) {
    return values < 0 ? -values : values;
}

/// Paeth's filter: of three neighbours the one that comes nearest to what a plane through them would give.
template <std::size_t kPixel>
void unfilterByPlane(std::uint8_t* row, const std::uint8_t* above, std::size_t bytes) {
    Lanes left{};
    Lanes corner{};
    for (std::size_t at = 0; at + kPixel <= bytes; at += kPixel) {
        const Lanes up = lanesAt(above + at);
        const Lanes alongUp = up - corner;
        const Lanes alongLeft = left - corner;
        const Lanes fromLeft = absolute(alongUp);
        const Lanes fromUp = absolute(alongLeft);
        const Lanes fromCorner = absolute(alongUp + alongLeft);
        const Lanes vertical = fromUp <= fromCorner ? up : corner;
        const Lanes nearest = (fromLeft <= fromUp) & (fromLeft <= fromCorner) ? left : vertical;
        left = (lanesAt(row + at) + nearest) & 255;
        corner = up;
        const Octets done = __builtin_convertvector(left, Octets);
        std::memcpy(row + at, &done, kPixel);
    }
}

/// Undoes the filter of a row; `above` is the row before it. The bytes of a pixel go side by side.
template <std::size_t kPixel>
void unfilterRow(int filter, std::uint8_t* row, const std::uint8_t* above, std::size_t bytes) {
    const auto eachPixel = [&](const auto& predict) {
        std::array<int, kPixel> left{};
        for (std::size_t at = 0; at + kPixel <= bytes; at += kPixel) {
            for (std::size_t i = 0; i < kPixel; ++i) {
                left[i] = (row[at + i] + predict(left[i], above[at + i])) & 255;
                row[at + i] = static_cast<std::uint8_t>(left[i]);
            }
        }
    };
    switch (filter) {
        case 1:
            return eachPixel([](int before, int) { return before; });
        case 2:
            for (std::size_t i = 0; i < bytes; ++i)
                row[i] = static_cast<std::uint8_t>(row[i] + above[i]);
            return;
        case 3:
            return eachPixel([](int before, int up) { return (before + up) / 2; });
        case 4:
            return unfilterByPlane<kPixel>(row, above, bytes);
        default:
            return;
    }
}

using Unfilter = void (*)(int, std::uint8_t*, const std::uint8_t*, std::size_t);

Unfilter unfilterFor(std::size_t pixelBytes) {
    constexpr std::array<Unfilter, 9> kBySize{nullptr,        unfilterRow<1>, unfilterRow<2>,
                                              unfilterRow<3>, unfilterRow<4>, nullptr,
                                              unfilterRow<6>, nullptr,        unfilterRow<8>};
    return kBySize.at(pixelBytes);
}

/// Brings the samples of unfiltered rows to where they belong in `pixels`.
class Placing {
public:
    Placing(const Contents& contents, Want want, cv::Mat& pixels)
        : contents_(contents), layout_(contents.layout), want_(want), pixels_(pixels) {}

    void row(const std::uint8_t* samples, const Pass& pass, std::size_t index) {
        const auto y = static_cast<int>(pass.y + static_cast<std::int64_t>(index) * pass.dy);
        const std::size_t count = pass.width(layout_);
        const std::size_t channels = layout_.channels();
        const auto step = static_cast<std::size_t>(pass.dx) * layout_.colourChannels();
        const std::size_t first = static_cast<std::size_t>(pass.x) * layout_.colourChannels();
        if (layout_.colour == kPalette && want_ == Want::Rgb) {
            std::uint8_t* target = pixels_.ptr(y) + pass.x * 3;
            for (std::size_t i = 0; i < count; ++i, target += pass.dx * 3)
                std::memcpy(target, contents_.palette.data() + 3 * packed(samples, i), 3);
        } else if (layout_.bits == 16) {
            auto* target = pixels_.ptr<std::uint16_t>(y) + first;
            spread(count, step, target, [&](std::size_t i, std::size_t c) {
                const std::uint8_t* big = samples + 2 * (i * channels + c);
                return static_cast<std::uint16_t>(big[0] << 8U | big[1]);
            });
        } else if (layout_.bits < 8) {
            // Grey that is looked at goes up to 255, labels stay as they are.
            const unsigned factor = want_ == Want::Rgb ? 255U / ((1U << layout_.bits) - 1) : 1;
            spread(count, step, pixels_.ptr(y) + first, [&](std::size_t i, std::size_t) {
                return static_cast<std::uint8_t>(packed(samples, i) * factor);
            });
        } else if (channels == layout_.colourChannels() && pass.dx == 1 && pass.x == 0) {
            std::memcpy(pixels_.ptr(y), samples, count * channels);
        } else {
            spread(count, step, pixels_.ptr(y) + first,
                   [&](std::size_t i, std::size_t c) { return samples[i * channels + c]; });
        }
    }

private:
    unsigned packed(const std::uint8_t* samples, std::size_t index) const {
        const std::size_t bit = index * layout_.bits;
        return static_cast<unsigned>(samples[bit / 8] >> (8 - layout_.bits - bit % 8)) &
               ((1U << layout_.bits) - 1);
    }

    /// Colour without alpha: sample(i, c) of each pixel to every `step`-th place.
    template <class T, class Sample>
    void spread(std::size_t count, std::size_t step, T* target, const Sample& sample) const {
        for (std::size_t i = 0; i < count; ++i, target += step) {
            for (std::size_t c = 0; c < layout_.colourChannels(); ++c)
                target[c] = sample(i, c);
        }
    }

    const Contents& contents_;
    const Layout& layout_;
    const Want want_;
    cv::Mat& pixels_;
};

void placeRows(std::uint8_t* rows, const Contents& contents, Want want, cv::Mat& pixels,
               const std::string& subject) {
    const Layout& layout = contents.layout;
    const Unfilter unfilter = unfilterFor(layout.pixelBytes());
    Placing placing(contents, want, pixels);
    for (const Pass& pass : passesOf(layout)) {
        const std::size_t bytes = layout.rowBytes(pass.width(layout));
        const std::vector<std::uint8_t> none(bytes + sizeof(Octets));
        const std::uint8_t* above = none.data();
        for (std::size_t y = 0; y < pass.height(layout); ++y) {
            const int filter = *rows++;
            if (filter > 4) failDamaged(subject, "a row has an unknown filter");
            unfilter(filter, rows, above, bytes);
            placing.row(rows, pass, y);
            above = rows;
            rows += bytes;
        }
    }
}

Contents wholeContents(std::string_view bytes, const std::string& subject) {
    try {
        return contentsOf(Bytes(bytes), subject);
    } catch (const EndOfBytes&) {
        failTruncated(subject);
    }
}
}  // namespace

cv::Mat decodePng(std::string_view bytes, const PictureHeader& header, Want want,
                  const std::string& subject) {
    const Contents contents = wholeContents(bytes, subject);
    const Layout& layout = contents.layout;
    requireSize(header, layout.width, layout.height, subject);
    std::uint64_t needed = 0;
    for (const Pass& pass : passesOf(layout))
        needed += pass.bytes(layout);
    const Buffer rows = inflated(contents.data(), needed, subject);
    const bool coloured = layout.colourChannels() == 3 || (layout.colour == kPalette && want == Want::Rgb);
    cv::Mat pixels = canvas(header, CV_MAKETYPE(layout.bits == 16 ? CV_16U : CV_8U, coloured ? 3 : 1));
    placeRows(rows.get(), contents, want, pixels, subject);
    return pixels;
}

}  // namespace segad::image
