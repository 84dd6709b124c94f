// Regions of many parts at once, in a way that can be taken back: what is long is done before the write lock
// is taken.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/image/region_runs.h"
#include "core/project/records.h"

namespace segad {

/// All of a part's regions; none when `runs.pixels` is 0.
struct PartRegions {
    PartId part = 0;
    RegionRuns runs;
    std::string origin;  ///< "user", "import", …

    /// Whether the same is painted, whoever has painted it.
    bool samePixels(const PartRegions& other) const;
};

/// What the parts have, in their order; none for one whose regions can't be read.
std::vector<PartRegions> regionsOf(const Path& project, std::span<const PartId> parts);

/// Regions::put() for all of them in one transaction, which takes milliseconds for hundreds. Throws
/// Error{InvalidData} for runs that don't fit their picture, and then nothing has changed.
void putRegions(const Path& project, std::span<const PartRegions> wanted);

/// The same for the parts that still have what is `expected` of them (in the order of `wanted`). The others,
/// on which somebody has painted since or which are gone, are left alone and returned.
std::vector<PartId> putRegionsIf(const Path& project, std::span<const PartRegions> expected,
                                 std::span<const PartRegions> wanted);

}  // namespace segad
