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

/// Makes features of a kind uncorrelated, each with variance 1: C^−½ (f − mean) with C their covariance. The
/// squared length of a difference of two whitened features is their squared Mahalanobis distance.
class Whitening {
public:
    Whitening(const Covariance& of, const at::Device& device);

    /// [N,C,h,w] -> [N,C,h,w], float32, channels-last.
    at::Tensor operator()(const at::Tensor& features) const;

private:
    at::Tensor weight_;  ///< [C,C,1,1]
    at::Tensor bias_;    ///< [C]
};

}  // namespace segad::nn
