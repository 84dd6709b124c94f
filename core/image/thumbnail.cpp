#include "core/image/thumbnail.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <opencv2/core.hpp>

#include "core/image/decode_p.h"
#include "core/image/orientation_p.h"
#include "core/image/resize.h"

namespace segad {

cv::Size fitInto(cv::Size size, int side) {
    const int longer = std::max(size.width, size.height);
    if (longer <= side) return size;
    const auto scaled = [&](int length) {
        return std::max(1, static_cast<int>(std::lround(static_cast<double>(length) * side / longer)));
    };
    return {scaled(size.width), scaled(size.height)};
}

cv::Mat decodeThumbnail(const Path& file, int side, const DecodeLimits& limits) {
    return decodeThumbnailBytes(readFile(file, limits.maxFileBytes), toUtf8(file), side, limits);
}

cv::Mat decodeThumbnailBytes(std::string_view bytes, const std::string& subject, int side,
                             const DecodeLimits& limits) {
    if (side < 1) throw std::invalid_argument("a thumbnail has at least one pixel");
    const image::CheckedPicture picture = image::checkPicture(bytes, subject, limits);
    const cv::Mat stored = image::codecs().decodeRgb(bytes, picture.header, side, subject);
    // Shape from the header: a reduced JPEG's sides are rounded up.
    const cv::Size full(static_cast<int>(picture.header.width), static_cast<int>(picture.header.height));
    const cv::Mat small = resizeImage(stored, fitInto(full, side), ResizeMode::Antialias);
    return image::upright(small, picture.header.orientation);
}

}  // namespace segad
