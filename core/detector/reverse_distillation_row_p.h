// Reverse Distillation's row of the catalog.
#pragma once

#include "core/detector/catalog.h"

namespace segad {

DetectorInfo reverseDistillationRow();

}  // namespace segad
