#include "core/image/map_shape.h"

#include <cmath>

namespace segad {

bool hasShapeOf(cv::Size map, cv::Size picture) noexcept {
    if (map == cv::Size(1, 1)) return true;
    const double widthByHeight = static_cast<double>(picture.width) * map.height / picture.height;
    const double heightByWidth = static_cast<double>(picture.height) * map.width / picture.width;
    return std::abs(widthByHeight - map.width) < 1 || std::abs(heightByWidth - map.height) < 1;
}

}  // namespace segad
