// What a training request means for a project: roles, complete parameters, backbone, cost, and the stopped
// run it could go on with. Private to the room.
#pragma once

#include <optional>

#include "core/detector/catalog.h"
#include "core/project/project.h"
#include "core/workflow/backbone_choice.h"
#include "core/workflow/cost_memory.h"
#include "core/workflow/requests.h"
#include "core/workflow/roles.h"

namespace segad {

struct ResolvedTraining {
    const DetectorInfo& info;
    Json params;   ///< complete
    Json options;  ///< RunRecord::options: the rest of what decides the result
    BackboneChoice backbone;
    RoleTable roles;
    int folds = 0;           ///< of cross-fitting, 0 = none
    CostQuestion question;   ///< of the detector that is kept
    CostEstimate cost;       ///< of it, as this machine has shown (cost_memory.h)
    CostFactors factors;     ///< by which the catalog's estimate was refined
    double foldSeconds = 0;  ///< to train on the folds, all of them together

    bool learnsFromBad() const { return info.supervision == Supervision::GoodAndBad; }
    double trainSeconds() const { return cost.trainSeconds + foldSeconds; }
};

/// Throws Error{NotFound} (detector), Error{InvalidArgument} (parameters), Error{MissingWeights} and what
/// else the detector's inputs lack, Error{InvalidData} (too few parts), Error{OutOfMemory} when the estimate
/// exceeds what is free on this machine: all that can be known before the first step.
ResolvedTraining resolveTraining(const Project& project, const TrainRequest& request,
                                 const DetectorInfo& info);

/// The record of a run that does it; neither started nor with a snapshot.
RunRecord trainRecord(const TrainRequest& request, const ResolvedTraining& training);

/// The newest run that an equal request was stopped in, and that has checkpoints to go on from.
std::optional<RunRecord> stoppedRun(const Project& project, const RunRecord& wanted, const RoleTable& roles);

/// An equal training whose model is there, the newest; parts may lack scores.
std::optional<RunRecord> finishedRun(const Project& project, const RunRecord& wanted, const RoleTable& roles);

/// Removes the checkpoints of stopped runs that asked what the finished `run` has answered.
void dropAnsweredCheckpoints(Project& project, const RunRecord& run);

}  // namespace segad
