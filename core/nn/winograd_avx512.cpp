#if defined(__x86_64__)
#include <immintrin.h>

#include "core/nn/winograd_kernel_p.h"

// From here on, and only here: the rest of the program runs on any x86-64.
#pragma GCC target("avx512f")

#include "core/nn/winograd_loops_p.h"

namespace segad::nn {

namespace {
struct Avx512Lanes {
    using Vec = __m512;
    static constexpr std::int64_t kCount = 16;

    /// Tiles multiplied together, so that their sums and a panel of weights fit the 32 registers.
    static constexpr int rows(int columns) { return columns == 3 ? 9 : 14; }

    static Vec fill(float value) { return _mm512_set1_ps(value); }
    static Vec load(const float* from) { return _mm512_loadu_ps(from); }
    static Vec loadSome(const float* from, int count) { return _mm512_maskz_loadu_ps(mask(count), from); }
    static void store(float* to, Vec value) { _mm512_storeu_ps(to, value); }
    static void storeSome(float* to, Vec value, int count) { _mm512_mask_storeu_ps(to, mask(count), value); }
    static Vec add(Vec a, Vec b) { return _mm512_add_ps(a, b); }
    static Vec sub(Vec a, Vec b) { return _mm512_sub_ps(a, b); }
    static Vec mul(Vec a, Vec b) { return _mm512_mul_ps(a, b); }
    static Vec fma(Vec a, Vec b, Vec c) { return _mm512_fmadd_ps(a, b, c); }
    /// Of two numbers one of which is NaN, the second is taken. Masked, for the compiler warns of the
    /// unmasked one's unset bits.
    static Vec positive(Vec value) { return _mm512_maskz_max_ps(0xFFFF, _mm512_setzero_ps(), value); }

private:
    static __mmask16 mask(int count) { return static_cast<__mmask16>((1U << count) - 1U); }
};
}  // namespace

void winogradAvx512(const WinogradWork& work) {
    winogradBlocks<Avx512Lanes>(work);
}

}  // namespace segad::nn
#endif
