#include "core/dataset/mask.h"

#include <string>

#include <opencv2/core.hpp>

#include "core/base/error.h"

namespace segad {

namespace {
std::string inWords(int width, int height) {
    return std::to_string(width) + " × " + std::to_string(height);
}
}  // namespace

cv::Mat turnedUpright(const cv::Mat& stored, int orientation) {
    cv::Mat upright;
    switch (orientation) {
        case 6:
            cv::rotate(stored, upright, cv::ROTATE_90_CLOCKWISE);
            break;
        case 8:
            cv::rotate(stored, upright, cv::ROTATE_90_COUNTERCLOCKWISE);
            break;
        case 7:
            cv::transpose(stored, upright);
            cv::flip(upright, upright, -1);
            break;
        default:
            cv::transpose(stored, upright);
            break;
    }
    return upright;
}

cv::Mat readMask(const Path& file, const ImageInfo& picture, bool* turned) {
    return readMaskValues(file, picture, turned) != 0;
}

cv::Mat readMaskValues(const Path& file, const ImageInfo& picture, bool* turned) {
    cv::Mat labels = decodeLabels(file);
    const cv::Size upright(picture.width, picture.height);
    const cv::Size stored(picture.height, picture.width);
    const bool fitsOnlyStored =
        labels.size() != upright && picture.orientation >= 5 && labels.size() == stored;
    if (fitsOnlyStored) labels = turnedUpright(labels, picture.orientation);
    if (labels.size() != upright) {
        throw Error(ErrorCode::InvalidData, file.string(),
                    "the mask is " + inWords(labels.cols, labels.rows) + " pixels, its picture " +
                        inWords(picture.width, picture.height),
                    "Make the mask in the size of its picture.");
    }
    if (turned != nullptr) *turned = fitsOnlyStored;
    return labels;
}

}  // namespace segad
