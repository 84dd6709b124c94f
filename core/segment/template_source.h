// One or a few maps painted by hand, carried to every other part by registration. For parts that sit nearly
// alike; registration.h and local_flow.h say how.
#pragma once

#include "core/segment/catalog.h"

namespace segad {

SegmentSourceInfo templateSourceRow();

}  // namespace segad
