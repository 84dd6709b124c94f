#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/detector/distance.h"
#include "core/detector/patch_bank_torch.h"

namespace segad::nn {

namespace {
constexpr std::int64_t kBlockRows = 16384;  ///< bank rows per product: most banks are one block; whole runs
constexpr std::int64_t kMostPatches = 128;  ///< per product
constexpr std::int64_t kFewestPatches = 16;
constexpr std::int64_t kValues = 1 << 19;  ///< of a product: 2 MiB, a processor's own cache

std::int64_t patchesPerProduct(std::int64_t bankRows) {
    const std::int64_t fitting = kValues / std::min(bankRows, kBlockRows);
    return std::clamp(fitting / kFewestPatches * kFewestPatches, kFewestPatches, kMostPatches);
}

/// The nearest bank row to one patch among those offered so far.
class Search {
public:
    /// `square`: ‖q‖² of the centred patch; `excess`: how far a bound may be too high.
    Search(const float* patch, double square, double excess) : patch_(patch), fromBound_(excess - square) {}

    /// Bounds ‖b‖² − 2 q̂·b̂ of the bank rows firstRow, firstRow + 1, …
    void offer(const float* bounds, std::int64_t count, const float* rows, std::int64_t dimension,
               std::int64_t firstRow) {
        constexpr auto kStep = static_cast<std::int64_t>(kRun);
        std::array<float, kBlockRows / kStep> least;
        const std::int64_t runs = (count + kStep - 1) / kStep;
        smallestOfRuns(bounds, static_cast<std::size_t>(count), least.data());
        // The most promising row first: it rules out most others.
        const auto best = std::min_element(least.begin(), least.begin() + runs) - least.begin();
        if (least[static_cast<std::size_t>(best)] > limit_) return;
        const float* begin = bounds + best * kStep;
        const float* promising = std::min_element(begin, std::min(begin + kStep, bounds + count));
        const auto look = [&](std::int64_t i) {
            compare(firstRow + i, rows + (firstRow + i) * dimension, dimension);
        };
        look(promising - bounds);
        for (std::int64_t run = 0; run < runs; ++run) {
            if (least[static_cast<std::size_t>(run)] > limit_) continue;
            for (std::int64_t i = run * kStep; i < std::min(count, (run + 1) * kStep); ++i) {
                if (bounds[i] <= limit_ && bounds + i != promising) look(i);
            }
        }
    }

    Nearest found() const { return {.distance = std::sqrt(square_), .row = row_}; }

private:
    void compare(std::int64_t row, const float* values, std::int64_t dimension) {
        const double square = exactSquaredDistance(patch_, values, static_cast<std::size_t>(dimension));
        if (square > square_ || (square == square_ && row > row_)) return;
        square_ = square;
        row_ = row;
        limit_ = std::nextafter(static_cast<float>(square + fromBound_), kNone);
    }

    static constexpr float kNone = std::numeric_limits<float>::infinity();

    const float* patch_;
    double fromBound_;
    double square_ = std::numeric_limits<double>::infinity();
    std::int64_t row_ = std::numeric_limits<std::int64_t>::max();
    float limit_ = kNone;
};
}  // namespace

PatchBank::PatchBank(std::vector<float> rows, std::int64_t dimension, const at::Device& device)
    : rows_(std::move(rows)),
      dimension_(dimension),
      device_(device),
      contraction_(at::from_blob(rows_.data(), {size(), dimension})) {
    const Contraction::Contracted bank = contraction_(at::from_blob(rows_.data(), {size(), dimension_}));
    largestNorm_ = std::sqrt(std::ranges::max(bank.squares));
    const at::Tensor squares = at::tensor(bank.squares, at::kFloat);
    for (std::int64_t first = 0; first < size(); first += kBlockRows) {
        const std::int64_t end = std::min(first + kBlockRows, size());
        blocks_.push_back(
            {first,
             {(bank.coordinates.slice(0, first, end) * -2).view({-1, contraction_.width(), 1, 1}),
              squares.slice(0, first, end),
              {},
              device_}});
    }
}

std::span<const float> PatchBank::row(std::int64_t index) const {
    return std::span(rows_).subspan(static_cast<std::size_t>(index * dimension_),
                                    static_cast<std::size_t>(dimension_));
}

std::vector<Nearest> PatchBank::nearest(const at::Tensor& patches) const {
    const std::int64_t count = patches.size(0);
    std::vector<Nearest> result(static_cast<std::size_t>(count));
    const Contraction::Contracted contracted = contraction_(patches);
    const float* patch = patches.data_ptr<float>();
    const std::int64_t together = patchesPerProduct(size());
    for (std::int64_t first = 0; first < count; first += together) {
        const std::int64_t asked = std::min(together, count - first);
        std::vector<Search> searches;
        searches.reserve(static_cast<std::size_t>(asked));
        for (std::int64_t i = first; i < first + asked; ++i) {
            const double square = contracted.squares[static_cast<std::size_t>(i)];
            searches.emplace_back(patch + i * dimension_, square,
                                  contraction_.excess(std::sqrt(square), largestNorm_));
        }
        // Patches as pixels of a picture: [n, C] is [1, C, n, 1] in channels-last order.
        const at::Tensor picture = contracted.coordinates.slice(0, first, first + asked)
                                       .view({1, asked, 1, contraction_.width()})
                                       .permute({0, 3, 1, 2})
                                       .to(device_);
        for (const Block& block : blocks_) {
            const at::Tensor bounds = block.product(picture).permute({0, 2, 3, 1}).to(at::kCPU).contiguous();
            const std::int64_t rows = bounds.size(3);
            const float* bound = bounds.data_ptr<float>();
            at::parallel_for(0, asked, 16, [&](std::int64_t begin, std::int64_t end) {
                for (std::int64_t i = begin; i < end; ++i) {
                    searches[static_cast<std::size_t>(i)].offer(bound + i * rows, rows, rows_.data(),
                                                                dimension_, block.firstRow);
                }
            });
        }
        std::ranges::transform(searches, result.begin() + first, &Search::found);
    }
    return result;
}

std::vector<std::int64_t> PatchBank::neighbours(std::int64_t index, int k) const {
    const auto wanted = static_cast<std::size_t>(std::min<std::int64_t>(k, size()));
    std::vector<std::pair<double, std::int64_t>> exact;
    exact.reserve(static_cast<std::size_t>(size()));
    for (std::int64_t other = 0; other < size(); ++other) {
        // Itself first, whatever duplicates of it there are.
        exact.emplace_back(other == index ? -1
                                          : exactSquaredDistance(row(index).data(), row(other).data(),
                                                                 static_cast<std::size_t>(dimension_)),
                           other);
    }
    std::ranges::partial_sort(exact, exact.begin() + static_cast<std::ptrdiff_t>(wanted));
    std::vector<std::int64_t> result(wanted);
    std::ranges::transform(exact.begin(), exact.begin() + static_cast<std::ptrdiff_t>(wanted), result.begin(),
                           &std::pair<double, std::int64_t>::second);
    return result;
}

}  // namespace segad::nn
