#include "core/detector/distance.h"

#include <algorithm>
#include <cstring>
#include <limits>

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

inline __attribute__((always_inline)) void runMinima(const float* values, std::size_t count,
                                                     float* smallest) {
    constexpr float kNone = std::numeric_limits<float>::infinity();
    std::size_t i = 0;
    for (; i + kRun <= count; i += kRun) {
        Lanes least = Lanes{} + kNone;
        for (std::size_t k = 0; k < kRun; k += kLanes) {
            Lanes v;
            load(v, values + i + k);
            least = v < least ? v : least;
        }
        float part[kLanes];
        std::memcpy(part, &least, sizeof(Lanes));
        for (std::size_t half = kLanes / 2; half > 0; half /= 2) {
            for (std::size_t k = 0; k < half; ++k)
                part[k] = std::min(part[k], part[k + half]);
        }
        smallest[i / kRun] = part[0];
    }
    if (i == count) return;
    float least = kNone;
    for (std::size_t k = i; k < count; ++k)
        least = std::min(least, values[k]);
    smallest[i / kRun] = least;
}

/// Several sums, so that one addition need not wait for the other.
inline __attribute__((always_inline)) double exactDistance(const float* a, const float* b,
                                                           std::size_t dimension) {
    using Doubles = double __attribute__((vector_size(8 * sizeof(double))));
    using Floats = float __attribute__((vector_size(8 * sizeof(float))));
    constexpr std::size_t kEach = 8;
    constexpr std::size_t kSums = 4;
    Doubles sums[kSums] = {};
    std::size_t d = 0;
    for (; d + kSums * kEach <= dimension; d += kSums * kEach) {
        for (std::size_t k = 0; k < kSums; ++k) {
            Floats x;
            Floats y;
            std::memcpy(&x, a + d + k * kEach, sizeof x);
            std::memcpy(&y, b + d + k * kEach, sizeof y);
            const Doubles difference =
                __builtin_convertvector(x, Doubles) - __builtin_convertvector(y, Doubles);
            sums[k] += difference * difference;
        }
    }
    const Doubles sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    double part[kEach];
    std::memcpy(part, &sum, sizeof sum);
    for (; d < dimension; ++d) {
        const double difference = static_cast<double>(a[d]) - static_cast<double>(b[d]);
        part[d % kEach] += difference * difference;
    }
    for (std::size_t half = kEach / 2; half > 0; half /= 2) {
        for (std::size_t k = 0; k < half; ++k)
            part[k] += part[k + half];
    }
    return part[0];
}

struct Kernels {
    void (*distances)(const float*, const float*, std::size_t, std::size_t, float*);
    void (*minima)(const float*, std::size_t, float*);
    double (*exact)(const float*, const float*, std::size_t);
};

void baseline(const float* point, const float* rows, std::size_t count, std::size_t stride, float* out) {
    distances(point, rows, count, stride, out);
}

void baselineMinima(const float* values, std::size_t count, float* smallest) {
    runMinima(values, count, smallest);
}

double baselineExact(const float* a, const float* b, std::size_t dimension) {
    return exactDistance(a, b, dimension);
}

#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) void avx2(const float* point, const float* rows, std::size_t count,
                                              std::size_t stride, float* out) {
    distances(point, rows, count, stride, out);
}

__attribute__((target("avx2,fma"))) void avx2Minima(const float* values, std::size_t count, float* smallest) {
    runMinima(values, count, smallest);
}

__attribute__((target("avx2"))) double avx2Exact(const float* a, const float* b, std::size_t dimension) {
    return exactDistance(a, b, dimension);
}

__attribute__((target("avx512f,fma"))) void avx512(const float* point, const float* rows, std::size_t count,
                                                   std::size_t stride, float* out) {
    distances(point, rows, count, stride, out);
}

__attribute__((target("avx512f,fma"))) void avx512Minima(const float* values, std::size_t count,
                                                         float* smallest) {
    runMinima(values, count, smallest);
}

__attribute__((target("avx512f"))) double avx512Exact(const float* a, const float* b, std::size_t dimension) {
    return exactDistance(a, b, dimension);
}
#endif

const Kernels& kernels() {
    static const Kernels best = [] {
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx512f")) return Kernels{avx512, avx512Minima, avx512Exact};
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
            return Kernels{avx2, avx2Minima, avx2Exact};
#endif
        return Kernels{baseline, baselineMinima, baselineExact};
    }();
    return best;
}
}  // namespace

void squaredDistances(const float* point, const float* rows, std::size_t count, std::size_t stride,
                      float* out) {
    kernels().distances(point, rows, count, stride, out);
}

void smallestOfRuns(const float* values, std::size_t count, float* smallest) {
    kernels().minima(values, count, smallest);
}

double exactSquaredDistance(const float* a, const float* b, std::size_t dimension) noexcept {
    return kernels().exact(a, b, dimension);
}

}  // namespace segad
