// What was painted in a project, as segment sources and workflows want it. Private to the room.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/project/project.h"
#include "core/segment/segment_source.h"
#include "core/workflow/requests.h"

namespace segad {

/// The part of this path; throws Error{NotFound} naming it.
PartRecord requirePart(const Project& project, const std::string& path);

/// Templates or strokes of the project with the pictures they were painted on. A painted part whose picture
/// can't be read throws. `picture` gives a part's picture; without it, it is read from its file.
Paintings paintingsOf(const Project& project, PaintedPurpose purpose,
                      const std::function<cv::Mat(const PartRecord&)>& picture = {});

/// Maps of single parts read from files, with what the labels are called: `names` when there are any, else
/// those of the project when they are enough, else "background", "segment 1", ….
Paintings paintingsFrom(const Project& project, const std::vector<PartMapFile>& files,
                        const std::vector<std::string>& names);

/// "#rrggbb" of the colour a label gets when nobody has chosen one.
std::string usualSegmentColor(int label);

}  // namespace segad
