// Steps of training a whole network on good and bad parts: what a step looks at and which loss it sees is the
// method's (Lesson); rates, gradients, the optimiser and stopping within a step are the same for all.
#pragma once

#include <memory>

#include <torch/optim/optimizer.h>

#include "core/base/job.h"
#include "core/detector/fine_tuned_network_torch.h"
#include "core/detector/fine_tuning_options.h"
#include "core/detector/stepwise_torch.h"
#include "core/nn/training_loop_torch.h"

namespace segad {
class MadeUpDefects;
}

namespace segad::nn {

/// What is learnt from.
struct LessonMaterial {
    const TrainingPictures& good;
    const TrainingPictures& bad;
    std::uint64_t seed = 0;
    at::Device device = at::kCPU;
    const MadeUpDefects* madeUp = nullptr;  ///< of the good parts, where somebody offers them
};

class Lesson {
public:
    virtual ~Lesson() = default;

    virtual std::int64_t stepsPerEpoch() const = 0;
    /// The loss of step number `step`, with its graph; the network is in training mode. All that is random
    /// comes from the material's seed and the step.
    virtual at::Tensor loss(std::int64_t step) = 0;
    /// After the last step, in evaluation mode and without gradients.
    virtual void finish() {}
};

class FineTuning final : public Trainee {
public:
    /// All that is given outlives it. A step asks `job` after every block of the backbone whether to stop.
    FineTuning(FineTunedNetwork& network, Lesson& lesson, const FineTuningOptions& options, const Job& job);
    ~FineTuning() override;

    double step(std::int64_t step) override;
    StateDict save() override;
    void load(const StateDict& state) override;

private:
    double learn(std::int64_t step);

    FineTunedNetwork& network_;
    Lesson& lesson_;
    const FineTuningOptions& options_;
    std::unique_ptr<torch::optim::Optimizer> optimiser_;
};

/// `picture` as training sees it at `position` of its stream: turned by an angle of its own (black where
/// nothing was) when the options ask for rotation.
cv::Mat augmented(const cv::Mat& picture, const FineTuningOptions& options, std::uint64_t seed,
                  const std::string& position);

}  // namespace segad::nn
