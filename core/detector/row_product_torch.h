// Rows times a fixed matrix, as a 1×1 convolution that is laid out once: OpenBLAS takes newer processors for
// old ones.
#pragma once

#include <algorithm>
#include <cstdint>

#include "core/nn/prepared_convolution_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

class RowProduct {
public:
    /// rows · factor [k, p] + offset [p], all float32; computed on `device`.
    RowProduct(const at::Tensor& factor, const at::Tensor& offset, const at::Device& device);

    /// [n, k] on the processor, contiguous -> [n, p] there, contiguous. Fastest for the n that comes first:
    /// the matrix is laid out for it.
    at::Tensor operator()(const at::Tensor& rows) const;

private:
    at::Device device_;
    PreparedConvolution product_;
};

/// Pieces of at most `most` rows that together are `rows` ≥ 1 rows. All have the same size, for the sake of
/// products: the last one begins before the one before it ends where that is needed.
class Pieces {
public:
    Pieces(std::int64_t rows, std::int64_t most) : rows_(rows), size_(std::min(rows, most)) {}

    std::int64_t count() const noexcept { return (rows_ + size_ - 1) / size_; }
    std::int64_t size() const noexcept { return size_; }
    std::int64_t first(std::int64_t piece) const noexcept { return std::min(piece * size_, rows_ - size_); }

private:
    std::int64_t rows_;
    std::int64_t size_;
};

}  // namespace segad::nn
