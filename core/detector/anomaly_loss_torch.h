// Losses that part bad from good by one score a picture: the deviation loss (Pang et al. 2021, eq. 4 and 5;
// devnet.md § 2) and the usual ones for two classes.
#pragma once

#include <string>

#include "core/base/random.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// What normal scores are expected to look like: mean and standard deviation of 5,000 draws from N(0, 1),
/// or N(0, 1) itself.
struct DeviationReference {
    double mean = 0;
    double deviation = 1;

    /// Unbiased deviation of the numbers that `random` gives next.
    static DeviationReference drawn(SplitMix64& random);
};

/// Mean over pictures of (1 − y)·|d| + y·max(5 − d, 0), d = (score − mean) / deviation. `scores`: [N], `bad`:
/// [N] of 0 and 1 in the scores' type.
at::Tensor deviationLoss(const at::Tensor& scores, const at::Tensor& bad,
                         const DeviationReference& reference);

/// Mean focal loss of logits (Lin et al. 2017, eq. 5): α_t (1 − p_t)^γ · cross entropy. α < 0: no weighting
/// of the classes.
at::Tensor focalLoss(const at::Tensor& logits, const at::Tensor& bad, double alpha, double gamma);

enum class AnomalyLoss {
    Deviation,       ///< a reference drawn anew for each call
    FixedDeviation,  ///< N(0, 1) itself as the reference
    CrossEntropy,    ///< binary, of logits
    Focal            ///< α = 1, γ = 2
};

/// "deviation", "fixed_deviation", "cross_entropy", "focal".
AnomalyLoss anomalyLossNamed(const std::string& name);

/// `random`: for the drawn reference.
at::Tensor anomalyLoss(AnomalyLoss kind, const at::Tensor& scores, const at::Tensor& bad, SplitMix64 random);

}  // namespace segad::nn
