// What would come of what is painted in a project: learned anew after a stroke, and shown on single parts.
// Nothing is stored.
//
// Life:    make -> learn -> look, look, … -> learn -> …
// Threads: any, one at a time.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include <opencv2/core/mat.hpp>

#include "core/base/job.h"
#include "core/base/json.h"
#include "core/image/segment_map.h"
#include "core/project/project.h"

namespace segad {

class SegmentSource;

/// What would be made of a part.
struct TriedPart {
    SegmentMap map;
    std::optional<double> doubt;  ///< as in SegmentDoubtRecord
    cv::Mat uncertainty;          ///< CV_32FC1 at the map's size, 0…1; empty where the source can't tell
};

class SegmentTrial {
public:
    /// For a source that learns from what is painted (catalog.h). Throws Error{NotFound} for a project that
    /// is not there, Error{InvalidArgument} for another source or wrong parameters.
    SegmentTrial(const Path& project, const std::string& source, const Json& params);
    ~SegmentTrial();
    SegmentTrial(const SegmentTrial&) = delete;
    SegmentTrial& operator=(const SegmentTrial&) = delete;

    /// Learns from what is painted now; again after more strokes, which is quicker than the first time.
    /// Throws Error{NotFound} when nothing is painted, Error{InvalidData} when it is not enough, and
    /// Cancelled; then it has to be called again before the others.
    void learn(Job& job);

    /// Throws Error naming the part. Requires learn().
    TriedPart look(PartId part) const;
    /// The part whose map is the least certain among these, and how uncertain it is. At most `most` of them
    /// are looked at, spread evenly; parts that can't be read are left out. 0 when nothing is left. Throws
    /// Cancelled.
    std::pair<PartId, double> leastCertain(std::span<const PartId> among, std::size_t most, Job& job) const;

private:
    cv::Mat picture(const PartRecord& part);

    Project project_;
    PaintedPurpose purpose_;
    /// Painted pictures, as long as they are not many.
    std::map<PartId, std::pair<std::string, cv::Mat>> pictures_;
    std::unique_ptr<SegmentSource> source_;
};

}  // namespace segad
