#include "core/segment/picture_features.h"

#include "core/base/module.h"

namespace segad {

PictureFeatures pictureFeatures(const cv::Mat& grey) {
    using Detect = void(const cv::Mat&, std::vector<cv::Point2f>&, cv::Mat&);
    static Detect* const run = Module::open("segad-flow").function<Detect>("segadPictureFeatures");
    PictureFeatures features;
    run(grey, features.points, features.descriptors);
    return features;
}

std::optional<cv::Matx33d> agreedSimilarity(const PictureFeatures& from, const PictureFeatures& to) {
    using Agree = bool(const std::vector<cv::Point2f>&, const cv::Mat&, const std::vector<cv::Point2f>&,
                       const cv::Mat&, cv::Matx33d&);
    static Agree* const run = Module::open("segad-flow").function<Agree>("segadAgreedSimilarity");
    cv::Matx33d warp = cv::Matx33d::eye();
    if (!run(from.points, from.descriptors, to.points, to.descriptors, warp)) return std::nullopt;
    return warp;
}

}  // namespace segad
