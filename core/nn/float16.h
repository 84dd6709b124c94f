// Conversions between float32 and the two 16-bit formats of weight files, on their bit patterns.
#pragma once

#include <bit>
#include <cstdint>

namespace segad {

/// IEEE 754 binary16 to float32; exact, NaN payloads kept.
constexpr float floatFromHalf(std::uint16_t half) noexcept {
    const std::uint32_t sign = (half & 0x8000U) << 16U;
    const std::uint32_t exponent = (half >> 10U) & 0x1FU;
    const std::uint32_t fraction = half & 0x3FFU;
    if (exponent == 0x1F) return std::bit_cast<float>(sign | 0x7F800000U | (fraction << 13U));
    if (exponent != 0) return std::bit_cast<float>(sign | ((exponent + 112U) << 23U) | (fraction << 13U));
    // Subnormal: fraction · 2^-24, which float32 holds exactly.
    const float magnitude = static_cast<float>(fraction) * 0x1p-24F;
    return std::bit_cast<float>(sign | std::bit_cast<std::uint32_t>(magnitude));
}

/// float32 to binary16, rounding to nearest even; overflow gives infinity.
constexpr std::uint16_t halfFromFloat(float value) noexcept {
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>((bits >> 16U) & 0x8000U);
    const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
    if (magnitude > 0x7F800000U) {
        const std::uint32_t payload = (magnitude >> 13U) & 0x3FFU;
        return static_cast<std::uint16_t>(sign | 0x7C00U | (payload != 0 ? payload : 0x200U));
    }
    if (magnitude >= 0x477FF000U) return static_cast<std::uint16_t>(sign | 0x7C00U);
    // A subnormal half is a multiple of 2^-24: shift the full significand so that its last bit is that.
    const std::uint32_t exponent = magnitude >> 23U;
    const bool normal = exponent >= 113;
    const std::uint32_t shift = normal ? 13U : 126U - exponent;
    if (shift > 24) return sign;
    const std::uint32_t kept =
        normal ? magnitude - (112U << 23U) : (magnitude & 0x7FFFFFU) | (exponent != 0 ? 0x800000U : 0U);
    const std::uint32_t remainder = kept & ((1U << shift) - 1U);
    const std::uint32_t half = 1U << (shift - 1U);
    std::uint32_t rounded = kept >> shift;
    if (remainder > half || (remainder == half && (rounded & 1U) != 0)) ++rounded;
    return static_cast<std::uint16_t>(sign | rounded);
}

/// bfloat16 to float32; exact.
constexpr float floatFromBFloat16(std::uint16_t value) noexcept {
    return std::bit_cast<float>(static_cast<std::uint32_t>(value) << 16U);
}

}  // namespace segad
