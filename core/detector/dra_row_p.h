#pragma once

#include "core/detector/catalog.h"

namespace segad {

DetectorInfo draRow();

}  // namespace segad
