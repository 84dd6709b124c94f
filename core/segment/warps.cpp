#include "core/segment/warps.h"

#include <opencv2/imgproc.hpp>

namespace segad {

cv::Matx33d shiftWarp(const cv::Point2d& shift) {
    return {1, 0, shift.x, 0, 1, shift.y, 0, 0, 1};
}

cv::Matx33d scaledWarp(const cv::Matx33d& warp, double factor) {
    // Pixel centres: (x + ½) · factor − ½.
    const double shift = (factor - 1) / 2;
    const cv::Matx33d up{factor, 0, shift, 0, factor, shift, 0, 0, 1};
    return up * warp * up.inv();
}

void pullBack(const cv::Mat& part, const cv::Matx33d& warp, cv::Mat& pulled, cv::Mat& valid) {
    const int flags = cv::INTER_LINEAR | cv::WARP_INVERSE_MAP;
    static const float kOutside = -1;
    if (warp(2, 0) == 0 && warp(2, 1) == 0) {
        const cv::Matx23d affine(warp.val);
        cv::warpAffine(part, pulled, affine, part.size(), flags, cv::BORDER_CONSTANT, kOutside);
    } else {
        cv::warpPerspective(part, pulled, warp, part.size(), flags, cv::BORDER_CONSTANT, kOutside);
    }
    // Brightness is never negative; a pixel that is mixed with the outside is left out with a margin of half.
    valid = pulled >= 0;
}

}  // namespace segad
