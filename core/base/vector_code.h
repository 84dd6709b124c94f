// Kernels that are compiled for several sets of vector instructions, of which the processor's widest runs.
#pragma once

#include <cstring>

namespace segad {

enum class VectorCode { Baseline, Avx2, Avx512 };  ///< Avx2 with FMA, Avx512 its foundation

bool hasVectorCode(VectorCode code) noexcept;

#if defined(__x86_64__)
#define SEGAD_AVX2 __attribute__((target("avx2,fma")))
#define SEGAD_AVX512 __attribute__((target("avx512f,fma,prefer-vector-width=512")))
#else
#define SEGAD_AVX2
#define SEGAD_AVX512
#endif

/// One kernel compiled for each set. A kernel is a type with a static run() that is always inlined, as is all
/// that it calls.
template <class Kernel, class Function = decltype(Kernel::run)>
struct VectorForms;

template <class Kernel, class Result, class... Arguments>
struct VectorForms<Kernel, Result(Arguments...)> {
    static Result baseline(Arguments... arguments) { return Kernel::run(arguments...); }
    SEGAD_AVX2 static Result avx2(Arguments... arguments) { return Kernel::run(arguments...); }
    SEGAD_AVX512 static Result avx512(Arguments... arguments) { return Kernel::run(arguments...); }
};

#undef SEGAD_AVX2
#undef SEGAD_AVX512

/// The widest form of a kernel that this processor can run.
template <class Kernel>
auto widest() {
    using Forms = VectorForms<Kernel>;
    if (hasVectorCode(VectorCode::Avx512)) return &Forms::avx512;
    return hasVectorCode(VectorCode::Avx2) ? &Forms::avx2 : &Forms::baseline;
}

/// Sixteen floats, in as many instructions as the code they are compiled for needs.
using FloatLanes [[gnu::vector_size(64)]] = float;

[[gnu::always_inline]] inline void loadLanes(FloatLanes& lanes, const float* from) {
    std::memcpy(&lanes, from, sizeof(FloatLanes));
}

}  // namespace segad
