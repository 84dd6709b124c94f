#include <opencv2/imgproc.hpp>
#include <torch/optim/adam.h>
#include <torch/optim/sgd.h>

#include "core/base/random.h"
#include "core/detector/fine_tuning_torch.h"
#include "core/nn/checkpoint_torch.h"
// LibTorch 1.13's forgets to include what it needs: tensors must be known before it.
#include <torch/nn/utils/clip_grad.h>

namespace segad::nn {

namespace {
std::unique_ptr<torch::optim::Optimizer> optimiserFor(FineTunedNetwork& network,
                                                      const FineTuningOptions& options) {
    if (options.momentum < 0) {
        return std::make_unique<torch::optim::Adam>(
            network.parameters(),
            torch::optim::AdamOptions(options.learningRate).weight_decay(options.weightDecay));
    }
    return std::make_unique<torch::optim::SGD>(network.parameters(),
                                               torch::optim::SGDOptions(options.learningRate)
                                                   .momentum(options.momentum)
                                                   .weight_decay(options.weightDecay));
}
}  // namespace

FineTuning::FineTuning(FineTunedNetwork& network, Lesson& lesson, const FineTuningOptions& options,
                       const Job& job)
    : network_(network), lesson_(lesson), options_(options), optimiser_(optimiserFor(network, options)) {
    network_.backbone()->watch([&job] {
        if (job.cancelled()) throw StepStopped();
    });
}

FineTuning::~FineTuning() {
    network_.backbone()->watch({});
}

double FineTuning::step(std::int64_t step) {
    // What a forward pass changes before the optimiser does.
    std::vector<at::Tensor> statistics;
    for (const at::Tensor& buffer : network_.buffers())
        statistics.push_back(buffer.clone());
    try {
        return learn(step);
    } catch (const StepStopped&) {
        std::vector<at::Tensor> changed = network_.buffers();
        for (std::size_t i = 0; i < changed.size(); ++i)
            changed[i].copy_(statistics[i]);
        throw Cancelled{};
    }
}

double FineTuning::learn(std::int64_t step) {
    network_.train();
    setLearningRate(*optimiser_, options_.rateOf(step, lesson_.stepsPerEpoch()));
    optimiser_->zero_grad();
    const at::Tensor loss = lesson_.loss(step);
    loss.backward();
    if (options_.gradientClip > 0)
        torch::nn::utils::clip_grad_norm_(network_.parameters(), options_.gradientClip);
    optimiser_->step();
    return loss.item<double>();
}

StateDict FineTuning::save() {
    StateDict state = withPrefix(network_.state(), "network.");
    state.merge(optimiserState(*optimiser_, "optimiser."));
    return state;
}

void FineTuning::load(const StateDict& state) {
    copyState(state, "network.", network_.state());
    loadOptimiserState(*optimiser_, state, "optimiser.");
}

cv::Mat augmented(const cv::Mat& picture, const FineTuningOptions& options, std::uint64_t seed,
                  const std::string& position) {
    if (!options.rotation) return picture;
    SplitMix64 random(seed, "rotation " + position);
    const cv::Point2f centre(static_cast<float>(picture.cols - 1) / 2,
                             static_cast<float>(picture.rows - 1) / 2);
    cv::Mat turned;
    cv::warpAffine(picture, turned, cv::getRotationMatrix2D(centre, random.uniform(-180, 180), 1),
                   picture.size(), cv::INTER_NEAREST, cv::BORDER_CONSTANT);
    return turned;
}

}  // namespace segad::nn
