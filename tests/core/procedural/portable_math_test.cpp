// The portable functions against libm, within what their comments promise.
#include "core/procedural/portable_math.h"

#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

namespace segad::procedural {
namespace {

TEST(PortableMath, SineAndCosineFollowTheCircle) {
    for (int k = -4000; k <= 4000; ++k) {
        const float turns = static_cast<float>(k) / 1000.0F;
        const double angle = 2 * std::numbers::pi * static_cast<double>(turns);
        EXPECT_NEAR(sinTurns(turns), std::sin(angle), 4e-6) << turns;
        EXPECT_NEAR(cosTurns(turns), std::cos(angle), 4e-6) << turns;
    }
}

TEST(PortableMath, TurnsInvertDirections) {
    for (int k = -499; k < 500; ++k) {
        const float turns = static_cast<float>(k) / 1000.0F;
        EXPECT_NEAR(turnsOf(directionOf(turns) * 3.0F), turns, 2e-5);
    }
    EXPECT_EQ(turnsOf({0, 0}), 0.0F);
}

TEST(PortableMath, ExponentialIsAccurateAndBounded) {
    for (float x = -80.0F; x <= 80.0F; x += 0.37F)
        EXPECT_NEAR(exponential(x) / std::exp(static_cast<double>(x)), 1.0, 2e-5) << x;
    EXPECT_TRUE(std::isfinite(exponential(1e9F)));
    EXPECT_GE(exponential(-1e9F), 0.0F);
}

TEST(PortableMath, PowerMatchesLibm) {
    for (double x = 0.001; x < 3; x += 0.0173)
        for (double y : {0.4166666, 1.0, 2.2, -0.7})
            EXPECT_NEAR(power(x, y) / std::pow(x, y), 1.0, 1e-9) << x << '^' << y;
    EXPECT_EQ(power(0, 2), 0.0);
}

TEST(PortableMath, FloorGoesDownForNegatives) {
    EXPECT_EQ(floorToInt(1.9F), 1);
    EXPECT_EQ(floorToInt(-0.1F), -1);
    EXPECT_EQ(floorToInt(-2.0F), -2);
}

}  // namespace
}  // namespace segad::procedural
