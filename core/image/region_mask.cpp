#include "core/image/region_mask.h"

#include <algorithm>

#include <opencv2/core.hpp>

namespace segad {

namespace {
constexpr std::uint8_t kPainted = 255;

int countPainted(const uchar* begin, const uchar* end) {
    int count = 0;
    for (; begin != end; ++begin)
        count += *begin & 1;
    return count;
}
}  // namespace

RegionMask::RegionMask(cv::Size size) : painting_(cv::Mat::zeros(size, CV_8UC1)) {}

RegionMask::RegionMask(const cv::Mat& mask)
    : painting_(cv::Mat(mask != 0)), area_(cv::countNonZero(painting_.pixels())) {}

cv::Rect RegionMask::paint(std::span<const Span> spans, bool on) {
    const cv::Mat& pixels = painting_.pixels();
    cv::Rect changed;
    for (const Span& span : spans) {
        const int begin = std::max(span.begin, 0);
        const int end = std::min(span.end, pixels.cols);
        if (span.y < 0 || span.y >= pixels.rows || begin >= end) continue;
        const uchar* row = pixels.ptr(span.y);
        const int painted = countPainted(row + begin, row + end);
        area_ += on ? end - begin - painted : -painted;
        changed |= painting_.paint({&span, 1}, on ? kPainted : 0);
    }
    return changed;
}

cv::Rect RegionMask::revert() {
    const cv::Rect changed = painting_.revert();
    if (!changed.empty()) area_ = cv::countNonZero(pixels());
    return changed;
}

cv::Rect RegionMask::undo(const PaintDelta& step) {
    const cv::Rect changed = painting_.undo(step);
    area_ = cv::countNonZero(pixels());
    return changed;
}

cv::Rect RegionMask::redo(const PaintDelta& step) {
    const cv::Rect changed = painting_.redo(step);
    area_ = cv::countNonZero(pixels());
    return changed;
}

}  // namespace segad
