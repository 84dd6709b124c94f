#include <ATen/autocast_mode.h>

#include "core/nn/autocast_torch.h"

namespace segad::nn {

namespace {
void enable(bool on) {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
    at::autocast::set_autocast_dtype(at::kCPU, at::kBFloat16);
    at::autocast::set_autocast_enabled(at::kCPU, on);
#else
    at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
    at::autocast::set_cpu_enabled(on);
#endif
}
}  // namespace

AutocastScope::AutocastScope(bool on, const at::Device& device) : on_(on && device.is_cpu()) {
    if (on_) enable(true);
}

AutocastScope::~AutocastScope() {
    if (!on_) return;
    enable(false);
    // Converted copies of the parameters are kept for the next use; after a step they are out of date.
    at::autocast::clear_cache();
}

}  // namespace segad::nn
