// Where each pixel of a part has come from in a template that lies on it already but for some pixels: bent
// wires, parts that sit loosely. Dense inverse search (Kroeger et al., ECCV 2016), in OpenCV's video module,
// which is opened at first need.
#pragma once

#include <opencv2/core/mat.hpp>

namespace segad {

/// Both CV_8UC1 of the same size, at least 32 pixels a side. CV_32FC2: what to add to a pixel of `part` to
/// come to the same place in `laid`. The same pictures give the same numbers on any number of threads. Throws
/// Error{NotFound} when the module can't be opened.
cv::Mat localFlow(const cv::Mat& part, const cv::Mat& laid);

}  // namespace segad
