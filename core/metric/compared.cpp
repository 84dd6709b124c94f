#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/metric/compared_p.h"

namespace segad {

cv::Mat comparedMap(const AnomalyMap& map, cv::Size size) {
    cv::Mat pixels = map.size() == size ? map.pixels() : map.resized(size).pixels();
    return pixels.isContinuous() ? pixels : pixels.clone();
}

cv::Mat comparedMask(const cv::Mat& mask, cv::Size size) {
    if (mask.empty() || mask.type() != CV_8UC1) {
        throw Error(ErrorCode::InvalidArgument, "defect mask", "is not a picture of 8-bit values",
                    "Give a mask, or leave the part out of pixel metrics.");
    }
    cv::Mat resized = mask;
    if (mask.size() != size) cv::resize(mask, resized, size, 0, 0, cv::INTER_NEAREST);
    return resized != 0;
}

}  // namespace segad
