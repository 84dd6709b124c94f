// The coupling step of a flow as it scores (fastflow.md § 2), after its subnet: scale and shift of all
// channels, growth of the active ones, a permutation; one pass over each pixel's channels.
// Torch-free; from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace segad {

struct Coupling {
    std::size_t passive = 0;                ///< channels 0 … passive − 1, which the subnet saw
    std::size_t active = 0;                 ///< the others
    float clamp = 2;                        ///< growth is at most exp(clamp), at least exp(−clamp)
    std::vector<float> scale;               ///< [passive + active]
    std::vector<float> offset;              ///< [passive]; that of the active ones is in r already
    std::vector<std::int32_t> permutation;  ///< output channel c is channel permutation[c] of the step

    std::size_t channels() const noexcept { return passive + active; }
};

/// Of each pixel, channels side by side (channels-last): with r = (s, t), 2·active numbers,
///   y = (scale·x + offset) on the passive channels, scale·x · exp(clamp·tanh(s)) + t on the active ones,
///   out[c] = y[permutation[c]],
/// exp and tanh right to a few units in the last place; NaN stays NaN. `next` gets the first `passive`
/// channels of out once more, by themselves: what the next step's subnet sees. No two may overlap.
void couple(const Coupling& coupling, const float* x, const float* r, std::size_t pixels, float* out,
            float* next);

}  // namespace segad
