// What EfficientAD's student and autoencoder learn from (Batzner et al. 2024, §§ 3.2–3.3; efficientad.md
// § 4). All maps are [N,C,h,w]; teachers' maps are normalised and take no gradient.
#pragma once

#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// Quantile q of all elements of `values`, linear between neighbours. Unlike torch.quantile it has no bound
/// on the number of elements.
double quantileOf(const at::Tensor& values, double q);

struct HardLoss {
    at::Tensor loss;       ///< mean over the elements at or beyond the threshold
    double threshold = 0;  ///< not differentiated
};

/// Eq. 1: only the worst share 1 − q of the squared errors counts.
HardLoss hardFeatureLoss(const at::Tensor& teacher, const at::Tensor& student, double q);

/// Eq. 2: the student shall say nothing about pictures of anything else.
at::Tensor penaltyLoss(const at::Tensor& student);

/// Mean squared error: eqs. 4 and 5.
at::Tensor squaredLoss(const at::Tensor& a, const at::Tensor& b);

}  // namespace segad::nn
