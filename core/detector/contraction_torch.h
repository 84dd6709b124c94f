// Vectors in few coordinates, in which no two are farther apart than they are: their projection on the
// directions in which the bank varies most, and the length of what the projection leaves out as one
// coordinate more. By the Cauchy–Schwarz inequality on what is left out,
//   ‖q̂ − b̂‖² = ‖P(q − b)‖² + (ρ_q − ρ_b)² ≤ ‖q − b‖²,
// so a row that is farther there than another one is in truth is not the nearest, and never has to be
// looked at whole. (The embedding by mean and deviation of Hwang, Han and Ahn, CVPR 2012, with the bank's
// own principal axes instead of the constant one.)
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/detector/row_product_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

class Contraction {
public:
    /// Directions for `rows` [m, D], float32, finite, m ≥ 1: as many as hold nine tenths of their variance,
    /// within bounds.
    explicit Contraction(const at::Tensor& rows);

    std::int64_t width() const noexcept { return axes_ + 1; }

    struct Contracted {
        at::Tensor coordinates;       ///< [n, width()], float32
        std::vector<double> squares;  ///< ‖row − mean‖² of each row
    };
    /// `rows` [n, D], float32, contiguous, on the processor.
    Contracted operator()(const at::Tensor& rows) const;

    /// How much ‖b‖² − 2 q̂·b̂, computed in float32 in whatever order, may exceed ‖q − b‖² − ‖q‖², for
    /// centred rows of lengths up to `query` and `bank`; infinity where float32 can't hold their squares.
    double excess(double query, double bank) const;

private:
    double projectionError() const;  ///< of a row's projection, by the row's length

    at::Tensor mean_;  ///< [D]
    std::int64_t dimension_;
    std::int64_t axes_ = 0;
    std::optional<RowProduct> projection_;  ///< centred row -> its products with the axes, and 0
};

}  // namespace segad::nn
