// The defect regions painted on one part, as one mask with undo (tile_painting.h).
//
// Life:    made empty or from a stored mask -> paint, paint, ... -> commit -> undo, redo, ...
// Threads: a plain value; one thread at a time.
#pragma once

#include <cstdint>
#include <span>

#include <opencv2/core/mat.hpp>

#include "core/image/tile_painting.h"

namespace segad {

class RegionMask {
public:
    static constexpr int kTileSide = TilePainting::kTileSide;

    explicit RegionMask(cv::Size size);
    /// From CV_8UC1 (copied); whatever is not 0 counts as painted.
    explicit RegionMask(const cv::Mat& mask);

    cv::Size size() const { return painting_.size(); }
    /// CV_8UC1, 0 or 255, continuous. Shares the memory: copy it before it crosses a thread.
    const cv::Mat& pixels() const noexcept { return painting_.pixels(); }
    /// Painted pixels.
    std::int64_t area() const noexcept { return area_; }

    /// Paints or erases; what lies outside of the image is left out. Returns the rectangle of the pixels that
    /// changed, empty when none did.
    cv::Rect paint(std::span<const Span> spans, bool on);

    /// These as in TilePainting.
    PaintDelta commit() { return painting_.commit(); }
    cv::Rect revert();
    cv::Rect undo(const PaintDelta& step);
    cv::Rect redo(const PaintDelta& step);

private:
    TilePainting painting_;
    std::int64_t area_ = 0;
};

}  // namespace segad
