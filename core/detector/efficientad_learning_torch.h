// The networks of EfficientAD that learn, and what they learn from one step's pictures (efficientad.md § 4).
#pragma once

#include <functional>

#include "core/detector/efficientad_autoencoder_torch.h"
#include "core/nn/pdn_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

struct EfficientAdNetworks {
    Pdn student{nullptr};  ///< first the teacher's channels, then the autoencoder's
    Autoencoder autoencoder{nullptr};

    std::vector<at::Tensor> parameters() const;
    /// "student.0.weight", …, "autoencoder.0.weight", …
    StateDict state() const;
};

/// What a step is shown, normalised [1,3,256,256].
struct EfficientAdSample {
    at::Tensor picture;
    at::Tensor jittered;  ///< undefined: the picture as it is
    at::Tensor penalty;   ///< undefined: none
};

struct EfficientAdLosses {
    double hard = 0;
    double penalty = 0;
    double autoencoder = 0;  ///< autoencoder to teacher
    double agreement = 0;    ///< student to autoencoder; both learn from it
    double threshold = 0;    ///< of the hard loss

    double total() const noexcept { return hard + penalty + autoencoder + agreement; }
};

/// Adds the gradient of the total loss to the networks' gradients, which must have been cleared. One
/// picture's activations are held at a time. `teacher` gives normalised maps. What the student's watch throws
/// leaves it, the parameters as they were.
EfficientAdLosses learnFrom(const EfficientAdSample& sample, EfficientAdNetworks& networks,
                            const std::function<at::Tensor(const at::Tensor&)>& teacher, double hardQuantile);

}  // namespace segad::nn
