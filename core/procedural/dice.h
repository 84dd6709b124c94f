// Random parameters from one stream.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/random.h"
#include "core/procedural/portable_math.h"

namespace segad::procedural {

/// One draw per expression (or in braces): elsewhere the order in which operands are evaluated, and with it
/// the picture, is the compiler's choice.
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
    /// Between low and high (both > 0), each octave as likely as any other.
    float logUniform(float low, float high) {
        return low * static_cast<float>(power(high / low, stream_.uniform()));
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
    /// A row of a table, as often as its `weight` says.
    template <class Row>
    const Row& pick(std::span<const Row> rows) {
        float total = 0;
        for (const Row& row : rows)
            total += row.weight;
        float left = uniform(0, total);
        for (const Row& row : rows) {
            left -= row.weight;
            if (left < 0) return row;
        }
        return rows.back();
    }
    std::uint64_t bits() { return stream_(); }

private:
    SplitMix64 stream_;
};

}  // namespace segad::procedural
