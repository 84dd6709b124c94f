#include <opencv2/core.hpp>

#include "core/image/orientation_p.h"

namespace segad::image {

cv::Mat upright(const cv::Mat& stored, int orientation) {
    cv::Mat turned;
    switch (orientation) {
        case 2:
            cv::flip(stored, turned, 1);
            break;
        case 3:
            cv::rotate(stored, turned, cv::ROTATE_180);
            break;
        case 4:
            cv::flip(stored, turned, 0);
            break;
        case 5:
            cv::transpose(stored, turned);
            break;
        case 6:
            cv::rotate(stored, turned, cv::ROTATE_90_CLOCKWISE);
            break;
        case 7: {
            cv::Mat transposed;
            cv::transpose(stored, transposed);
            cv::rotate(transposed, turned, cv::ROTATE_180);
            break;
        }
        case 8:
            cv::rotate(stored, turned, cv::ROTATE_90_COUNTERCLOCKWISE);
            break;
        default:
            return stored;
    }
    return turned;
}

}  // namespace segad::image
