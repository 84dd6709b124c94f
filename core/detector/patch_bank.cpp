#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

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

    /// `bounds`: ‖b‖² − 2 q̂·b̂ of the bank rows firstRow, firstRow + 1, …
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
                // NaN, of squares that overflow, rules nothing out.
                if (!(bounds[i] > limit_) && bounds + i != promising) look(i);
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
      contraction_(at::from_blob(rows_.data(), {size(), dimension})) {
    const Contraction::Contracted bank = contraction_(at::from_blob(rows_.data(), {size(), dimension_}));
    largestNorm_ = std::sqrt(std::ranges::max(bank.squares));
    const at::Tensor squares = at::tensor(bank.squares, at::kFloat);
    for (std::int64_t first = 0; first < size(); first += kBlockRows) {
        const std::int64_t end = std::min(first + kBlockRows, size());
        blocks_.push_back(
            {first,
             {(bank.coordinates.slice(0, first, end) * -2).t(), squares.slice(0, first, end), device}});
    }
}

std::span<const float> PatchBank::row(std::int64_t index) const {
    return std::span(rows_).subspan(static_cast<std::size_t>(index * dimension_),
                                    static_cast<std::size_t>(dimension_));
}

std::vector<Nearest> PatchBank::nearest(const at::Tensor& patches) const {
    std::vector<Nearest> result(static_cast<std::size_t>(patches.size(0)));
    const Pieces pieces(patches.size(0), patchesPerProduct(size()));
    at::parallel_for(0, pieces.count(), 1, [&](std::int64_t begin, std::int64_t end) {
        const c10::InferenceMode inference;  // of this thread
        for (std::int64_t piece = begin; piece < end; ++piece) {
            const std::int64_t first = pieces.first(piece);
            const std::int64_t known = piece * pieces.size() - first;  // through the piece before
            search(patches.slice(0, first, first + pieces.size()), known, result.data() + first + known);
        }
    });
    return result;
}

void PatchBank::search(const at::Tensor& patches, std::int64_t skip, Nearest* found) const {
    const Contraction::Contracted contracted = contraction_(patches);
    std::vector<Search> searches;
    for (std::int64_t i = skip; i < patches.size(0); ++i) {
        const double square = contracted.squares[static_cast<std::size_t>(i)];
        searches.emplace_back(patches.data_ptr<float>() + i * dimension_, square,
                              contraction_.excess(std::sqrt(square), largestNorm_));
    }
    for (const Block& block : blocks_) {
        const at::Tensor bounds = block.bounds(contracted.coordinates);
        const std::int64_t rows = bounds.size(1);
        const float* bound = bounds.data_ptr<float>() + skip * rows;
        for (Search& each : searches) {
            each.offer(bound, rows, rows_.data(), dimension_, block.firstRow);
            bound += rows;
        }
    }
    std::ranges::transform(searches, found, &Search::found);
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
