// An anomaly map: what a detector saw, one float per pixel, higher is worse, raw (comparable only
// within one trained detector). Immutable; copies share the pixels.
#pragma once

#include <string>

#include <opencv2/core/mat.hpp>

namespace segad {

class AnomalyMap {
public:
    /// Takes CV_32FC1 with at least one pixel. Throws Error{InvalidData} naming `subject` when a value
    /// is not finite (segad.md § 2: refuse, never feed).
    AnomalyMap(cv::Mat pixels, const std::string& subject);

    const cv::Mat& pixels() const noexcept { return pixels_; }
    cv::Size size() const { return pixels_.size(); }
    /// Largest value: the detector's score as a forest feature (segad.md § 1).
    float maximum() const;
    /// Bilinear, half-pixel centres (align_corners = false), to `size`.
    AnomalyMap resized(cv::Size size) const;

private:
    cv::Mat pixels_;
};

}  // namespace segad
