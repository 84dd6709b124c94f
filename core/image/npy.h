// NumPy's .npy files (format 1.0–3.0, C order, little endian): maps and segment labels.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/base/file.h"

namespace segad {

/// A two-dimensional float array (f2, f4, f8) as CV_32FC1; leading dimensions of 1 are dropped.
/// NaN and infinities are kept: AnomalyMap refuses them with its own message.
/// Throws Error{InvalidData, Unsupported, …} naming the file (wrong dtype, shape, Fortran order, truncated).
cv::Mat readNpyFloat(const Path& file);

/// A two-dimensional integer or bool array (b1, u1, i1, u2, i2, i4, i8) as CV_8UC1;
/// values outside 0…255 are refused.
cv::Mat readNpyLabels(const Path& file);

/// Writes CV_32FC1 as <f4 or CV_8UC1 as |u1, format 1.0, atomically.
void writeNpy(const Path& file, const cv::Mat& pixels);

}  // namespace segad
