// Which backbones a training may use, for the form that lets the user choose.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/nn/backbones.h"

namespace segad {

struct BackboneOffer {
    std::string name;   ///< for TrainRequest::backbone
    std::string title;  ///< of the catalog; "" for a name of the user's own
    std::string note;   ///< of the catalog; "" for a name of the user's own
    std::string architecture;
    WeightOrigin origin = WeightOrigin::Imported;
    std::string lastLayer;   ///< "layer3": stages up to it are there; "teacher" for a teacher
    bool fits = true;        ///< it has the layers the detector needs with these parameters
    bool preferred = false;  ///< what a training without a choice uses
};

/// Imported ones by name, the embedded one, the untrained one, as far as the detector can use their kind; one
/// is preferred, none when it needs a teacher and there is none. `params` are complete. Throws
/// Error{NotFound} for an unknown detector.
std::vector<BackboneOffer> offerBackbones(const std::string& detector, const Json& params);

/// The row of the catalog that costs what `backbone` costs: itself, or the first of the architecture that
/// was imported under this name; "" when there is none.
std::string catalogBackboneLike(const std::string& backbone);

}  // namespace segad
