#include "core/workflow/folder_pictures.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "core/base/random.h"
#include "core/image/image.h"
#include "core/image/resize.h"

namespace segad {

FolderPictures::FolderPictures(const Path& folder, Job& job) : folder_(readPictureFolder(folder, job)) {}

cv::Mat FolderPictures::crop(std::uint64_t seed, std::uint64_t number, int side) const {
    SplitMix64 random(seed, "crop " + std::to_string(number));
    const cv::Mat whole = decodeImage(folder_.files[random.below(folder_.files.size())]).rgb;
    const double shortest = std::min(whole.cols, whole.rows);
    const int window = std::max(8, static_cast<int>(shortest * random.uniform(0.2, 1.0)));
    const auto place = [&](int length) {
        return static_cast<int>(random.below(static_cast<std::uint64_t>(length - window) + 1));
    };
    const int x = window < whole.cols ? place(whole.cols) : 0;
    const int y = window < whole.rows ? place(whole.rows) : 0;
    const cv::Rect square = cv::Rect(x, y, window, window) & cv::Rect(0, 0, whole.cols, whole.rows);
    // Detectors reduce pictures with and without antialiasing; the student should know both.
    const ResizeMode mode = random.uniform() < 0.5 ? ResizeMode::Linear : ResizeMode::Antialias;
    cv::Mat picture = resizeImage(whole(square), {side, side}, mode);
    if (random.uniform() < 0.5) cv::flip(picture, picture, 1);
    return picture;
}

}  // namespace segad
