// Segment maps for pictures outside the project, made the way a Segment run made those inside. Private to
// the room.
//
// Threads: make() from several at once.
#pragma once

#include <memory>
#include <vector>

#include "core/base/error.h"
#include "core/project/project.h"
#include "core/segment/segment_source.h"

namespace segad {

/// A picture has no segment map that the forest can use.
class NoSegmentMap : public Error {
public:
    explicit NoSegmentMap(const Error& why) : Error(why) {}
};

class SegmentMaker {
public:
    /// `components` is what the forest was fitted with. `sources`: folders from which maps made elsewhere
    /// are found for the pictures below them; other pictures have them beside or below their own folder.
    SegmentMaker(std::unique_ptr<SegmentSource> source, int components, std::vector<Path> sources = {});
    /// As a Segment run of the project made its maps.
    SegmentMaker(const Project& project, const RunRecord& segmentRun, int components);

    /// The map of the picture in `file`. Throws NoSegmentMap naming it: when it can't be made, and when it
    /// has other components than the forest knows.
    SegmentMap make(const cv::Mat& rgb, const Path& file) const;
    /// Whether a picture below the inspected folder ('/'-separated) is no part but the map of one: it lies in
    /// the folder where maps are looked for beside pictures.
    bool isMap(const std::string& path) const;

private:
    SegmentMap mapOf(const cv::Mat& rgb, const Path& file) const;

    std::unique_ptr<SegmentSource> source_;
    int components_;
    std::vector<Path> sources_;
};

}  // namespace segad
