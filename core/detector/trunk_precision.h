// The precision of the frozen trunk a detector learns and scores from, and of what was learnt on it when it
// scores (core/nn/precision.h): a parameter of every detector that has such a trunk.
#pragma once

#include "core/detector/catalog.h"
#include "core/detector/detector.h"
#include "core/nn/precision.h"

namespace segad {

inline constexpr const char* kPrecisionParam = "precision";

ParamSpec precisionParam();

/// What the configuration says over what its parameters say; models of before have no such parameter, and
/// float32.
Precision trunkPrecision(const DetectorConfig& config);

}  // namespace segad
