#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include <faiss/IndexFlat.h>

#include "core/detector/distance.h"
#include "core/detector/patch_bank_torch.h"

namespace segad::nn {

namespace {
constexpr std::int64_t kBlockRows = 8192;     ///< bank rows per product; whole runs
constexpr std::int64_t kBlockPatches = 1024;  ///< patches per product: at most 32 MiB of values

/// Bound on the error of ‖b‖² − 2 q·b as computed, for ‖q‖ and the largest ‖b‖: a sum of D products in
/// float32, whatever its order, plus the rounding of centred values, the norms and the final sum.
double productError(std::int64_t dimension, double queryNorm, double bankNorm) {
    constexpr double kUnit = 0x1p-24;
    const double terms = static_cast<double>(dimension) + 16;
    return terms * kUnit * (2 * queryNorm * bankNorm + bankNorm * bankNorm);
}

/// The bank rows that may be nearest to one patch, gathered block by block.
class Candidates {
public:
    explicit Candidates(double tolerance) : tolerance_(static_cast<float>(tolerance)) {}

    void scan(const float* values, std::int64_t count, std::int64_t firstRow) {
        constexpr auto kStep = static_cast<std::int64_t>(kRun);
        std::array<float, kBlockRows / kStep> least;
        const std::int64_t runs = (count + kStep - 1) / kStep;
        smallestOfRuns(values, static_cast<std::size_t>(count), least.data());
        const float smallest = *std::min_element(least.begin(), least.begin() + runs);
        smallest_ = std::min(smallest_, smallest);
        const float limit = smallest_ + tolerance_;
        for (std::int64_t run = 0; run < runs; ++run) {
            if (least[static_cast<std::size_t>(run)] > limit) continue;
            for (std::int64_t i = run * kStep; i < std::min(count, (run + 1) * kStep); ++i) {
                if (values[i] <= limit) rows_.push_back({values[i], firstRow + i});
            }
        }
    }

    Nearest exact(const float* patch, const float* bank, std::int64_t dimension) const {
        Nearest nearest{.distance = std::numeric_limits<double>::infinity()};
        const float limit = smallest_ + tolerance_;
        for (const auto& [value, row] : rows_) {
            if (value > limit) continue;
            const double squared =
                exactSquaredDistance(patch, bank + row * dimension, static_cast<std::size_t>(dimension));
            if (squared < nearest.distance) nearest = {squared, row};
        }
        nearest.distance = std::sqrt(nearest.distance);
        return nearest;
    }

private:
    float tolerance_;
    float smallest_ = std::numeric_limits<float>::infinity();
    std::vector<std::pair<float, std::int64_t>> rows_;
};
}  // namespace

struct PatchBank::Index {
    explicit Index(std::int64_t dimension) : flat(dimension) {}
    faiss::IndexFlatL2 flat;
};

PatchBank::~PatchBank() = default;

PatchBank::PatchBank(std::vector<float> rows, std::int64_t dimension, const at::Device& device)
    : rows_(std::move(rows)), dimension_(dimension), device_(device) {
    const at::Tensor bank = at::from_blob(rows_.data(), {size(), dimension_});
    mean_ = bank.mean(0, false, at::kDouble).to(at::kFloat);
    for (std::int64_t first = 0; first < size(); first += kBlockRows) {
        const at::Tensor centred = bank.slice(0, first, std::min(first + kBlockRows, size())) - mean_;
        const at::Tensor squares = centred.to(at::kDouble).square().sum(1);
        largestNorm_ = std::max(largestNorm_, std::sqrt(squares.max().item<double>()));
        blocks_.push_back(
            {first, {(centred * -2).view({-1, dimension_, 1, 1}), squares.to(at::kFloat), {}, device_}});
    }
    index_ = std::make_unique<Index>(dimension_);
    index_->flat.add(size(), rows_.data());
}

std::span<const float> PatchBank::row(std::int64_t index) const {
    return std::span(rows_).subspan(static_cast<std::size_t>(index * dimension_),
                                    static_cast<std::size_t>(dimension_));
}

std::vector<Nearest> PatchBank::nearest(const at::Tensor& patches) const {
    const std::int64_t count = patches.size(0);
    std::vector<Nearest> result(static_cast<std::size_t>(count));
    for (std::int64_t first = 0; first < count; first += kBlockPatches) {
        const at::Tensor part = patches.slice(0, first, std::min(first + kBlockPatches, count));
        const at::Tensor centred = part - mean_;
        const at::Tensor norms = centred.norm(2, 1);
        const float* norm = norms.data_ptr<float>();
        std::vector<Candidates> candidates;
        candidates.reserve(static_cast<std::size_t>(part.size(0)));
        for (std::int64_t i = 0; i < part.size(0); ++i) {
            // Two values may both be off by the error, hence twice.
            candidates.emplace_back(2 * productError(dimension_, static_cast<double>(norm[i]), largestNorm_));
        }
        // Patches as pixels of a picture: [n, D] is [1, D, n, 1] in channels-last order.
        const at::Tensor picture = centred.view({1, -1, 1, dimension_}).permute({0, 3, 1, 2}).to(device_);
        for (const Block& block : blocks_) {
            const at::Tensor values = block.product(picture).permute({0, 2, 3, 1}).to(at::kCPU).contiguous();
            const std::int64_t rows = values.size(3);
            const float* value = values.data_ptr<float>();
            at::parallel_for(0, part.size(0), 16, [&](std::int64_t begin, std::int64_t end) {
                for (std::int64_t i = begin; i < end; ++i)
                    candidates[static_cast<std::size_t>(i)].scan(value + i * rows, rows, block.firstRow);
            });
        }
        const float* patch = part.data_ptr<float>();
        at::parallel_for(0, part.size(0), 16, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i) {
                result[static_cast<std::size_t>(first + i)] = candidates[static_cast<std::size_t>(i)].exact(
                    patch + i * dimension_, rows_.data(), dimension_);
            }
        });
    }
    return result;
}

std::vector<std::int64_t> PatchBank::neighbours(std::int64_t index, int k) const {
    const std::int64_t wanted = std::min<std::int64_t>(k, size());
    // FAISS finds a few more than are asked for; order and ties are settled by exact distances.
    const std::int64_t found = std::min<std::int64_t>(wanted + 8, size());
    std::vector<float> values(static_cast<std::size_t>(found));
    std::vector<std::int64_t> rows(static_cast<std::size_t>(found));
    index_->flat.search(1, row(index).data(), found, values.data(), rows.data());
    std::vector<std::pair<double, std::int64_t>> exact;
    for (const std::int64_t other : rows) {
        if (other == index) continue;
        exact.emplace_back(
            exactSquaredDistance(row(index).data(), row(other).data(), static_cast<std::size_t>(dimension_)),
            other);
    }
    std::ranges::sort(exact);
    std::vector<std::int64_t> result{index};
    for (std::size_t i = 0; i < exact.size() && std::ssize(result) < wanted; ++i)
        result.push_back(exact[i].second);
    return result;
}

}  // namespace segad::nn
