// One size of a template that parts are laid under: climbs to the largest enhanced correlation coefficient
// (Evangelidis and Psarakis, PAMI 2008) in its inverse compositional form, whose gradients and normal
// equations belong to the template and are computed once for all parts. Private to the room.
//
// Threads: immutable.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include <opencv2/core/mat.hpp>
#include <opencv2/core/matx.hpp>

namespace segad {

enum class Motion { Translation, Euclidean, Affine, Homography };
std::string_view toString(Motion motion) noexcept;

class EccLevel {
public:
    /// `picture`: CV_32FC1.
    explicit EccLevel(cv::Mat picture);

    const cv::Mat& picture() const noexcept { return picture_; }

    /// From `warp` (pixel of the template → pixel of the part) to a better one, at most `rounds` times. 1 −
    /// correlation there; 2 when the two hardly meet. `part` has the template's size.
    double climb(const cv::Mat& part, Motion motion, int rounds, cv::Matx33d& warp) const;

private:
    cv::Mat picture_;
    std::vector<cv::Mat> steps_;      ///< 8 pictures: change of brightness with each number of a homography
    std::array<cv::Mat, 4> inverse_;  ///< of the normal equations, by motion; empty: can't be solved
};

}  // namespace segad
