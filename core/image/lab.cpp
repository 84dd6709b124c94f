#include "core/image/lab.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace segad {

namespace {
/// The white of D65 as XYZ.
constexpr std::array<double, 3> kWhite{0.95047, 1, 1.08883};
/// Below it the cube root goes over into a straight line (CIE 15).
constexpr double kLinearBelow = 0.008856;
constexpr double kSlope = 7.787;
constexpr double kShift = 16.0 / 116.0;

double curve(double t) {
    return t > kLinearBelow ? std::cbrt(t) : kSlope * t + kShift;
}

double inverseCurve(double f) {
    const double cube = f * f * f;
    return cube > kLinearBelow ? cube : (f - kShift) / kSlope;
}
}  // namespace

Lab toLab(const cv::Vec3b& rgb) {
    std::array<double, 3> light{};
    for (int i = 0; i < 3; ++i) {
        const double v = rgb[i] / 255.0;
        light[static_cast<std::size_t>(i)] = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    }
    const auto [r, g, b] = light;
    const double x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / kWhite[0]);
    const double y = curve((0.2126 * r + 0.7152 * g + 0.0722 * b) / kWhite[1]);
    const double z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / kWhite[2]);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

cv::Vec3b fromLab(const Lab& lab) {
    const double fy = (lab[0] + 16) / 116;
    const double x = kWhite[0] * inverseCurve(fy + lab[1] / 500);
    const double y = kWhite[1] * inverseCurve(fy);
    const double z = kWhite[2] * inverseCurve(fy - lab[2] / 200);
    const std::array<double, 3> light{3.2406 * x - 1.5372 * y - 0.4986 * z,
                                      -0.9689 * x + 1.8758 * y + 0.0415 * z,
                                      0.0557 * x - 0.2040 * y + 1.0570 * z};
    cv::Vec3b rgb;
    for (int i = 0; i < 3; ++i) {
        const double v = std::clamp(light[static_cast<std::size_t>(i)], 0.0, 1.0);
        const double coded = v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
        rgb[i] = static_cast<std::uint8_t>(std::lround(coded * 255));
    }
    return rgb;
}

}  // namespace segad
