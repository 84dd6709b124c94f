// Motions as matrices that take a pixel of one picture to the pixel of another, and pictures that are moved
// by them. Private to the room.
#pragma once

#include <algorithm>

#include <opencv2/core/mat.hpp>
#include <opencv2/core/matx.hpp>

namespace segad {

/// Coordinates whose origin is the middle of a picture and whose unit is half its longer side.
struct CentredFrame {
    double cx;
    double cy;
    double scale;  ///< pixels of one unit
    explicit CentredFrame(cv::Size size)
        : cx((size.width - 1) / 2.0),
          cy((size.height - 1) / 2.0),
          scale(std::max(size.width, size.height) / 2.0) {}
    cv::Matx33d toPixels() const { return {scale, 0, cx, 0, scale, cy, 0, 0, 1}; }
    cv::Matx33d toUnits() const { return {1 / scale, 0, -cx / scale, 0, 1 / scale, -cy / scale, 0, 0, 1}; }
};

cv::Matx33d shiftWarp(const cv::Point2d& shift);

/// The same motion in pictures that are larger by `factor`.
cv::Matx33d scaledWarp(const cv::Matx33d& warp, double factor);

/// The part as the template sees it, and which pixels of the template meet the part.
void pullBack(const cv::Mat& part, const cv::Matx33d& warp, cv::Mat& pulled, cv::Mat& valid);

}  // namespace segad
