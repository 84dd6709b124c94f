// Segments without any painting: places of the good parts that a backbone sees alike are one segment.
#pragma once

#include <string>

#include "core/segment/catalog.h"

namespace segad {

SegmentSourceInfo clustersSourceRow();

/// The parameter "merge" of `count` clusters whose parameter is `merge` now, when segment `from` becomes part
/// of segment `into`, too. Throws Error{InvalidArgument} for segments that are not there.
std::string mergedFurther(const std::string& merge, int count, int from, int into);

}  // namespace segad
