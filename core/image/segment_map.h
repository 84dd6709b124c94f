// A segment map: which product component each pixel belongs to. 8-bit labels, 0 … componentCount-1,
// 0 = background / first component. Immutable; copies share the pixels.
#pragma once

#include <string>

#include <opencv2/core/mat.hpp>

namespace segad {

class SegmentMap {
public:
    /// Takes CV_8UC1. Throws Error{InvalidData} naming `subject` when a label is ≥ componentCount
    /// (the count is fixed per project, segad.md § 6) or the picture is empty.
    SegmentMap(cv::Mat labels, int componentCount, const std::string& subject);

    /// Everything is component 0 (componentCount 1).
    static SegmentMap whole(cv::Size size);

    const cv::Mat& labels() const noexcept { return labels_; }
    int componentCount() const noexcept { return componentCount_; }
    cv::Size size() const { return labels_.size(); }
    /// Nearest neighbour, never interpolated (segad.md § 1).
    SegmentMap resized(cv::Size size) const;

private:
    cv::Mat labels_;
    int componentCount_;
};

}  // namespace segad
