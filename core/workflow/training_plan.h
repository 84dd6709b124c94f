// What a training request means for a project: roles, complete parameters, backbone, cost. Private to the
// room.
#pragma once

#include "core/detector/catalog.h"
#include "core/project/project.h"
#include "core/workflow/backbone_choice.h"
#include "core/workflow/requests.h"
#include "core/workflow/roles.h"

namespace segad {

struct ResolvedTraining {
    const DetectorInfo& info;
    Json params;  ///< complete
    BackboneChoice backbone;
    RoleTable roles;
    CostEstimate cost;
};

/// Throws Error{NotFound} (detector, backbone), Error{InvalidArgument} (parameters), Error{InvalidData}
/// (too few good parts), Error{OutOfMemory} when the estimate exceeds what is free on this machine.
ResolvedTraining resolveTraining(const Project& project, const TrainRequest& request);

}  // namespace segad
