// The backbone a segment source looks through. Private to the room.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/param_spec.h"
#include "core/nn/feature_extractor.h"

namespace segad {

/// Opens the backbone `name` ("" = the embedded one) for pictures of side × side; the weights must be those
/// of `identity` unless that is "".
std::unique_ptr<FeatureExtractor> openSourceBackbone(const std::string& name, const std::vector<int>& layers,
                                                     int side, const std::string& identity);

/// The parameter that names it.
ParamSpec sourceBackboneParam();
/// The side of the maps, which is that of the pictures it sees.
ParamSpec sourceSideParam();

}  // namespace segad
