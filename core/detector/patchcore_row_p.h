// PatchCore's row of the catalog.
#pragma once

#include "core/detector/catalog.h"

namespace segad {

DetectorInfo patchCoreRow();

}  // namespace segad
