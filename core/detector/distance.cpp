#include "core/detector/distance.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "core/base/vector_code.h"

namespace segad {

namespace {
using Lanes = FloatLanes;
static_assert(sizeof(Lanes) == kLanes * sizeof(float));

/// Halves are added, then quarters, …: one fixed order for every processor.
[[gnu::always_inline]] inline float sumOf(const Lanes& lanes) {
    float part[kLanes];
    std::memcpy(part, &lanes, sizeof(Lanes));
    for (std::size_t half = kLanes / 2; half > 0; half /= 2) {
        for (std::size_t i = 0; i < half; ++i)
            part[i] += part[i + half];
    }
    return part[0];
}

/// Four rows at a time, so that the point is loaded once for all four.
struct Distances {
    [[gnu::always_inline]] static void run(const float* point, const float* rows, std::size_t count,
                                           std::size_t stride, float* out) {
        constexpr std::size_t kRows = 4;
        std::size_t r = 0;
        for (; r + kRows <= count; r += kRows) {
            const float* row = rows + r * stride;
            Lanes sum[kRows] = {};
            for (std::size_t d = 0; d < stride; d += kLanes) {
                Lanes p;
                loadLanes(p, point + d);
                for (std::size_t k = 0; k < kRows; ++k) {
                    Lanes q;
                    loadLanes(q, row + k * stride + d);
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
                loadLanes(p, point + d);
                loadLanes(q, rows + r * stride + d);
                q -= p;
                sum += q * q;
            }
            out[r] = sumOf(sum);
        }
    }
};

struct RunMinima {
    [[gnu::always_inline]] static void run(const float* values, std::size_t count, float* smallest) {
        constexpr float kNone = std::numeric_limits<float>::infinity();
        std::size_t i = 0;
        for (; i + kRun <= count; i += kRun) {
            Lanes least = Lanes{} + kNone;
            for (std::size_t k = 0; k < kRun; k += kLanes) {
                Lanes v;
                loadLanes(v, values + i + k);
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
};

/// Several sums, so that one addition need not wait for the other.
struct ExactDistance {
    [[gnu::always_inline]] static double run(const float* a, const float* b, std::size_t dimension) {
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
};
}  // namespace

void squaredDistances(const float* point, const float* rows, std::size_t count, std::size_t stride,
                      float* out) {
    static const auto kernel = widest<Distances>();
    kernel(point, rows, count, stride, out);
}

void smallestOfRuns(const float* values, std::size_t count, float* smallest) {
    static const auto kernel = widest<RunMinima>();
    kernel(values, count, smallest);
}

double exactSquaredDistance(const float* a, const float* b, std::size_t dimension) noexcept {
    static const auto kernel = widest<ExactDistance>();
    return kernel(a, b, dimension);
}

}  // namespace segad
