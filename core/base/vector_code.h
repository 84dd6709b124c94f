// Kernels that are compiled for several sets of vector instructions, of which the processor's widest runs.
#pragma once

#include <cstring>

/// Before a function: what it is compiled for.
#if defined(__x86_64__)
#define SEGAD_AVX2 __attribute__((target("avx2,fma")))
#define SEGAD_AVX512 __attribute__((target("avx512f,fma,prefer-vector-width=512")))
#else
#define SEGAD_AVX2
#define SEGAD_AVX512
#endif

namespace segad {

enum class VectorCode { Baseline, Avx2, Avx512 };  ///< Avx2 with FMA, Avx512 its foundation

bool hasVectorCode(VectorCode code) noexcept;

/// The widest of one kernel's three forms that this processor can run.
template <class Kernel>
Kernel widest(Kernel avx512, Kernel avx2, Kernel baseline) {
    if (hasVectorCode(VectorCode::Avx512)) return avx512;
    return hasVectorCode(VectorCode::Avx2) ? avx2 : baseline;
}

/// Sixteen floats, in as many instructions as the code they are compiled for needs.
using FloatLanes [[gnu::vector_size(64)]] = float;

[[gnu::always_inline]] inline void loadLanes(FloatLanes& lanes, const float* from) {
    std::memcpy(&lanes, from, sizeof(FloatLanes));
}

}  // namespace segad
