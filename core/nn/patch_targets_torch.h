// What a teacher of EfficientAD learns to give: a backbone's layer2 and layer3 in the manner of PatchCore's
// embedding, 384 numbers for each position of layer2 (Batzner et al. 2024, A.2; efficientad.md § 6).
//
// As published: the 3×3 neighbourhood of a position makes a vector of 9 numbers a channel, layer3's vectors
// are enlarged to layer2's grid, each vector is averaged to 1024 numbers, both are joined and averaged to
// 384. All of that is linear and the enlarging acts on positions alone, so that each layer takes one 3×3
// convolution, and only what it gives has to be enlarged: the same numbers for a twentieth of the work.
#pragma once

#include "core/nn/trunk_torch.h"

namespace segad::nn {

class PatchTargets {
public:
    static constexpr int kLastLayer = 3;

    explicit PatchTargets(const Trunk& trunk);

    /// One normalised picture [1,3,S,S] -> [1,384,S/8,S/8], float32.
    at::Tensor operator()(const Trunk& trunk, const at::Tensor& picture) const;

private:
    at::Tensor layer2_;  ///< [192,C,3,3]
    at::Tensor layer3_;
};

/// Weights [192,channels,3,3] of a layer's convolution: adaptive means of 9 · channels numbers to 1024, and
/// of those to the layer's half of the 384.
at::Tensor patchTargetWeights(int channels);

}  // namespace segad::nn
