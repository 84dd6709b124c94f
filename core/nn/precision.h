// With what numbers a frozen backbone computes: float32, or bfloat16, which is quicker on processors that
// multiply it and keeps three digits. What it hands out is float32 either way. Torch-free.
#pragma once

#include <string>

namespace segad {

enum class Precision { Float32, BFloat16 };

/// "float32", "bfloat16".
const char* toString(Precision precision) noexcept;

/// Throws Error{InvalidArgument} that lists the names.
Precision precisionNamed(const std::string& name);

/// Whether this processor multiplies bfloat16 faster than float32.
bool hasFastBFloat16() noexcept;

}  // namespace segad
