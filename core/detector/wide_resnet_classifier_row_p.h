#pragma once

#include "core/detector/catalog.h"

namespace segad {

DetectorInfo wideResNetClassifierRow();

}  // namespace segad
