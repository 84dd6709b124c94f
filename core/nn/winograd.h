// 3×3 convolutions of stride 1 on a map with a border of zeros, by Winograd's minimal filtering (Lavin & Gray
// 2016, "Fast Algorithms for Convolutional Neural Networks"): a tile of 4×4 outputs is computed with 36
// products a pair of channels instead of 144, one of 2×2 with 16 instead of 36. float32, channels last,
// single-threaded over the tiles it is told; what a pixel becomes depends neither on the tiles nor on the
// pictures computed along with it.
//
// Rounding (largest error over a map's largest value, against double): F(4×4) 4e-6 with 512 channels and less
// with fewer, about twice that of the same sums in float32 one by one; F(2×2) less than those. A NaN or
// infinite pixel makes at least its neighbours so, at most the tiles that it touches and their ReLU.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace segad::nn {

/// Maps of one layer, their numbers [picture][row][column][channel].
struct WinogradMaps {
    const float* input = nullptr;
    float* output = nullptr;
    std::int64_t pictures = 1;
    std::int64_t height = 0;
    std::int64_t width = 0;
};

/// Immutable; may be used by any number of threads.
class Winograd {
public:
    enum class Code { Avx2, Avx512 };
    enum class Tile : int { Two = 2, Four = 4 };  ///< outputs a side

    struct Shape {
        std::int64_t in = 0;
        std::int64_t out = 0;
        bool relu = false;  ///< fused with the output; lets NaN through
    };

    /// What this processor can run, the fastest first; none where only plain code remains.
    static std::vector<Code> codes();

    /// What computes a map of that size the fastest; none where a direct convolution does.
    static std::optional<Tile> bestTile(const Shape& shape, std::int64_t height, std::int64_t width);

    /// `weight` [out][row][column][in] and `bias` [out] are transformed in double and not needed afterwards.
    Winograd(const float* weight, const float* bias, const Shape& shape, Tile tile, Code code);

    const Shape& shape() const { return shape_; }

    std::int64_t tiles(const WinogradMaps& maps) const;

    /// Computes the tiles [first, last) of tiles(maps), and nothing else of the output.
    void run(const WinogradMaps& maps, std::int64_t first, std::int64_t last) const;

private:
    struct Free {
        void operator()(float* numbers) const;
    };
    using Numbers = std::unique_ptr<float[], Free>;  ///< at the start of a cache line

    static Numbers allocate(std::int64_t count);
    static float* scratch(std::int64_t count);
    void layOut(const float* weight);
    /// Numbers of a transformed tile.
    std::int64_t positions() const {
        const std::int64_t numbers = side_ + 2;
        return numbers * numbers;
    }

    Shape shape_;
    int side_;
    Code code_;
    std::int64_t lanes_;
    Numbers weights_;  ///< transformed, in panels (winograd_kernel_p.h)
    Numbers bias_;     ///< whole vectors
    Numbers zeros_;    ///< the pixel outside of the map
};

}  // namespace segad::nn
