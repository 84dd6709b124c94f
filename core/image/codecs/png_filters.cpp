#include <cstring>
#include <vector>

#include "core/image/codecs/png_filters_p.h"

namespace segad::image {

namespace {
enum Filter : std::uint8_t { None, Sub, Up, Average, Paeth };

/// The bytes of a pixel side by side, with whatever follows them.
using Lanes [[gnu::vector_size(2 * kPngPixelBytes)]] = std::int16_t;
using Bytes [[gnu::vector_size(kPngPixelBytes)]] = std::uint8_t;

template <std::size_t PixelBytes>
struct Pixel {
    using Values = Lanes;

    static Values load(const std::uint8_t* from) {
        Bytes bytes;
        std::memcpy(&bytes, from, sizeof bytes);
        return __builtin_convertvector(bytes, Lanes);
    }
    static void store(Values values, std::uint8_t* to) {
        const Bytes bytes = __builtin_convertvector(values, Bytes);
        std::memcpy(to, &bytes, PixelBytes);
    }
};

/// A byte alone is quicker as a plain number.
template <>
struct Pixel<1> {
    using Values = int;

    static Values load(const std::uint8_t* from) { return *from; }
    static void store(Values values, std::uint8_t* to) { *to = static_cast<std::uint8_t>(values); }
};

/// Adds to every byte what `predict` makes of its neighbours: the same byte of the pixels to the left, above,
/// and above to the left, 0 outside.
template <std::size_t PixelBytes, class Predict>
void add(std::uint8_t* row, const std::uint8_t* above, std::size_t bytes, const Predict& predict) {
    using Pixel = Pixel<PixelBytes>;
    typename Pixel::Values left{};
    typename Pixel::Values corner{};
    for (std::size_t x = 0; x < bytes; x += PixelBytes) {
        const typename Pixel::Values up = Pixel::load(above + x);
        left = (Pixel::load(row + x) + predict(left, up, corner)) & 0xff;
        corner = up;
        Pixel::store(left, row + x);
    }
}

constexpr auto kLeft = [](auto left, auto, auto) { return left; };
constexpr auto kAverage = [](auto left, auto above, auto) { return (left + above) >> 1; };

/// The neighbour that is nearest to left + above - corner, in stb_image's words: they need neither distances
/// nor branches, which nobody could predict in the picture of a camera.
constexpr auto kPaeth = [](auto left, auto above, auto corner) {
    const auto bound = 3 * corner - above - left;
    const auto low = left < above ? left : above;
    const auto high = left < above ? above : left;
    const auto unlessHigh = high <= bound ? low : corner;
    return bound <= low ? high : unlessHigh;
};

template <std::size_t PixelBytes>
bool undo(std::uint8_t filter, std::uint8_t* row, const std::uint8_t* above, std::size_t bytes) {
    switch (filter) {
        case None:
            return true;
        case Sub:
            add<PixelBytes>(row, above, bytes, kLeft);
            return true;
        case Up:
            for (std::size_t x = 0; x < bytes; ++x)
                row[x] = static_cast<std::uint8_t>(row[x] + above[x]);
            return true;
        case Average:
            add<PixelBytes>(row, above, bytes, kAverage);
            return true;
        case Paeth:
            add<PixelBytes>(row, above, bytes, kPaeth);
            return true;
        default:
            return false;
    }
}

using UndoRow = bool (*)(std::uint8_t, std::uint8_t*, const std::uint8_t*, std::size_t);

UndoRow undoFor(std::size_t pixelBytes) {
    switch (pixelBytes) {
        case 2:
            return undo<2>;
        case 3:
            return undo<3>;
        case 4:
            return undo<4>;
        case 6:
            return undo<6>;
        case 8:
            return undo<8>;
        default:
            return undo<1>;
    }
}
}  // namespace

bool undoPngFilters(std::uint8_t* rows, const PngRows& size) {
    const UndoRow undoRow = undoFor(size.pixelBytes);
    const std::vector<std::uint8_t> nothing(size.rowBytes + kPngPixelBytes);
    const std::uint8_t* above = nothing.data();
    for (std::uint64_t y = 0; y < size.count; ++y) {
        std::uint8_t* filter = rows + y * (1 + size.rowBytes);
        if (!undoRow(*filter, filter + 1, above, size.rowBytes)) return false;
        *filter = None;
        above = filter + 1;
    }
    return true;
}

}  // namespace segad::image
