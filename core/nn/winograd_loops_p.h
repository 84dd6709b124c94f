// The loops of winograd.h over a processor's vectors, which the parameter Lanes describes. Only for files
// that are compiled for one kind of processor: everything here stays inside of them, and nothing of the
// standard library is used, for the linker may hand what such a file makes of it to the rest of the program.
//
// A block of tiles at a time, small enough to stay in the second-level cache: its inputs are transformed,
// then for each panel of output channels multiplied by the weights, which are read once a block and in the
// order in which they lie, and transformed back.
#pragma once

#include "core/nn/winograd_kernel_p.h"

namespace segad::nn {
namespace {

/// Lavin & Gray's B and A along one side, with the polynomial's roots 0, ±1 and infinity.
template <class Lanes>
struct WinogradTwo {
    using Vec = typename Lanes::Vec;
    static constexpr int kSide = 2;

    static void input(const Vec (&d)[4], Vec (&v)[4]) {
        v[0] = Lanes::sub(d[2], d[0]);
        v[1] = Lanes::add(d[2], d[1]);
        v[2] = Lanes::sub(d[2], d[1]);
        v[3] = Lanes::sub(d[3], d[1]);
    }

    static void output(const Vec (&m)[4], Vec (&y)[2]) {
        y[0] = Lanes::add(m[0], Lanes::add(m[1], m[2]));
        y[1] = Lanes::add(m[3], Lanes::sub(m[1], m[2]));
    }
};

/// The roots are 0, ±3/4, ±3/2 and infinity: all factors are exact, and errors a fifth of those with the
/// usual 0, ±1, ±2. No product is added but in a fused step, so that every compiler rounds alike.
template <class Lanes>
struct WinogradFour {
    using Vec = typename Lanes::Vec;
    static constexpr int kSide = 4;
    static constexpr float kA = 0.75F;
    static constexpr float kB = 1.5F;
    static constexpr float kA2 = kA * kA;
    static constexpr float kB2 = kB * kB;

    static void input(const Vec (&d)[6], Vec (&v)[6]) {
        const Vec sum = Lanes::fill(-(kA2 + kB2));
        const Vec product = Lanes::fill(kA2 * kB2);
        v[0] = Lanes::fma(product, d[0], Lanes::fma(sum, d[2], d[4]));
        v[5] = Lanes::fma(product, d[1], Lanes::fma(sum, d[3], d[5]));
        const Vec even = Lanes::fma(Lanes::fill(-kB2), d[2], d[4]);
        const Vec odd = Lanes::fma(Lanes::fill(-kB2), d[1], d[3]);
        v[1] = Lanes::fma(Lanes::fill(kA), odd, even);
        v[2] = Lanes::fma(Lanes::fill(-kA), odd, even);
        const Vec even2 = Lanes::fma(Lanes::fill(-kA2), d[2], d[4]);
        const Vec odd2 = Lanes::fma(Lanes::fill(-kA2), d[1], d[3]);
        v[3] = Lanes::fma(Lanes::fill(kB), odd2, even2);
        v[4] = Lanes::fma(Lanes::fill(-kB), odd2, even2);
    }

