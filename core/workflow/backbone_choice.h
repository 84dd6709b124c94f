// Which backbone a training uses when the user names none. Private to the room.
#pragma once

#include <string>

#include "core/base/json.h"
#include "core/detector/catalog.h"

namespace segad {

struct BackboneChoice {
    std::string name;    ///< of the backbone catalog; "" for a detector without one
    std::string remark;  ///< what the user should know about it; may be empty
};

/// `wanted` when it is not empty; else imported ImageNet ResNet-18 when it has the layers the detector
/// needs with these (complete) parameters, else the embedded backbone when it has them, else the untrained
/// one with a remark that says so. A detector that imitates a teacher gets the one imported under the
/// architecture's name, else one made here, else Error{MissingWeights} that says how to come by one.
/// Throws Error{MissingWeights} for a name under which nothing is known, or not all the layers,
/// Error{InvalidArgument} for weights of a kind the detector can't use.
BackboneChoice chooseBackbone(const std::string& wanted, const DetectorInfo& detector, const Json& params);

}  // namespace segad
