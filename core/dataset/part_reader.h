// Opening what a layout has listed: every picture is decoded once, so that a broken one is found at import.
#pragma once

#include <vector>

#include "core/base/job.h"
#include "core/dataset/listing.h"
#include "core/dataset/scan.h"
#include "core/image/image.h"

namespace segad {

/// What was found in one part's files.
struct PartReading {
    bool usable = false;  ///< false: an Error is among the findings
    ImageInfo info;
    std::vector<Finding> findings;
};

/// Fills in size, time, hash, width and height of every part, and looks at its mask: one of another size or
/// unreadable, and one of a good part that marks anything, are errors; a blank mask of a good part is
/// dropped. Works on all threads; throws only Cancelled. Readings are in the order of the parts.
std::vector<PartReading> readParts(const Listing& listing, std::vector<ScannedPart>& parts, Job& job);

}  // namespace segad