    static void output(const Vec (&m)[6], Vec (&y)[4]) {
        const Vec sumA = Lanes::add(m[1], m[2]);
        const Vec sumB = Lanes::add(m[3], m[4]);
        const Vec differenceA = Lanes::sub(m[1], m[2]);
        const Vec differenceB = Lanes::sub(m[3], m[4]);
        y[0] = Lanes::add(m[0], Lanes::add(sumA, sumB));
        y[1] = Lanes::fma(Lanes::fill(kB), differenceB, Lanes::mul(Lanes::fill(kA), differenceA));
        y[2] = Lanes::fma(Lanes::fill(kB2), sumB, Lanes::mul(Lanes::fill(kA2), sumA));
        y[3] = Lanes::fma(Lanes::fill(kB2 * kB), differenceB,
                          Lanes::fma(Lanes::fill(kA2 * kA), differenceA, m[5]));
    }
};

constexpr int kLine = 16;  ///< floats of a cache line

/// Rows of `x` (a tile each) times a panel of weights.
struct WinogradProduct {
    const float* x;
    std::int64_t xStride;
    const float* weights;
    std::int64_t depth;
    float* out;
    std::int64_t outStride;
};

template <class Lanes, int Columns, int Rows>
void winogradMultiply(const WinogradProduct& product) {
    using Vec = typename Lanes::Vec;
    const float* x = product.x;
    const float* weights = product.weights;
    const std::int64_t stride = product.xStride;
    // The next position's weights, which lie behind these: each is read once a block, and from far.
    const std::int64_t next = product.depth * Columns * Lanes::kCount;
    Vec sums[Rows][Columns];
#pragma GCC unroll 16
    for (auto& row : sums)
#pragma GCC unroll 4
        for (Vec& sum : row)
            sum = Lanes::fill(0);
    for (std::int64_t left = product.depth; left > 0; --left) {
        Vec w[Columns];
#pragma GCC unroll 4
        for (int c = 0; c < Columns; ++c)
            w[c] = Lanes::load(weights + c * Lanes::kCount);
        for (int c = 0; c < Columns * Lanes::kCount; c += kLine)
            __builtin_prefetch(weights + next + c, 0, 2);
#pragma GCC unroll 16
        for (int r = 0; r < Rows; ++r) {
            const Vec same = Lanes::fill(x[r * stride]);
#pragma GCC unroll 4
            for (int c = 0; c < Columns; ++c)
                sums[r][c] = Lanes::fma(same, w[c], sums[r][c]);
        }
        ++x;
        weights += Columns * Lanes::kCount;
    }
#pragma GCC unroll 16
    for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 4
        for (int c = 0; c < Columns; ++c)
            Lanes::store(product.out + r * product.outStride + c * Lanes::kCount, sums[r][c]);
}

template <class Lanes, int Columns, int Rows = Lanes::rows(Columns)>
void winogradMultiply(const WinogradProduct& product, std::int64_t rows) {
    if (rows == Rows)
        winogradMultiply<Lanes, Columns, Rows>(product);
    else if constexpr (Rows > 1)
        winogradMultiply<Lanes, Columns, Rows - 1>(product, rows);
}

template <class Lanes, class Transform>
class WinogradBlock {
public:
    WinogradBlock(const WinogradWork& work, std::int64_t first, std::int64_t tiles)
        : work_(work),
          first_(first),
          tiles_(tiles),
          across_((work.width + kSide - 1) / kSide),
          down_((work.height + kSide - 1) / kSide),
          depth_(winogradWhole(work.in, Lanes::kCount)),
          stride_(winogradStride(kSide, depth_)),
          products_(work.scratch + work.block * stride_) {}

    void run() const {
        for (std::int64_t tile = 0; tile < tiles_; ++tile)
            transformInput(placeOf(tile), work_.scratch + tile * stride_);
        const std::int64_t vectors = winogradWhole(work_.out, Lanes::kCount) / Lanes::kCount;
        const float* weights = work_.weights;
        for (std::int64_t done = 0; done < vectors;) {
            const std::int64_t columns = winogradPanel(vectors - done);
            if (columns == 3)
                panel<3>(weights, done * Lanes::kCount);
            else if (columns == 2)
                panel<2>(weights, done * Lanes::kCount);
            else
                panel<1>(weights, done * Lanes::kCount);
            weights += kPositions * work_.in * columns * Lanes::kCount;
            done += columns;
        }
    }

private:
    using Vec = typename Lanes::Vec;
    static constexpr int kSide = Transform::kSide;
    static constexpr int kInputs = kSide + 2;  ///< a side
    static constexpr int kPositions = kInputs * kInputs;

    struct Place {
        std::int64_t picture;
        std::int64_t row;  ///< of the first output
        std::int64_t column;
    };

    Place placeOf(std::int64_t tile) const {
        const std::int64_t line = (first_ + tile) / across_;
        return {line / down_, line % down_ * kSide, (first_ + tile) % across_ * kSide};
    }

    void transformInput(const Place& place, float* out) const {
        const float* picture = work_.input + place.picture * work_.height * work_.width * work_.in;
        const float* pixels[kInputs][kInputs];
        for (int i = 0; i < kInputs; ++i) {
            for (int j = 0; j < kInputs; ++j) {
                const std::int64_t row = place.row + i - 1;
                const std::int64_t column = place.column + j - 1;
                const bool inside = row >= 0 && row < work_.height && column >= 0 && column < work_.width;
                pixels[i][j] = inside ? picture + (row * work_.width + column) * work_.in : work_.zeros;
            }
        }
        for (std::int64_t c = 0; c < work_.in; c += Lanes::kCount) {
            Vec half[kInputs][kInputs];
            for (int j = 0; j < kInputs; ++j) {
                Vec d[kInputs];
                for (int i = 0; i < kInputs; ++i)
                    d[i] = loadUpTo(pixels[i][j] + c, work_.in - c);
                Vec v[kInputs];
                Transform::input(d, v);
                for (int i = 0; i < kInputs; ++i)
                    half[i][j] = v[i];
            }
            for (int i = 0; i < kInputs; ++i) {
                Vec v[kInputs];
                Transform::input(half[i], v);
                for (int j = 0; j < kInputs; ++j)
                    Lanes::store(out + (i * kInputs + j) * depth_ + c, v[j]);
            }
        }
    }

