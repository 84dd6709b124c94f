// What would come of what is painted in a project: learned anew after a stroke, and shown on single parts.
// Nothing is stored.
//
// Threads: any, one at a time.
#pragma once

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
    /// Learns from what is painted now, for a source that learns from it (catalog.h). Throws Error{NotFound}
    /// when nothing is painted, Error{InvalidData} when it is not enough, and Cancelled.
    SegmentTrial(const Path& project, const std::string& source, const Json& params, Job& job);
    ~SegmentTrial();
    SegmentTrial(const SegmentTrial&) = delete;
    SegmentTrial& operator=(const SegmentTrial&) = delete;

    /// Throws Error naming the part.
    TriedPart look(PartId part) const;
    /// The part whose map is the least certain among these, and how uncertain it is. At most `most` of them
    /// are looked at, spread evenly; parts that can't be read are left out. 0 when nothing is left. Throws
    /// Cancelled.
    std::pair<PartId, double> leastCertain(std::span<const PartId> among, std::size_t most, Job& job) const;

private:
    Project project_;
    std::unique_ptr<SegmentSource> source_;
};

}  // namespace segad
