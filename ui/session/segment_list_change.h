// Changes of the list of segments that a SegmentBook makes, and what they do to what is painted. Private to
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/project/project.h"

namespace segad::ui {

/// Another list of segments, and what was painted under their new numbers.
struct SegmentListChange {
    std::vector<SegmentRecord> before;
    std::vector<SegmentRecord> after;
    /// Label → label, for strokes, and for templates and fixed maps; both empty when only names change.
    std::vector<std::uint8_t> strokes;
    std::vector<std::uint8_t> maps;

    struct Painted {
        PaintedPurpose purpose;
        PartId part;
        cv::Size size;
        std::string before;
        std::string after;
    };
    /// What changes; found out when it is written for the first time, on the thread that writes.
    std::optional<std::vector<Painted>> painted;
};

/// The colour a segment has until somebody gives it another one: "#rrggbb".
std::string usualSegmentColor(std::size_t label);

/// A further segment, last, in a colour of its own.
SegmentListChange segmentAdded(const std::vector<SegmentRecord>& segments, const std::string& name);
/// What is painted as `from` is `into` from then on.
SegmentListChange segmentMerged(const std::vector<SegmentRecord>& segments, int from, int into);
/// Strokes of it are taken off; templates and fixed maps are background there.
SegmentListChange segmentDropped(const std::vector<SegmentRecord>& segments, int index);

/// Writes the change, forward or back; whether names of the maps in force have changed, too.
bool writeSegmentList(Project& project, SegmentListChange& change, bool forward);

}  // namespace segad::ui
