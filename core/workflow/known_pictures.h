// Pictures that somebody who judges them has learned from. Private to the room.
#pragma once

#include <cstddef>

#include "core/dataset/listing.h"
#include "core/project/project.h"

namespace segad {

/// How many pictures of the listing are byte-identical to parts that the judge (a forest, or a detector
/// alone) or a detector under it has learned from. Reads only files of the size of such a part.
std::size_t countKnownPictures(const Project& project, const RunRecord& judge, const Listing& listing);

}  // namespace segad
