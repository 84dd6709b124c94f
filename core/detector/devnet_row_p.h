#pragma once

#include "core/detector/catalog.h"

namespace segad {

DetectorInfo devNetRow();

}  // namespace segad
