// EXIF orientation: how a stored picture becomes upright.
#pragma once

#include <opencv2/core/mat.hpp>

namespace segad::image {

/// Whether width and height change places (5…8).
inline bool swapsSides(int orientation) noexcept {
    return orientation >= 5;
}

/// `stored` turned and mirrored by EXIF orientation 1…8; 1 returns the same pixels.
cv::Mat upright(const cv::Mat& stored, int orientation);

}  // namespace segad::image
