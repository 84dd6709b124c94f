// Noise that textures are made of, and dice for parameters.
#pragma once

#include <cstdint>

#include "core/base/random.h"
#include "core/demo/portable_math.h"

namespace segad::demo {

/// Smooth noise in −1…1 on a lattice of period 256; the same field for everyone, so give each use its
/// own offset.
float latticeNoise(float x, float y);

/// `octaves` of latticeNoise, each twice as fine and half as strong; about −1…1.
float fractalNoise(float x, float y, int octaves);

/// A number in 0…1 for each integer.
inline float hashToUnit(std::uint32_t n) {
    n = (n ^ 61U) ^ (n >> 16U);
    n *= 9U;
    n ^= n >> 4U;
    n *= 0x27d4eb2dU;
    n ^= n >> 15U;
    return static_cast<float>(n >> 8U) * 0x1.0p-24F;
}

/// Random parameters from one stream. One draw per expression (or in braces): elsewhere the order in which
/// operands are evaluated, and with it the part, is the compiler's choice.
class Dice {
public:
    Dice(std::uint64_t seed, std::string_view name) : stream_(seed, name) {}

    float uniform(float low, float high) { return static_cast<float>(stream_.uniform(low, high)); }
    bool chance(float probability) { return uniform(0, 1) < probability; }
    int below(int count) { return static_cast<int>(stream_.below(static_cast<std::uint64_t>(count))); }
    /// Whole number in low…high.
    int between(int low, int high) { return low + below(high - low + 1); }
    float sign() { return chance(0.5F) ? 1.0F : -1.0F; }
    /// Between low and high, on either side of 0.
    float eitherSide(float low, float high) {
        const float side = sign();
        return side * uniform(low, high);
    }
    /// About normal (sum of four uniforms), never beyond 3.46 deviations.
    float normal(float mean, float deviation) {
        float sum = -2.0F;
        for (int i = 0; i < 4; ++i)
            sum += uniform(0, 1);
        return mean + deviation * sum * 1.7320508F;
    }
    /// Near 0: a vector with independent normal coordinates.
    Vec2 jitter(float deviation) {
        const float x = normal(0, deviation);
        return {x, normal(0, deviation)};
    }
    /// A place far out in the noise lattice.
    Vec2 place() {
        const float x = uniform(0, 256);
        return {x, uniform(0, 256)};
    }
    std::uint64_t bits() { return stream_(); }

private:
    SplitMix64 stream_;
};

}  // namespace segad::demo
