// A few strokes on every segment of a few parts, from which trees learn what a segment looks like.
#pragma once

#include "core/segment/catalog.h"

namespace segad {

SegmentSourceInfo strokesSourceRow();

}  // namespace segad
