// Trainings that were cancelled, have failed or were killed, and can go on from their checkpoints.
#pragma once

#include <vector>

#include "core/nn/loss_curve.h"
#include "core/project/project.h"
#include "core/workflow/requests.h"

namespace segad {

struct StoppedTraining {
    RunRecord run;
    TrainRequest request;  ///< for trainDetector(): goes on with it, unless parts or labels have changed
    LossCurve curve;       ///< of all sessions up to the newest checkpoint
    std::int64_t plannedSteps = 0;
    std::uint64_t bytes = 0;  ///< of its checkpoints
};

/// Newest first. Reads the heads of the checkpoints, not their tensors. A run whose checkpoints can't be read
/// is left out.
std::vector<StoppedTraining> stoppedTrainings(const Project& project);

}  // namespace segad
