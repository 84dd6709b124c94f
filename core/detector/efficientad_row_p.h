// EfficientAD's rows of the catalog.
#pragma once

#include "core/detector/catalog.h"

namespace segad {

/// Two rows rather than a parameter: models of one project are told apart by their key, and both sizes may
/// serve one forest.
DetectorInfo efficientAdSmallRow();
DetectorInfo efficientAdMediumRow();

}  // namespace segad
