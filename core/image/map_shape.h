// Whether a map made elsewhere covers its picture.
#pragma once

#include <opencv2/core/types.hpp>

namespace segad {

/// A map has its picture's shape: equal up to the rounding of one side when it was made at another size. A
/// map of one pixel says one thing of the whole picture and fits any.
bool hasShapeOf(cv::Size map, cv::Size picture) noexcept;

}  // namespace segad
