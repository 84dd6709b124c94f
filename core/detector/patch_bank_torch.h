// PatchCore's memory bank and the exact nearest-neighbour search in it (patchcore.md §§ 3, 5).
//
// Most rows are ruled out by a lower bound of their distance, one matrix product of few coordinates
// (contraction_torch.h). Whichever rows the bound and its rounding error leave are compared by distances in
// double, by direct difference. So the answer is the true nearest row (the lowest index of equals), and
// depends neither on how many patches are asked for at once nor on the bank's blocks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/detector/contraction_torch.h"
#include "core/detector/row_product_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

struct Nearest {
    double distance = 0;  ///< Euclidean, exact up to double rounding
    std::int64_t row = 0;
};

class PatchBank {
public:
    /// `rows`: [m, D] row-major, finite, m ≥ 1.
    PatchBank(std::vector<float> rows, std::int64_t dimension, const at::Device& device);
    PatchBank(const PatchBank&) = delete;
    PatchBank& operator=(const PatchBank&) = delete;

    std::int64_t size() const noexcept { return static_cast<std::int64_t>(rows_.size()) / dimension_; }
    std::int64_t dimension() const noexcept { return dimension_; }
    const std::vector<float>& values() const noexcept { return rows_; }
    std::span<const float> row(std::int64_t index) const;

    /// For each row of `patches` [n, D] (float32, contiguous, on the processor) its nearest bank row.
    std::vector<Nearest> nearest(const at::Tensor& patches) const;

    /// The min(k, m) bank rows nearest to bank row `index`, itself first, then by distance and index.
    std::vector<std::int64_t> neighbours(std::int64_t index, int k) const;

private:
    struct Block {
        std::int64_t firstRow;
        RowProduct bounds;  ///< contracted patch -> ‖b‖² − 2 q̂·b̂ for each row of the block
    };

    /// Of all `patches` but the first `skip`.
    void search(const at::Tensor& patches, std::int64_t skip, Nearest* found) const;

    std::vector<float> rows_;
    std::int64_t dimension_;
    Contraction contraction_;
    double largestNorm_{};  ///< of the centred rows
    std::vector<Block> blocks_;
};

}  // namespace segad::nn
