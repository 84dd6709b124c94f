#include "core/base/vector_code.h"

namespace segad {

bool hasVectorCode(VectorCode code) noexcept {
#if defined(__x86_64__)
    switch (code) {
        case VectorCode::Avx512:
            return __builtin_cpu_supports("avx512f") != 0;
        case VectorCode::Avx2:
            return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
        case VectorCode::Baseline:
            break;
    }
#endif
    return code == VectorCode::Baseline;
}

}  // namespace segad
