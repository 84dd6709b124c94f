// Segment maps made elsewhere: integer .npy arrays, indexed or grey pictures, one a part.
//
// For a part `test/bad/001.png` the map is looked for below the maps' folder as `test/bad/001.*`, then
// `bad/001.*` (the SegAD repository's visa_segm/<class>/{good|bad}/; parts from a folder good, ok or normal
// are good), then `001.*`; .npy before pictures. A map that would be found for two parts is refused.
#pragma once

#include "core/segment/catalog.h"

namespace segad {

SegmentSourceInfo filesSourceRow();

}  // namespace segad
