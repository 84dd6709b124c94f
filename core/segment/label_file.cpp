#include "core/segment/label_file.h"

#include "core/base/error.h"
#include "core/dataset/mask.h"
#include "core/image/image.h"
#include "core/image/map_shape.h"
#include "core/image/npy.h"

namespace segad {

cv::Mat readLabels(const Path& file) {
    const std::string extension = file.extension().string();
    return extension == ".npy" || extension == ".NPY" ? readNpyLabels(file) : decodeLabels(file);
}

cv::Mat readLabelsFor(const Path& file, const Path& picture, cv::Size pictureSize) {
    cv::Mat labels = readLabels(file);
    const auto fits = [&] { return hasShapeOf(labels.size(), pictureSize); };
    if (!fits() && hasShapeOf(labels.size(), {pictureSize.height, pictureSize.width})) {
        const ImageInfo info = probeImage(picture);
        if (info.orientation >= 5) labels = turnedUpright(labels, info.orientation);
    }
    if (fits()) return labels;
    throw Error(ErrorCode::InvalidData, file.string(),
                "is " + std::to_string(labels.cols) + " × " + std::to_string(labels.rows) +
                    " px, another shape than its picture (" + std::to_string(pictureSize.width) + " × " +
                    std::to_string(pictureSize.height) + ")",
                "Make the map from this picture.");
}

}  // namespace segad
