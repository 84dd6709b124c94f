// From linear light on the fine grid to an 8-bit photo.
#pragma once

#include <cstdint>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/demo/scene.h"

namespace segad::demo {

/// `light` has side · kSupersampling samples per row. Lens blur, vignetting, sensor noise from
/// `noiseSeed`, in-camera sharpening and colour smoothing, tone curve. CV_8UC3, RGB.
cv::Mat photograph(const std::vector<Rgb>& light, int side, const Camera& camera, std::uint64_t noiseSeed);

}  // namespace segad::demo