    template <int Columns>
    void panel(const float* weights, std::int64_t channel) const {
        constexpr std::int64_t width = Columns * Lanes::kCount;
        constexpr std::int64_t stride = winogradStride(kSide, width);
        constexpr std::int64_t most = Lanes::rows(Columns);
        // Rows shared out evenly: few rows are slow ones.
        const std::int64_t passes = (tiles_ + most - 1) / most;
        const std::int64_t rows = (tiles_ + passes - 1) / passes;
        for (int position = 0; position < kPositions; ++position) {
            for (std::int64_t tile = 0; tile < tiles_; tile += rows) {
                winogradMultiply<Lanes, Columns>({.x = work_.scratch + tile * stride_ + position * depth_,
                                                  .xStride = stride_,
                                                  .weights = weights + position * work_.in * width,
                                                  .depth = work_.in,
                                                  .out = products_ + tile * stride + position * width,
                                                  .outStride = stride},
                                                 rows < tiles_ - tile ? rows : tiles_ - tile);
            }
        }
        for (std::int64_t tile = 0; tile < tiles_; ++tile) {
            for (std::int64_t c = 0; c < width && channel + c < work_.out; c += Lanes::kCount)
                transformOutput(placeOf(tile), products_ + tile * stride + c, width, channel + c);
        }
    }

    void transformOutput(const Place& place, const float* products, std::int64_t width,
                         std::int64_t channel) const {
        Vec half[kSide][kInputs];
        for (int j = 0; j < kInputs; ++j) {
            Vec m[kInputs];
            for (int i = 0; i < kInputs; ++i)
                m[i] = Lanes::load(products + (i * kInputs + j) * width);
            Vec y[kSide];
            Transform::output(m, y);
            for (int i = 0; i < kSide; ++i)
                half[i][j] = y[i];
        }
        const Vec bias = Lanes::load(work_.bias + channel);
        const std::int64_t rows = work_.height - place.row;
        const std::int64_t columns = work_.width - place.column;
        float* out = work_.output +
                     ((place.picture * work_.height + place.row) * work_.width + place.column) * work_.out +
                     channel;
        for (int i = 0; i < kSide && i < rows; ++i) {
            Vec y[kSide];
            Transform::output(half[i], y);
            for (int j = 0; j < kSide && j < columns; ++j) {
                const Vec sum = Lanes::add(y[j], bias);
                storeUpTo(out + (i * work_.width + j) * work_.out, work_.relu ? Lanes::positive(sum) : sum,
                          work_.out - channel);
            }
        }
    }

    static Vec loadUpTo(const float* from, std::int64_t count) {
        return count >= Lanes::kCount ? Lanes::load(from) : Lanes::loadSome(from, static_cast<int>(count));
    }

    static void storeUpTo(float* to, Vec value, std::int64_t count) {
        if (count >= Lanes::kCount)
            Lanes::store(to, value);
        else
            Lanes::storeSome(to, value, static_cast<int>(count));
    }

    const WinogradWork& work_;
    std::int64_t first_;
    std::int64_t tiles_;
    std::int64_t across_;
    std::int64_t down_;
    std::int64_t depth_;   ///< input channels in whole vectors
    std::int64_t stride_;  ///< from one tile's transformed input to the next's
    float* products_;
};

template <class Lanes>
void winogradBlocks(const WinogradWork& work) {
    for (std::int64_t first = work.first; first < work.last; first += work.block) {
        const std::int64_t tiles = work.block < work.last - first ? work.block : work.last - first;
        if (work.side == 4)
            WinogradBlock<Lanes, WinogradFour<Lanes>>(work, first, tiles).run();
        else
            WinogradBlock<Lanes, WinogradTwo<Lanes>>(work, first, tiles).run();
    }
}

}  // namespace
}  // namespace segad::nn
