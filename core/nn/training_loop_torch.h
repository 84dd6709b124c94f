// The one training loop. Whoever learns implements Trainee: one optimiser step at a time, and what must
// outlive the process. The loop owns the rest: progress with remaining time, cancelling, the loss curve,
// checkpoints, resuming, and stopping when the loss is no number any more.
//
// All randomness of a step must come from its number (and the run's seed), never from how one got there;
// then a resumed run takes the same steps as one that was never interrupted, bit for bit where the
// machine computes deterministically (same thread count, same device).
//
// Torch's global generator (dropout) is seeded by the loop before each step.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/base/json.h"
#include "core/nn/loss_curve.h"
#include "core/nn/resnet_torch.h"

namespace segad::nn {

class Trainee {
public:
    virtual ~Trainee() = default;

    /// Takes optimiser step number `step` (0, 1, …) and returns the loss it saw. A step that takes seconds
    /// may ask its job in between and throw Cancelled, as long as it has changed nothing yet that save()
    /// keeps.
    virtual double step(std::int64_t step) = 0;

    /// Loss on pictures that are never trained on; asked for every `validateEvery` steps and at the end.
    virtual double validate() { return 0; }

    /// Float32 tensors by name: everything the next step depends on that is not in the plan.
    virtual StateDict save() = 0;
    /// The inverse. Throws Error{InvalidData} when a tensor is missing or misshapen.
    virtual void load(const StateDict& state) = 0;
};

struct TrainingPlan {
    std::int64_t steps = 0;
    std::uint64_t seed = 0;
    std::string name;  ///< for messages: "FastFlow", "compact backbone"

    /// Where the state is kept while it is being trained; empty = nowhere.
    Path checkpoint;
    std::chrono::seconds checkpointEvery{120};
    /// Once so many steps are done the state is also kept here, and stays.
    struct Milestone {
        std::int64_t step = 0;
        Path file;
    };
    std::optional<Milestone> milestone;
    /// What the checkpoint must agree with to be continued: parameters, seed, data. Not the step count,
    /// where more steps merely go on.
    Json fingerprint = Json::object();
    Path resumeFrom;  ///< go on from this checkpoint if it is there; empty = start anew

    std::int64_t validateEvery = 0;  ///< 0 = never
    /// Only deterministic algorithms of LibTorch, and an error where it has none.
    bool deterministic = false;
    /// Called on the training thread with each new point of the curve.
    std::function<void(const LossPoint&)> onPoint;
};

/// Trains until plan.steps are done. Throws
/// - Cancelled, after a checkpoint was written;
/// - Error{InvalidData} when the loss is not finite: the last checkpoint stays as it was;
/// - Error{InvalidArgument} when the checkpoint belongs to other parameters;
/// - what LibTorch's failures mean (runtime_torch.h) and what writing the checkpoint throws.
/// The checkpoint is left in place; whoever has stored the result removes it.
LossCurve trainInSteps(Trainee& trainee, const TrainingPlan& plan, Job& job);

}  // namespace segad::nn
