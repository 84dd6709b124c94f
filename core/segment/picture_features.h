// Corners of a picture and which of them are the same in another one: ORB (Rublee et al., ICCV 2011), and a
// shift, turn and size that most pairs agree on (RANSAC, Fischler and Bolles 1981). Behind the door of the
// module segad-flow, which is opened at first need.
#pragma once

#include <optional>
#include <vector>

#include <opencv2/core/mat.hpp>
#include <opencv2/core/matx.hpp>

namespace segad {

struct PictureFeatures {
    std::vector<cv::Point2f> points;  ///< pixels
    cv::Mat descriptors;              ///< CV_8UC1, a row each
};

/// `grey`: CV_8UC1, at least 64 pixels a side. Throws Error{NotFound} when the module can't be opened.
PictureFeatures pictureFeatures(const cv::Mat& grey);

/// Pixel of `from` → pixel of `to`, a similarity; absent when too few pairs agree on one. The same features
/// give the same numbers.
std::optional<cv::Matx33d> agreedSimilarity(const PictureFeatures& from, const PictureFeatures& to);

}  // namespace segad
