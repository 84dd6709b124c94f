#include "core/detector/coupling.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/vector_code.h"

namespace segad {

namespace {
/// Numbers that grow together; they stay in the first-level cache.
constexpr std::size_t kBlock = 2048;

using Lanes = FloatLanes;
using Bits [[gnu::vector_size(64)]] = std::int32_t;
constexpr std::size_t kLanes = sizeof(Lanes) / sizeof(float);

/// exp for |x| <= 87; beyond, that of the nearest such x. Cephes' expf without its branches.
[[gnu::always_inline]] inline void toExp(Lanes& x) {
    constexpr float kLimit = 87;
    x = x < -kLimit ? Lanes{} - kLimit : x;
    x = x > kLimit ? Lanes{} + kLimit : x;
    // Adding 1.5·2^23 rounds to whole numbers.
    constexpr float kRound = 12582912;
    const Lanes shifted = x * 1.44269504F + kRound;
    const Lanes n = shifted - kRound;
    const Lanes rest = (x - n * 0.693359375F) + n * 2.12194440e-4F;
    Lanes p = 1.9875691500e-4F * rest + 1.3981999507e-3F;
    p = p * rest + 8.3334519073e-3F;
    p = p * rest + 4.1665795894e-2F;
    p = p * rest + 1.6666665459e-1F;
    p = p * rest + 5.0000001201e-1F;
    p = (p * rest * rest + rest) + 1.0F;
    // 2^n: n into the exponent's bits.
    const Bits exponent = reinterpret_cast<Bits>(shifted) - std::bit_cast<std::int32_t>(kRound);
    const Bits power = (exponent + 127) << 23;
    x = p * reinterpret_cast<Lanes>(power);
}

/// exp(clamp·tanh(s)) in place, of whole lanes. tanh's own error near zero does not matter: it goes into an
/// exponential.
[[gnu::always_inline]] inline void grow(float* values, std::size_t lanes, float clamp) {
    for (std::size_t i = 0; i < lanes; ++i) {
        Lanes x;
        std::memcpy(&x, values + i * kLanes, sizeof(Lanes));
        x *= 2.0F;
        toExp(x);
        x = clamp * (1.0F - 2.0F / (x + 1.0F));
        toExp(x);
        std::memcpy(values + i * kLanes, &x, sizeof(Lanes));
    }
}

struct Coupled {
    [[gnu::always_inline]] static void run(const Coupling& coupling, const float* x, const float* r,
                                           std::size_t pixels, float* out, float* next) {
        const std::size_t passive = coupling.passive;
        const std::size_t active = coupling.active;
        const std::size_t channels = passive + active;
        const float* scale = coupling.scale.data();
        const float* offset = coupling.offset.data();
        const std::int32_t* permutation = coupling.permutation.data();
        const std::size_t most = std::max<std::size_t>(1, kBlock / active);
        thread_local std::vector<float> growth;
        thread_local std::vector<float> y;
        growth.resize(most * active + kLanes);
        y.resize(channels);
        for (std::size_t begin = 0; begin < pixels; begin += most) {
            const std::size_t count = std::min(most, pixels - begin);
            for (std::size_t p = 0; p < count; ++p)
                for (std::size_t c = 0; c < active; ++c)
                    growth[p * active + c] = r[(begin + p) * 2 * active + c];
            grow(growth.data(), (count * active + kLanes - 1) / kLanes, coupling.clamp);
            for (std::size_t p = 0; p < count; ++p) {
                const std::size_t pixel = begin + p;
                const float* from = x + pixel * channels;
                const float* shift = r + pixel * 2 * active + active;
                const float* g = growth.data() + p * active;
                float* step = y.data();
                for (std::size_t c = 0; c < passive; ++c)
                    step[c] = from[c] * scale[c] + offset[c];
                for (std::size_t c = 0; c < active; ++c)
                    step[passive + c] = from[passive + c] * scale[passive + c] * g[c] + shift[c];
                float* to = out + pixel * channels;
                for (std::size_t c = 0; c < channels; ++c)
                    to[c] = step[permutation[c]];
                for (std::size_t c = 0; c < passive; ++c)
                    next[pixel * passive + c] = to[c];
            }
        }
    }
};
}  // namespace

void couple(const Coupling& coupling, const float* x, const float* r, std::size_t pixels, float* out,
            float* next) {
    static const auto kernel = widest<Coupled>();
    kernel(coupling, x, r, pixels, out, next);
}

}  // namespace segad
