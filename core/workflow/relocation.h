// Images that are not where the project says: which sources, and where they may be now.
#pragma once

#include <vector>

#include "core/base/job.h"
#include "core/project/project.h"

namespace segad {

struct MissingSource {
    SourceId source = 0;
    Path folder;  ///< where its images were, absolute
    std::size_t parts = 0;
    /// Folders that hold files of the same names and sizes, the first and the last of which are the very
    /// same, likeliest first: where a source has moved to that was beside this one, then folders of the same
    /// name near the project. At most three.
    std::vector<Path> likely;
};

/// Sources that have parts and none of whose pictures (of a sample) is in its place. Looks at names and sizes
/// of a few files, and into some, so it takes as long as the disk does to answer: not for a thread that must
/// not wait.
std::vector<MissingSource> missingSources(const Project& project);

/// Points a source to the folder its images have moved to. Reports one unit per part. Throws what
/// Parts::relocate() throws, which compares sizes and hashes; nothing has changed then.
void relocateSource(const Path& project, SourceId source, const Path& folder, Job& job);

}  // namespace segad
