// Where a template may lie on a part: phase correlation for the shift, and of the spectra's logarithmic polar
// pictures for turn and size (Reddy and Chatterji, TIP 1996). Private to the room.
//
// Threads: immutable.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>
#include <opencv2/core/matx.hpp>

namespace segad {

class PhaseStarts {
public:
    /// `reference`: CV_32FC1, the template.
    explicit PhaseStarts(const cv::Mat& reference);

    /// Some places to begin with, pixel of the template → pixel of `picture`, which has the template's size.
    std::vector<cv::Matx33d> of(const cv::Mat& picture) const;

private:
    cv::Mat reference_;
    cv::Mat polar_;  ///< of its spectrum
};

}  // namespace segad
