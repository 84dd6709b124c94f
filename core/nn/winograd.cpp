#include "core/nn/winograd.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <new>

#include <sys/mman.h>

#include "core/base/vector_code.h"
#include "core/nn/winograd_kernel_p.h"

namespace segad::nn {

namespace {
/// Of scratch a thread, which with the weights passing by has to stay in the second-level cache; more where
/// the weights don't stay there anyway and are read anew for each block.
constexpr std::int64_t kLeastScratch = 600 << 10;
constexpr std::int64_t kMostScratch = 1400 << 10;
constexpr std::int64_t kFewestTiles = 8;

/// More than that is read from memory anew for each picture, and four times the plain weights are too many to
/// keep.
constexpr double kMostTransformedBytes = 16 << 20;

/// G: what multiplies with the transformed inputs, from the roots of the polynomial (the last is infinity).
template <int Side>
constexpr std::array<std::array<double, 3>, Side + 2> kernelTransform(
    const std::array<double, Side + 1>& roots) {
    std::array<std::array<double, 3>, Side + 2> rows{};
    for (std::size_t i = 0; i < roots.size(); ++i) {
        double divisor = 1;
        for (std::size_t j = 0; j < roots.size(); ++j)
            if (j != i) divisor *= roots[i] - roots[j];
        rows[i] = {1 / divisor, roots[i] / divisor, roots[i] * roots[i] / divisor};
    }
    rows.back() = {0, 0, 1};
    return rows;
}
constexpr auto kTransformTwo = kernelTransform<2>({0, 1, -1});
constexpr auto kTransformFour = kernelTransform<4>({0, 0.75, -0.75, 1.5, -1.5});

/// Multiply-adds that take as long. A transformed number costs as many as 8, a weight read from far 16,
/// measured with AVX-512 (`bench_nn`).
struct Cost {
    static constexpr double kTransform = 8;
    static constexpr double kRead = 16;
    static constexpr std::int64_t kVector = 16;

    static double direct(const Winograd::Shape& shape, std::int64_t height, std::int64_t width) {
        return 9.0 * static_cast<double>(shape.in * shape.out) *
               (static_cast<double>(height * width) + kRead);
    }

