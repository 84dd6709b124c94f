#include <cstring>
#include <vector>

#include "core/image/codecs/png_filters_p.h"

namespace segad::image {

namespace {
enum Filter : std::uint8_t { None, Sub, Up, Average, Paeth };

/// The bytes of a pixel side by side, with whatever follows them.
using Lanes [[gnu::vector_size(2 * kPngPixelBytes)]] = std::int16_t;
using Bytes [[gnu::vector_size(kPngPixelBytes)]] = std::uint8_t;

Lanes load(const std::uint8_t* from) {
    Bytes bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    return __builtin_convertvector(bytes, Lanes);
}

/// The neighbour that is nearest to left + above - corner, in stb_image's words: they need neither distances
/// nor branches, which nobody could predict in the picture of a camera.
Lanes paeth(Lanes left, Lanes above, Lanes corner) {
    const Lanes bound = 3 * corner - above - left;
    const Lanes low = left < above ? left : above;
    const Lanes high = left < above ? above : left;
    const Lanes unlessHigh = high <= bound ? low : corner;
    return bound <= low ? high : unlessHigh;
}

/// Adds to every byte what `predict` makes of its neighbours: the same byte of the pixels to the left, above,
/// and above to the left, 0 outside.
template <std::size_t PixelBytes, class Predict>
void add(std::uint8_t* row, const std::uint8_t* above, std::size_t bytes, const Predict& predict) {
    Lanes left{};
    Lanes corner{};
    for (std::size_t x = 0; x < bytes; x += PixelBytes) {
        const Lanes up = load(above + x);
        left = (load(row + x) + predict(left, up, corner)) & 0xff;
        corner = up;
        const Bytes sum = __builtin_convertvector(left, Bytes);
        std::memcpy(row + x, &sum, PixelBytes);
    }
}

template <std::size_t PixelBytes>
bool undo(std::uint8_t filter, std::uint8_t* row, const std::uint8_t* above, std::size_t bytes) {
    switch (filter) {
        case None:
            return true;
        case Sub:
            add<PixelBytes>(row, above, bytes, [](Lanes left, Lanes, Lanes) { return left; });
            return true;
        case Up:
            for (std::size_t x = 0; x < bytes; ++x)
                row[x] = static_cast<std::uint8_t>(row[x] + above[x]);
            return true;
        case Average:
            add<PixelBytes>(row, above, bytes, [](Lanes left, Lanes up, Lanes) { return (left + up) >> 1; });
            return true;
        case Paeth:
            add<PixelBytes>(row, above, bytes, paeth);
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
