// CIE L*a*b* (D65) of sRGB colours; distances in it are roughly what the eye sees.
#pragma once

#include <array>

#include <opencv2/core/matx.hpp>

namespace segad {

/// L* (0 black … 100 white), a* (green to red), b* (blue to yellow).
using Lab = std::array<double, 3>;

Lab toLab(const cv::Vec3b& rgb);

/// The nearest 8-bit colour; what sRGB can't show is cut off per channel.
cv::Vec3b fromLab(const Lab& lab);

}  // namespace segad
