// The fused coupling step against its formula in double precision.
#include "core/detector/coupling.h"

#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace segad {
namespace {

struct Step {
    Coupling coupling;
    std::vector<float> x;
    std::vector<float> r;
    std::size_t pixels = 0;

    Step(std::size_t passive, std::size_t active, std::size_t count) : pixels(count) {
        SplitMix64 random(passive * 1000 + active);
        const auto draw = [&](std::size_t size, double reach) {
            std::vector<float> values(size);
            for (float& value : values)
                value = static_cast<float>(random.uniform(-reach, reach));
            return values;
        };
        const std::size_t channels = passive + active;
        coupling = {.passive = passive,
                    .active = active,
                    .clamp = 1.9F,
                    .scale = draw(channels, 2),
                    .offset = draw(passive, 1),
                    .permutation = std::vector<std::int32_t>(channels)};
        std::iota(coupling.permutation.begin(), coupling.permutation.end(), 0);
        for (std::size_t c = channels - 1; c > 0; --c)
            std::swap(coupling.permutation[c], coupling.permutation[random.below(c + 1)]);
        x = draw(channels * pixels, 3);
        r = draw(2 * active * pixels, 4);
    }

    double expected(std::size_t pixel, std::size_t channel) const {
        const auto c = static_cast<std::size_t>(coupling.permutation[channel]);
        const double scaled =
            static_cast<double>(coupling.scale[c]) * static_cast<double>(x[pixel * coupling.channels() + c]);
        if (c < coupling.passive) return scaled + static_cast<double>(coupling.offset[c]);
        const float* own = r.data() + pixel * 2 * coupling.active + (c - coupling.passive);
        const double s = own[0];
        const double t = own[coupling.active];
        return scaled * std::exp(static_cast<double>(coupling.clamp) * std::tanh(s)) + t;
    }

    struct Result {
        std::vector<float> out;
        std::vector<float> next;
    };
    Result run() const {
        Result result{std::vector<float>(x.size()), std::vector<float>(coupling.passive * pixels)};
        couple(coupling, x.data(), r.data(), pixels, result.out.data(), result.next.data());
        return result;
    }
};

TEST(Coupling, IsItsFormula) {
    for (const auto& [passive, active, pixels] :
         {std::array<std::size_t, 3>{1, 1, 1}, {24, 24, 300}, {33, 32, 70}, {3, 2, 4097}, {512, 512, 9}}) {
        const Step step(passive, active, pixels);
        const auto [out, next] = step.run();
        for (std::size_t p = 0; p < pixels; ++p) {
            for (std::size_t c = 0; c < passive + active; ++c) {
                const double expected = step.expected(p, c);
                const float value = out[p * (passive + active) + c];
                // Terms of up to 3·2·exp(1.9) may cancel.
                ASSERT_NEAR(value, expected, 1e-5) << passive << ", " << p << ", " << c;
                if (c < passive) {
                    ASSERT_EQ(next[p * passive + c], value);
                }
            }
        }
    }
}

TEST(Coupling, APixelDoesNotKnowItsNeighbours) {
    const Step whole(24, 24, 200);
    Step alone = whole;
    alone.pixels = 1;
    const auto all = whole.run();
    for (const std::size_t pixel : {0U, 85U, 199U}) {
        std::copy_n(whole.x.begin() + static_cast<std::ptrdiff_t>(48 * pixel), 48, alone.x.begin());
        std::copy_n(whole.r.begin() + static_cast<std::ptrdiff_t>(48 * pixel), 48, alone.r.begin());
        const auto one = alone.run();
        for (std::size_t c = 0; c < 48; ++c)
            EXPECT_EQ(one.out[c], all.out[48 * pixel + c]);
    }
}

TEST(Coupling, GrowthIsBoundedAndNothingHidesANaN) {
    Step step(2, 2, 40);
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    for (const float s : {1e30F, kInfinity, -1e30F, -kInfinity}) {
        step.r[0] = s;
        const auto [out, next] = step.run();
        for (std::size_t c = 0; c < 4; ++c)
            EXPECT_NEAR(out[c], step.expected(0, c), 1e-5) << s;
    }
    step.r[0] = std::numeric_limits<float>::quiet_NaN();
    const auto [out, next] = step.run();
    for (std::size_t c = 0; c < 4; ++c)
        EXPECT_EQ(std::isnan(out[c]), step.coupling.permutation[c] == 2) << c;
}

}  // namespace
}  // namespace segad
