// Means and covariances of feature channels over positions and pictures, in double precision.
#pragma once

#include <cstdint>

#include "core/nn/torch_prelude.h"

namespace segad::nn {

class Covariance {
public:
    /// [N,C,h,w]
    void add(const at::Tensor& features);

    /// [C,C] and [C], double, on the processor; at least one picture must have been added.
    at::Tensor matrix() const;
    at::Tensor mean() const;

private:
    at::Tensor products_;
    at::Tensor sum_;
    std::int64_t count_ = 0;
};

}  // namespace segad::nn
