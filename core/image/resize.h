// Resizing pictures for networks (backbones.md § 5). Training and scoring must use one convention.
#pragma once

#include <opencv2/core/mat.hpp>

namespace segad {

enum class ResizeMode {
    Linear,    ///< OpenCV INTER_LINEAR on 8 bit, no antialias (anomalib 0.x; "as published")
    Antialias  ///< triangle filter widened by the reduction, as PIL's BILINEAR
};

/// CV_8UC3 (or CV_8UC1) in, the same type out at `size`; the aspect ratio is ignored.
cv::Mat resizeImage(const cv::Mat& image, cv::Size size, ResizeMode mode);

}  // namespace segad
