// A run of a segment source over all parts, recorded. Private to the room.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/project/project.h"
#include "core/segment/segment_source.h"

namespace segad {

struct SegmentRun {
    std::string subject;           ///< key of the source
    Json params = Json::object();  ///< as they were asked for; the source's settled ones take their place
    SegmentSource& source;
    const std::vector<PartRecord>& records;
    const std::vector<SegmentPart>& parts;  ///< the same as the source sees them
    /// Before the first map, when the source has something to find out.
    std::function<void(Job&)> prepare;
    /// The components, once it is prepared.
    std::function<std::vector<SegmentRecord>()> segments;
    /// Label → label of maps that were fixed by hand, when the components are others than before; empty: the
    /// same.
    std::vector<std::uint8_t> moved;
    /// Stores more together with the end of the run.
    std::function<void(const std::vector<SegmentRecord>&)> store;
};

/// Makes the maps of all parts, those that were fixed by hand excepted, and puts them in force with their
/// components; the run's id. Throws Error when no part has got one, and Cancelled.
RunId recordSegmentRun(Project& project, const SegmentRun& run, Job& job);

}  // namespace segad
