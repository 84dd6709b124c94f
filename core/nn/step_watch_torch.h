// Leaving a training step in its middle: what is asked after each block of a network, on the way forwards and
// on the way back.
#pragma once

#include <exception>
#include <functional>

#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// Thrown by a StepWatch to leave a step; LibTorch's backward pass lets nothing through that is no
/// std::exception. Whoever takes the step turns it into Cancelled.
class StepStopped final : public std::exception {};

/// Empty: nothing is asked.
using StepWatch = std::function<void()>;

/// Asks now and, where there are gradients, when the backward pass comes by `output`.
inline void watchAt(const at::Tensor& output, const StepWatch& watch) {
    if (!watch) return;
    watch();
    if (output.requires_grad()) output.register_hook([watch](const at::Tensor&) { watch(); });
}

}  // namespace segad::nn