    static double winograd(const Winograd::Shape& shape, std::int64_t side, std::int64_t height,
                           std::int64_t width) {
        const std::int64_t in = winogradWhole(shape.in, kVector);
        const std::int64_t out = winogradWhole(shape.out, kVector);
        const std::int64_t whole = ((height + side - 1) / side) * ((width + side - 1) / side);
        const auto tiles = static_cast<double>(whole);
        const auto pairs = static_cast<double>(shape.in * out);
        return static_cast<double>((side + 2) * (side + 2)) *
               (tiles * (pairs + kTransform * static_cast<double>(in + out)) + kRead * pairs);
    }
};
}  // namespace

void Winograd::Free::operator()(float* numbers) const {
    std::free(numbers);
}

Winograd::Numbers Winograd::allocate(std::int64_t count) {
    // All layers' weights are read for each picture, more than the processor keeps addresses of small pages
    // for: in large ones they come at twice the rate. What is left of one is wasted up to its half.
    constexpr std::size_t kLine = 64;
    constexpr std::size_t kLargePage = 2 << 20;
    const std::size_t bytes = (static_cast<std::size_t>(count) * sizeof(float) + kLine - 1) / kLine * kLine;
    const std::size_t large = (bytes + kLargePage / 2) / kLargePage * kLargePage;
    void* memory = large == 0
                       ? std::aligned_alloc(kLine, bytes)
                       : std::aligned_alloc(kLargePage, (bytes + kLargePage - 1) / kLargePage * kLargePage);
    if (memory == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    if (large != 0) ::madvise(memory, large, MADV_HUGEPAGE);  // a wish; small ones do, too
#endif
    return Numbers(static_cast<float*>(memory));
}

/// Stays with the thread: memory fresh from the system would cost more than what is computed in it.
float* Winograd::scratch(std::int64_t count) {
    thread_local Numbers numbers;
    thread_local std::int64_t size = 0;
    if (size < count) {
        size = 0;
        numbers = allocate(count);
        size = count;
    }
    return numbers.get();
}

std::vector<Winograd::Code> Winograd::codes() {
    std::vector<Code> found;
    if (hasVectorCode(VectorCode::Avx512)) found.push_back(Code::Avx512);
    if (hasVectorCode(VectorCode::Avx2)) found.push_back(Code::Avx2);
    return found;
}

std::optional<Winograd::Tile> Winograd::bestTile(const Shape& shape, std::int64_t height,
                                                 std::int64_t width) {
    const double two = Cost::winograd(shape, 2, height, width);
    const double four = Cost::winograd(shape, 4, height, width);
    const bool tooLarge =
        36.0 * sizeof(float) * static_cast<double>(shape.in * shape.out) > kMostTransformedBytes;
    const Tile tile = tooLarge || two < four ? Tile::Two : Tile::Four;
    // Direct ones have no scratch and no second rounding: for little they stay.
    if ((tile == Tile::Two ? two : four) > 0.8 * Cost::direct(shape, height, width)) return std::nullopt;
    return tile;
}

Winograd::Winograd(const float* weight, const float* bias, const Shape& shape, Tile tile, Code code)
    : shape_(shape),
      side_(static_cast<int>(tile)),
      code_(code),
      lanes_(code == Code::Avx512 ? 16 : 8),
      weights_(allocate(positions() * shape.in * winogradWhole(shape.out, lanes_))),
      bias_(allocate(winogradWhole(shape.out, lanes_))),
      zeros_(allocate(shape.in)) {
    std::fill_n(bias_.get(), winogradWhole(shape.out, lanes_), 0.0F);
    std::copy_n(bias, shape.out, bias_.get());
    std::fill_n(zeros_.get(), shape.in, 0.0F);
    layOut(weight);
}

void Winograd::layOut(const float* weight) {
    const int inputs = side_ + 2;
    const std::int64_t vectors = winogradWhole(shape_.out, lanes_) / lanes_;
    const std::array<double, 3>* rows = side_ == 4 ? kTransformFour.data() : kTransformTwo.data();
    float* panel = weights_.get();
    for (std::int64_t done = 0; done < vectors;) {
        const std::int64_t width = winogradPanel(vectors - done) * lanes_;
        for (std::int64_t c = 0; c < width; ++c) {
            const std::int64_t out = done * lanes_ + c;
            for (std::int64_t in = 0; in < shape_.in; ++in) {
                std::array<std::array<double, 3>, 6> half{};  // G g
                for (int i = 0; out < shape_.out && i < inputs; ++i) {
                    for (int column = 0; column < 3; ++column) {
                        for (int row = 0; row < 3; ++row)
                            half[i][column] +=
                                rows[i][row] * weight[((out * 3 + row) * 3 + column) * shape_.in + in];
                    }
                }
                for (int i = 0; i < inputs; ++i) {
                    for (int j = 0; j < inputs; ++j) {
                        const double value =
                            half[i][0] * rows[j][0] + half[i][1] * rows[j][1] + half[i][2] * rows[j][2];
                        panel[((i * inputs + j) * shape_.in + in) * width + c] = static_cast<float>(value);
                    }
                }
            }
        }
        panel += positions() * shape_.in * width;
        done += width / lanes_;
    }
}

std::int64_t Winograd::tiles(const WinogradMaps& maps) const {
    return maps.pictures * ((maps.height + side_ - 1) / side_) * ((maps.width + side_ - 1) / side_);
}

void Winograd::run(const WinogradMaps& maps, std::int64_t first, std::int64_t last) const {
    if (first >= last) return;
    const std::int64_t one = winogradScratch(side_, shape_.in, lanes_);
    const auto bytes = static_cast<std::int64_t>(sizeof(float));
    const std::int64_t weights = positions() * shape_.in * shape_.out * bytes;
    const std::int64_t most =
        std::max(kFewestTiles, std::clamp(weights / 8, kLeastScratch, kMostScratch) / (one * bytes));
    const std::int64_t blocks = (last - first + most - 1) / most;
    const std::int64_t block = (last - first + blocks - 1) / blocks;
    const WinogradWork work{.input = maps.input,
                            .output = maps.output,
                            .weights = weights_.get(),
                            .bias = bias_.get(),
                            .zeros = zeros_.get(),
                            .scratch = scratch(block * one),
                            .in = shape_.in,
                            .out = shape_.out,
                            .height = maps.height,
                            .width = maps.width,
                            .first = first,
                            .last = last,
                            .block = block,
                            .side = side_,
                            .relu = shape_.relu};
#if defined(__x86_64__)
    (code_ == Code::Avx512 ? winogradAvx512 : winogradAvx2)(work);
#endif
}

}  // namespace segad::nn
