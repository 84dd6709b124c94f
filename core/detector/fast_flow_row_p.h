// FastFlow's row of the catalog.
#pragma once

#include "core/detector/catalog.h"

namespace segad {

DetectorInfo fastFlowRow();

}  // namespace segad
