// Mixed precision: while it lives, convolutions and matrix products of this thread compute in bfloat16,
// with float32 parameters, sums and losses.
#pragma once

#include "core/nn/torch_prelude.h"

namespace segad::nn {

class AutocastScope {
public:
    /// Does nothing when `on` is false, or on a device other than the processor.
    AutocastScope(bool on, const at::Device& device);
    ~AutocastScope();
    AutocastScope(const AutocastScope&) = delete;
    AutocastScope& operator=(const AutocastScope&) = delete;

private:
    bool on_;
};

}  // namespace segad::nn
