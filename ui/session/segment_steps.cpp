#include "ui/session/segment_steps.h"

#include <algorithm>

#include <opencv2/core.hpp>

#include "core/workflow/segment_names.h"

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
}  // namespace

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
