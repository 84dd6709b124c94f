#include "core/nn/precision.h"

#include "core/base/error.h"

namespace segad {

const char* toString(Precision precision) noexcept {
    return precision == Precision::BFloat16 ? "bfloat16" : "float32";
}

Precision precisionNamed(const std::string& name) {
    for (const Precision precision : {Precision::Float32, Precision::BFloat16}) {
        if (name == toString(precision)) return precision;
    }
    throw Error(ErrorCode::InvalidArgument, name, "is no precision", "Use float32 or bfloat16.");
}

bool hasFastBFloat16() noexcept {
    // Intel's AVX-512 multiplies bfloat16 at half the rate of its float32 additions, one port instead of two,
    // so nothing is won without the tiles (AMX); AMD's multiplies it twice as fast as float32.
    return __builtin_cpu_supports("amx-bf16") != 0 ||
           (__builtin_cpu_is("amd") != 0 && __builtin_cpu_supports("avx512bf16") != 0);
}

}  // namespace segad
