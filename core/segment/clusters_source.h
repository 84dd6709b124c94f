// Segments without any painting: places of the good parts that a backbone sees alike are one segment.
#pragma once

#include "core/segment/catalog.h"

namespace segad {

SegmentSourceInfo clustersSourceRow();

}  // namespace segad
