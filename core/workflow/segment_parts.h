// Parts as segment sources see them, and the source of a request. Private to the room.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/project/project.h"
#include "core/segment/segment_source.h"

namespace segad {

SegmentPart segmentPart(const Project& project, const PartRecord& part);
std::vector<SegmentPart> segmentParts(const Project& project, const std::vector<PartRecord>& parts);

/// The source with the names that a user has given and a backbone that there is. Throws as
/// createSegmentSource().
std::unique_ptr<SegmentSource> createNamedSource(const std::string& source, Json params,
                                                 const std::vector<std::string>& names);

}  // namespace segad
