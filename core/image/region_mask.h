// The defect regions painted on one part, as one mask with undo. What is painted is recorded tile by tile:
// commit() turns it into a step that can be undone and redone, bit for bit.
//
// Life:    made empty or from a stored mask -> paint, paint, ... -> commit -> undo, redo, ...
// Threads: a plain value; one thread at a time.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace segad {

/// The pixels begin ≤ x < end of row y. What the tools hand to the mask.
struct Span {
    int y = 0;
    int begin = 0;
    int end = 0;

    bool operator==(const Span&) const = default;
};
using Spans = std::vector<Span>;

/// One step of painting: the tiles it changed, before and after, as run lengths (a few hundred bytes each).
class RegionDelta {
public:
    bool isEmpty() const noexcept { return tiles_.empty(); }
    /// Of the image it belongs to.
    cv::Size imageSize() const noexcept { return imageSize_; }
    /// The tiles that differ, in image pixels.
    std::vector<cv::Rect> tiles() const;
    /// Memory it keeps.
    std::size_t bytes() const;

private:
    friend class RegionMask;
    struct Tile {
        cv::Rect area;
        std::string before;
        std::string after;
    };
    cv::Size imageSize_;
    std::vector<Tile> tiles_;
};

class RegionMask {
public:
    static constexpr int kTileSide = 256;

    explicit RegionMask(cv::Size size);
    /// From CV_8UC1 (copied); whatever is not 0 counts as painted.
    explicit RegionMask(const cv::Mat& mask);

    cv::Size size() const { return pixels_.size(); }
    /// CV_8UC1, 0 or 255, continuous. Shares the memory: copy it before it crosses a thread.
    const cv::Mat& pixels() const noexcept { return pixels_; }
    /// Painted pixels.
    std::int64_t area() const noexcept { return area_; }

    /// Paints or erases; what lies outside of the image is left out. Returns the rectangle of the pixels that
    /// changed, empty when none did.
    cv::Rect paint(std::span<const Span> spans, bool on);

    /// What changed since the last commit, as one step; empty when nothing did.
    RegionDelta commit();
    /// Takes back what was painted since the last commit. Returns the rectangle to look at anew.
    cv::Rect revert();

    /// Puts the step's tiles to what they were before (undo) or after it (redo); what was not committed is
    /// taken back first. Returns the rectangle to look at anew. Throws Error{InvalidArgument} for a step of
    /// an image of another size.
    cv::Rect undo(const RegionDelta& step);
    cv::Rect redo(const RegionDelta& step);

private:
    cv::Rect tileAt(int column, int row) const;
    void keepTiles(const Span& span);
    cv::Rect apply(const RegionDelta& step, std::string RegionDelta::Tile::*state);

    cv::Mat pixels_;
    std::int64_t area_ = 0;
    std::map<std::pair<int, int>, cv::Mat> open_;  ///< tiles (row, column) as they were at the last commit
};

}  // namespace segad
