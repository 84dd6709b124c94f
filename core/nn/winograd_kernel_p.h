// What winograd.h hands to its loops, which are compiled once for each kind of processor, and how numbers lie
// there.
#pragma once

#include <cstdint>

namespace segad::nn {

/// Tiles of one call, numbered row by row, picture after picture.
struct WinogradWork {
    const float* input = nullptr;
    float* output = nullptr;
    /// Panel by panel of output channels (winogradPanel()), of each position in the tile, of each input
    /// channel.
    const float* weights = nullptr;
    const float* bias = nullptr;   ///< filled up to whole vectors
    const float* zeros = nullptr;  ///< a pixel outside of the map
    float* scratch = nullptr;      ///< winogradScratch() for `block` tiles
    std::int64_t in = 0;
    std::int64_t out = 0;
    std::int64_t height = 0;
    std::int64_t width = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t block = 0;  ///< so many at a time
    int side = 0;            ///< 2 or 4 outputs
    bool relu = false;
};

/// How many vectors of output channels are computed together where `left` are left.
constexpr std::int64_t winogradPanel(std::int64_t left) {
    if (left == 1) return 1;
    return left == 2 || left == 4 ? 2 : 3;
}

constexpr std::int64_t kWinogradWidestPanel = 3;

constexpr std::int64_t winogradWhole(std::int64_t count, std::int64_t lanes) {
    return (count + lanes - 1) / lanes * lanes;
}

/// From one tile's numbers to the next's, for positions of `count`: an odd number of cache lines, for
/// otherwise the same position of many tiles falls into the same few sets of the cache.
constexpr std::int64_t winogradStride(int side, std::int64_t count) {
    const std::int64_t numbers = side + 2;
    return ((winogradWhole(numbers * numbers * count, 16) / 16) | 1) * 16;
}

/// Floats of scratch a tile: what is transformed, and a panel of products.
constexpr std::int64_t winogradScratch(int side, std::int64_t in, std::int64_t lanes) {
    return winogradStride(side, winogradWhole(in, lanes)) +
           winogradStride(side, kWinogradWidestPanel * lanes);
}

#if defined(__x86_64__)
void winogradAvx512(const WinogradWork& work);
void winogradAvx2(const WinogradWork& work);
#endif

}  // namespace segad::nn
