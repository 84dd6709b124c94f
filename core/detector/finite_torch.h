// Values that are no numbers are refused where they appear; no score is made of them.
#pragma once

#include <string>

#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// Throws Error{InvalidData} naming `subject` when a value is NaN or infinite.
void requireFinite(const at::Tensor& features, const std::string& subject);

}  // namespace segad::nn
