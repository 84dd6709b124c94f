// Noise that textures are made of.
#pragma once

#include <cstdint>

#include "core/procedural/dice.h"

namespace segad::demo {

// Dice and portable arithmetic.
using namespace procedural;

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

}  // namespace segad::demo
