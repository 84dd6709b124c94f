#include "ui/session/segment_list_change.h"

#include <QColor>
#include <algorithm>

#include <opencv2/core.hpp>

#include "core/image/heat_colors.h"
#include "core/workflow/segment_names.h"
#include "ui/session/segment_book.h"

namespace segad::ui {

namespace {
/// What of a purpose is painted differently once its labels have moved.
void findMoved(Project& project, PaintedPurpose purpose, const std::vector<std::uint8_t>& table,
               std::vector<SegmentListChange::Painted>& found) {
    const cv::Mat lookup(1, static_cast<int>(table.size()), CV_8UC1, const_cast<std::uint8_t*>(table.data()));
    for (const PaintedMapRecord& record : project.paintedMaps().all(purpose)) {
        const std::optional<cv::Mat> labels = project.paintedMaps().get(record.part, purpose);
        if (!labels) continue;
        cv::Mat moved;
        cv::LUT(*labels, lookup, moved);
        if (cv::countNonZero(moved != *labels) == 0) continue;
        found.push_back({.purpose = purpose,
                         .part = record.part,
                         .size = labels->size(),
                         .before = packRuns(*labels),
                         .after = packRuns(moved)});
    }
}

std::vector<SegmentListChange::Painted> allMoved(Project& project, const SegmentListChange& change) {
    std::vector<SegmentListChange::Painted> found;
    if (change.maps.empty()) return found;
    findMoved(project, PaintedPurpose::Strokes, change.strokes, found);
    findMoved(project, PaintedPurpose::Template, change.maps, found);
    // Fixed maps are numbered as the maps in force, which may come from elsewhere.
    if (std::ranges::equal(project.segments().names(), change.before, {}, &SegmentRecord::name,
                           &SegmentRecord::name))
        findMoved(project, PaintedPurpose::Fix, change.maps, found);
    return found;
}

/// A colour that no segment has yet, as long as there are some.
std::string freeColor(const std::vector<SegmentRecord>& segments) {
    for (std::size_t label = segments.size(); label < segments.size() + 16; ++label) {
        std::string color = usualSegmentColor(label);
        if (std::ranges::find(segments, color, &SegmentRecord::color) == segments.end()) return color;
    }
    return usualSegmentColor(segments.size());
}

std::vector<SegmentRecord> withoutRow(std::vector<SegmentRecord> segments, int row) {
    segments.erase(segments.begin() + row);
    for (std::size_t i = 0; i < segments.size(); ++i)
        segments[i].index = static_cast<int>(i);
    return segments;
}

/// Every label's new number when `gone` goes and becomes `into`, a number of before.
std::vector<std::uint8_t> moved(int gone, std::uint8_t into) {
    std::vector<std::uint8_t> table(256);
    const auto after = [gone](int label) {
        return static_cast<std::uint8_t>(label > gone && label < SegmentBook::kUnpainted ? label - 1 : label);
    };
    for (int label = 0; label < 256; ++label)
        table[static_cast<std::size_t>(label)] = after(label == gone ? into : label);
    return table;
}
}  // namespace

std::string usualSegmentColor(std::size_t label) {
    const cv::Vec3b color = segmentColor(static_cast<int>(label));
    return QColor(color[0], color[1], color[2]).name().toStdString();
}

SegmentListChange segmentAdded(const std::vector<SegmentRecord>& segments, const std::string& name) {
    SegmentListChange change{.before = segments, .after = segments};
    change.after.push_back(
        {.index = static_cast<int>(segments.size()), .name = name, .color = freeColor(segments)});
    return change;
}

SegmentListChange segmentMerged(const std::vector<SegmentRecord>& segments, int from, int into) {
    const std::vector<std::uint8_t> table = moved(from, static_cast<std::uint8_t>(into));
    return {.before = segments, .after = withoutRow(segments, from), .strokes = table, .maps = table};
}

SegmentListChange segmentDropped(const std::vector<SegmentRecord>& segments, int index) {
    return {.before = segments,
            .after = withoutRow(segments, index),
            .strokes = moved(index, SegmentBook::kUnpainted),
            .maps = moved(index, 0)};
}

bool writeSegmentList(Project& project, SegmentListChange& change, bool forward) {
    const std::vector<SegmentRecord>& from = forward ? change.before : change.after;
    const std::vector<SegmentRecord>& to = forward ? change.after : change.before;
    if (from.size() == to.size() && change.maps.empty()) return renameSegments(project, from, to);
    Transaction transaction = project.transaction();
    if (!change.painted) change.painted = allMoved(project, change);
    for (const SegmentListChange::Painted& painted : *change.painted) {
        cv::Mat labels(painted.size, CV_8UC1);
        unpackRuns(forward ? painted.after : painted.before, labels);
        project.paintedMaps().put(painted.part, painted.purpose, labels);
    }
    project.paintedMaps().setSegments(to);
    transaction.commit();
    return false;
}

}  // namespace segad::ui
