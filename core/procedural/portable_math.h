// Arithmetic that gives the same bits on every IEEE machine: libm's functions differ in the last place
// between versions and processors, and a last place can flip a pixel. Only +, −, ·, ÷ and sqrt are used.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace segad::procedural {

struct Vec2 {
    float x = 0;
    float y = 0;
    friend bool operator==(Vec2, Vec2) = default;
    friend Vec2 operator+(Vec2 a, Vec2 b) { return {a.x + b.x, a.y + b.y}; }
    friend Vec2 operator-(Vec2 a, Vec2 b) { return {a.x - b.x, a.y - b.y}; }
    friend Vec2 operator*(Vec2 a, float s) { return {a.x * s, a.y * s}; }
};

inline float dot(Vec2 a, Vec2 b) {
    return a.x * b.x + a.y * b.y;
}
inline float length(Vec2 a) {
    return std::sqrt(dot(a, a));
}
/// `a` turned by a quarter.
inline Vec2 perpendicular(Vec2 a) {
    return {-a.y, a.x};
}
/// Length 1; (1, 0) for the zero vector.
inline Vec2 normalised(Vec2 a) {
    const float l = length(a);
    return l > 1e-12F ? a * (1.0F / l) : Vec2{1, 0};
}

/// Linear light, 0…1 is what the sensor can hold.
struct Rgb {
    float r = 0;
    float g = 0;
    float b = 0;
    friend bool operator==(Rgb, Rgb) = default;
    friend Rgb operator+(Rgb x, Rgb y) { return {x.r + y.r, x.g + y.g, x.b + y.b}; }
    friend Rgb operator*(Rgb x, Rgb y) { return {x.r * y.r, x.g * y.g, x.b * y.b}; }
    friend Rgb operator*(Rgb a, float s) { return {a.r * s, a.g * s, a.b * s}; }
};

inline float mix(float a, float b, float t) {
    return a + (b - a) * t;
}
inline Vec2 mix(Vec2 a, Vec2 b, float t) {
    return a + (b - a) * t;
}
inline Rgb mix(Rgb a, Rgb b, float t) {
    return {mix(a.r, b.r, t), mix(a.g, b.g, t), mix(a.b, b.b, t)};
}
inline float clamp01(float x) {
    return std::min(std::max(x, 0.0F), 1.0F);
}
inline float square(float x) {
    return x * x;
}
/// 0 up to `low`, 1 from `high` on, smooth between; `low` > `high` gives the falling edge.
inline float smoothstep(float low, float high, float x) {
    const float t = clamp01((x - low) / (high - low));
    return t * t * (3.0F - 2.0F * t);
}
/// Largest integer not above x, for |x| < 2³¹.
inline int floorToInt(float x) {
    const int i = static_cast<int>(x);
    return i - (x < static_cast<float>(i) ? 1 : 0);
}

/// eˣ, relative error below 1e-6; x is cut to ±80.
inline float exponential(float x) {
    x = std::min(std::max(x, -80.0F), 80.0F);
    const int n = floorToInt(x * 1.44269504F + 0.5F);
    const float r = (x - static_cast<float>(n) * 0.693359375F) + static_cast<float>(n) * 2.12194440e-4F;
    const float p =
        1.0F + r * (1.0F + r * (0.5F + r * (0.166666667F + r * (0.0416666667F +
                                                                r * (0.00833333333F + r * 0.00138888889F)))));
    return p * std::bit_cast<float>(static_cast<std::uint32_t>(n + 127) << 23U);
}

/// sin(2π·turns), absolute error below 1e-6.
inline float sinTurns(float turns) {
    float t = turns - static_cast<float>(floorToInt(turns + 0.5F));
    if (t > 0.25F) t = 0.5F - t;
    if (t < -0.25F) t = -0.5F - t;
    const float x = t * 6.28318531F;
    const float x2 = x * x;
    return x * (1.0F +
                x2 * (-0.166666667F + x2 * (0.00833333333F + x2 * (-0.000198412698F + x2 * 2.75573192e-6F))));
}
inline float cosTurns(float turns) {
    return sinTurns(turns + 0.25F);
}
inline Vec2 directionOf(float turns) {
    return {cosTurns(turns), sinTurns(turns)};
}

/// Direction of (x, y) in turns, −0.5…0.5, absolute error below 1e-5.
inline float turnsOf(Vec2 v) {
    const float ax = v.x < 0 ? -v.x : v.x;
    const float ay = v.y < 0 ? -v.y : v.y;
    const float high = std::max(ax, ay);
    if (high <= 0) return 0;
    const float q = std::min(ax, ay) / high;
    const float q2 = q * q;
    // Abramowitz & Stegun 4.4.49, divided by 2π.
    float t = q *
              (0.9998660F + q2 * (-0.3302995F + q2 * (0.1801410F + q2 * (-0.0851330F + q2 * 0.0208351F)))) *
              0.159154943F;
    if (ay > ax) t = 0.25F - t;
    if (v.x < 0) t = 0.5F - t;
    return v.y < 0 ? -t : t;
}

/// xʸ for x ≥ 0; for tables and parameters, not for pixels.
inline double power(double x, double y) {
    if (x <= 0) return 0;
    // ln x by halving into [0.7, 1.4] and the atanh series.
    int halvings = 0;
    while (x > 1.4142135623730951)
        x *= 0.5, ++halvings;
    while (x < 0.7071067811865476)
        x *= 2.0, --halvings;
    const double z = (x - 1) / (x + 1);
    const double z2 = z * z;
    double series = 0;
    for (int k = 21; k >= 1; k -= 2)
        series = series * z2 + 1.0 / k;
    const double exponent = y * (2 * z * series + halvings * 0.6931471805599453);
    // eˣ by squaring a Taylor series of a small part.
    const double small = exponent / 1024;
    double sum = 1;
    for (int k = 9; k >= 1; --k)
        sum = 1 + sum * small / k;
    for (int i = 0; i < 10; ++i)
        sum *= sum;
    return sum;
}

}  // namespace segad::procedural
