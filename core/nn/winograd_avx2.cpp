#if defined(__x86_64__)
#include <immintrin.h>

#include "core/nn/winograd_kernel_p.h"

// From here on, and only here: the rest of the program runs on any x86-64.
#pragma GCC target("avx2,fma")

#include "core/nn/winograd_loops_p.h"

namespace segad::nn {

namespace {
struct Avx2Lanes {
    using Vec = __m256;
    static constexpr std::int64_t kCount = 8;

    /// Tiles multiplied together, so that their sums and a panel of weights fit the 16 registers.
    static constexpr int rows(int columns) { return columns == 3 ? 4 : 6; }

    static Vec fill(float value) { return _mm256_set1_ps(value); }
    static Vec load(const float* from) { return _mm256_loadu_ps(from); }
    static Vec loadSome(const float* from, int count) { return _mm256_maskload_ps(from, mask(count)); }
    static void store(float* to, Vec value) { _mm256_storeu_ps(to, value); }
    static void storeSome(float* to, Vec value, int count) { _mm256_maskstore_ps(to, mask(count), value); }
    static Vec add(Vec a, Vec b) { return _mm256_add_ps(a, b); }
    static Vec sub(Vec a, Vec b) { return _mm256_sub_ps(a, b); }
    static Vec mul(Vec a, Vec b) { return _mm256_mul_ps(a, b); }
    static Vec fma(Vec a, Vec b, Vec c) { return _mm256_fmadd_ps(a, b, c); }
    /// Of two numbers one of which is NaN, the second is taken.
    static Vec positive(Vec value) { return _mm256_max_ps(_mm256_setzero_ps(), value); }

private:
    static __m256i mask(int count) {
        return _mm256_cmpgt_epi32(_mm256_set1_epi32(count), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    }
};
}  // namespace

void winogradAvx2(const WinogradWork& work) {
    winogradBlocks<Avx2Lanes>(work);
}

}  // namespace segad::nn
#endif
