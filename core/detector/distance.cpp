#include "core/detector/distance.h"

#include <cstring>

namespace segad {

namespace {
using Lanes = float __attribute__((vector_size(kLanes * sizeof(float))));

inline __attribute__((always_inline)) void load(Lanes& lanes, const float* from) {
    std::memcpy(&lanes, from, sizeof(Lanes));
}

/// Halves are added, then quarters, …: one fixed order for every processor.
inline __attribute__((always_inline)) float sumOf(const Lanes& lanes) {
    float part[kLanes];
    std::memcpy(part, &lanes, sizeof(Lanes));
    for (std::size_t half = kLanes / 2; half > 0; half /= 2) {
        for (std::size_t i = 0; i < half; ++i)
            part[i] += part[i + half];
    }
    return part[0];
}

/// Four rows at a time, so that the point is loaded once for all four.
inline __attribute__((always_inline)) void distances(const float* point, const float* rows, std::size_t count,
                                                     std::size_t stride, float* out) {
    constexpr std::size_t kRows = 4;
    std::size_t r = 0;
    for (; r + kRows <= count; r += kRows) {
        const float* row = rows + r * stride;
        Lanes sum[kRows] = {};
        for (std::size_t d = 0; d < stride; d += kLanes) {
            Lanes p;
            load(p, point + d);
            for (std::size_t k = 0; k < kRows; ++k) {
                Lanes q;
                load(q, row + k * stride + d);
                q -= p;
                sum[k] += q * q;
            }
        }
        for (std::size_t k = 0; k < kRows; ++k)
            out[r + k] = sumOf(sum[k]);
    }
    for (; r < count; ++r) {
        Lanes sum = {};
        for (std::size_t d = 0; d < stride; d += kLanes) {
            Lanes p;
            Lanes q;
            load(p, point + d);
            load(q, rows + r * stride + d);
            q -= p;
            sum += q * q;
        }
        out[r] = sumOf(sum);
    }
}

using Kernel = void (*)(const float*, const float*, std::size_t, std::size_t, float*);

void baseline(const float* point, const float* rows, std::size_t count, std::size_t stride, float* out) {
    distances(point, rows, count, stride, out);
}

#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) void avx2(const float* point, const float* rows, std::size_t count,
                                              std::size_t stride, float* out) {
    distances(point, rows, count, stride, out);
}

__attribute__((target("avx512f,fma"))) void avx512(const float* point, const float* rows, std::size_t count,
                                                   std::size_t stride, float* out) {
    distances(point, rows, count, stride, out);
}
#endif

Kernel bestKernel() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f")) return avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return avx2;
#endif
    return baseline;
}
}  // namespace

void squaredDistances(const float* point, const float* rows, std::size_t count, std::size_t stride,
                      float* out) {
    static const Kernel kernel = bestKernel();
    kernel(point, rows, count, stride, out);
}

double exactSquaredDistance(const float* a, const float* b, std::size_t dimension) noexcept {
    double sum = 0;
    for (std::size_t d = 0; d < dimension; ++d) {
        const double difference = static_cast<double>(a[d]) - static_cast<double>(b[d]);
        sum += difference * difference;
    }
    return sum;
}

}  // namespace segad
