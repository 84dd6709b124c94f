// An 8-bit picture that is painted on, with undo. What is painted is recorded tile by tile: commit() turns it
// into a step that can be undone and redone, bit for bit.
//
// Life:    made from pixels -> paint, paint, ... -> commit -> undo, redo, ...
// Threads: a plain value; one thread at a time.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace segad {

/// The pixels begin ≤ x < end of row y. What the tools hand to a picture.
struct Span {
    int y = 0;
    int begin = 0;
    int end = 0;

    bool operator==(const Span&) const = default;
};
using Spans = std::vector<Span>;

/// One step of painting: the tiles it changed, before and after, as run lengths (a few hundred bytes each).
class PaintDelta {
public:
    bool isEmpty() const noexcept { return tiles_.empty(); }
    /// Of the image it belongs to.
    cv::Size imageSize() const noexcept { return imageSize_; }
    /// The tiles that differ, in image pixels.
    std::vector<cv::Rect> tiles() const;
    /// Memory it keeps.
    std::size_t bytes() const;

private:
    friend class TilePainting;
    struct Tile {
        cv::Rect area;
        std::string before;
        std::string after;
    };
    cv::Size imageSize_;
    std::vector<Tile> tiles_;
};

class TilePainting {
public:
    static constexpr int kTileSide = 256;

    /// CV_8UC1; copied.
    explicit TilePainting(const cv::Mat& pixels);

    cv::Size size() const { return pixels_.size(); }
    /// CV_8UC1, continuous. Shares the memory: copy it before it crosses a thread.
    const cv::Mat& pixels() const noexcept { return pixels_; }

    /// Gives the pixels this value; what lies outside of the image is left out. Returns a rectangle that
    /// holds all pixels that changed, empty when none did.
    cv::Rect paint(std::span<const Span> spans, std::uint8_t value);

    /// What changed since the last commit, as one step; empty when nothing did.
    PaintDelta commit();
    /// Takes back what was painted since the last commit. Returns the rectangle to look at anew.
    cv::Rect revert();

    /// Puts the step's tiles to what they were before (undo) or after it (redo); what was not committed is
    /// taken back first. Returns the rectangle to look at anew. Throws Error{InvalidArgument} for a step of
    /// an image of another size.
    cv::Rect undo(const PaintDelta& step);
    cv::Rect redo(const PaintDelta& step);

private:
    cv::Rect tileAt(int column, int row) const;
    void keepTiles(const Span& span);
    cv::Rect apply(const PaintDelta& step, std::string PaintDelta::Tile::*state);

    cv::Mat pixels_;
    std::map<std::pair<int, int>, cv::Mat> open_;  ///< tiles (row, column) as they were at the last commit
};

/// 8-bit pixels as lengths of runs of one value: a few hundred bytes for a painted map.
std::string packRuns(const cv::Mat& pixels);
/// Into pixels of the same size as those that were packed.
void unpackRuns(const std::string& runs, cv::Mat pixels);

}  // namespace segad
