// Undoes what PNG's encoders do to rows before they compress them (PNG specification, § 9). libpng would, but
// where it is built without vector instructions, as Debian's is, that took as long as inflating.
#pragma once

#include <cstddef>
#include <cstdint>

namespace segad::image {

/// Of a whole pixel at most.
constexpr std::size_t kPngPixelBytes = 8;

/// Rows of a PNG that is not interlaced, each behind a byte that names its filter.
struct PngRows {
    std::uint64_t count = 0;
    std::uint64_t rowBytes = 0;    ///< of a row without that byte
    std::uint64_t pixelBytes = 1;  ///< 1, 2, 3, 4, 6 or 8; 1 for pixels that are smaller

    std::uint64_t bytes() const { return count * (1 + rowBytes); }
};

/// In place; the filter is "none" everywhere afterwards. Behind the rows kPngPixelBytes more bytes must be
/// readable. False for a filter that doesn't exist: some of the rows are done then, and some are not.
bool undoPngFilters(std::uint8_t* rows, const PngRows& size);

}  // namespace segad::image
