// A teacher of EfficientAD as a student (efficientad.md § 6).
#include <opencv2/core.hpp>
#include <torch/optim/adam.h>

#include "core/base/random.h"
#include "core/image/resize.h"
#include "core/nn/autocast_torch.h"
#include "core/nn/checkpoint_torch.h"
#include "core/nn/distil_batch_torch.h"
#include "core/nn/distil_student_torch.h"
#include "core/nn/patch_targets_torch.h"
#include "core/nn/pdn_torch.h"
#include "core/nn/picture_tensor_torch.h"
#include "core/nn/precision.h"
#include "core/nn/safetensors_writer.h"

namespace segad::nn {

namespace {
constexpr double kWeightDecay = 1e-5;
constexpr double kGreyShare = 0.1;

struct PdnBatch {
    at::Tensor pictures;  ///< [N,3,side,side], normalised, channels-last
    at::Tensor targets;   ///< [N,384,side/4,side/4], raw
};

class PdnStudent final : public DistilStudent {
public:
    PdnStudent(const DistilOptions& options, const DistilPictures& training, const DistilPictures& heldOut)
        : options_(options),
          shape_(pdnShape(options.student)),
          teacher_(openDistilTeacher(options, PatchTargets::kLastLayer)),
          targets_(*teacher_),
          training_(training),
          heldOut_(heldOut),
          mixed_(hasFastBFloat16()) {
        torch::manual_seed(options.seed);
        // Teachers are trained with padding; their parameters serve without it as well.
        student_ = Pdn(shape_, kTeacherChannels, /*padding=*/true);
        student_->to(teacher_->device());
        optimiser_ = std::make_unique<torch::optim::Adam>(
            student_->parameters(),
            torch::optim::AdamOptions(options.learningRate).weight_decay(kWeightDecay));
    }

    void prepare(Job& job) override {
        ChannelMoments moments;
        for (std::int64_t done = 0; done < options_.statisticsPictures; done += kDistilStatisticsBatch) {
            job.progress(static_cast<std::uint64_t>(done),
                         static_cast<std::uint64_t>(options_.statisticsPictures));
            moments.add(
                batch(training_.plain, kDistilStatistics + done, kDistilStatisticsBatch, kDistilSides.back())
                    .targets);
        }
        scale_ = moments.scale();
    }

    double step(std::int64_t step) override {
        setLearningRate(*optimiser_, distilRate(options_, step));
        const auto [side, count] = distilBatchOf(options_, step);
        const PdnBatch batch = this->batch(training_.plain, step * kDistilNumbersPerStep, count, side);
        at::Tensor output;
        {
            const AutocastScope mixed(mixed_, teacher_->device());
            output = student_->forward(batch.pictures);
        }
        const at::Tensor loss = (output.to(at::kFloat) - scale_.standardise(batch.targets)).square().mean();
        optimiser_->zero_grad();
        loss.backward();
        optimiser_->step();
        return loss.item<double>();
    }

    double validate() override {
        const at::NoGradGuard noGradient;
        at::Tensor errors;
        ChannelMoments moments;
        for (std::int64_t done = 0; done < options_.heldOutPictures; done += kDistilStatisticsBatch) {
            const PdnBatch batch =
                this->batch(heldOut_.plain, done, kDistilStatisticsBatch, kDistilSides.back());
            const at::Tensor wanted = scale_.standardise(batch.targets);
            const at::Tensor error = (student_->forward(batch.pictures) - wanted).square().mean({0, 2, 3});
            errors = errors.defined() ? errors + error : error;
            moments.add(wanted);
        }
        const double batches = static_cast<double>(options_.heldOutPictures) / kDistilStatisticsBatch;
        const at::Tensor variance = moments.scale().deviation.square().view({-1});
        return (errors / batches / variance).mean().item<double>();
    }

    DistilResult write(Job& job) override {
        job.throwIfCancelled();
        DistilResult result;
        result.layers.push_back({.layer = 0, .unexplained = validate()});
        std::vector<at::Tensor> kept;
        std::vector<TensorView> views;
        for (const auto& [name, tensor] : student_->state()) {
            kept.push_back(tensor.to(at::kCPU).contiguous());
            views.push_back({{name, tensor.sizes().vec(), DType::Float32},
                             {kept.back().data_ptr<float>(), static_cast<std::size_t>(tensor.numel())}});
        }
        result.sha256 = writeSafetensors(
            options_.out, views,
            {{"format", "segad-backbone-1"}, {"architecture", shape_.architecture}, {"note", options_.note}});
        return result;
    }

    StateDict save() override {
        StateDict state = withPrefix(student_->state(), "student.");
        state.merge(optimiserState(*optimiser_, "optimiser."));
        return state;
    }

    void load(const StateDict& state) override {
        copyState(state, "student.", student_->state());
        loadOptimiserState(*optimiser_, state, "optimiser.");
    }

private:
    /// The teacher sees each picture twice as large as the student.
    PdnBatch batch(const NumberedPictures& stream, std::int64_t number, int count, int side) const {
        std::vector<at::Tensor> pictures(static_cast<std::size_t>(count));
        std::vector<at::Tensor> targets(static_cast<std::size_t>(count));
        forEachPicture(count, [&](std::size_t i) {
            const std::int64_t which = number + static_cast<std::int64_t>(i);
            const cv::Mat large = sometimesGrey(stream(static_cast<std::uint64_t>(which), 2 * side), which);
            const cv::Mat small = resizeImage(large, {side, side}, ResizeMode::Antialias);
            pictures[i] = pictureTensor(small, {.size = {side, side}});
            targets[i] = targets_(*teacher_, teacher_->preprocess(large, {.size = {2 * side, 2 * side}}));
        });
        return {.pictures = at::cat(pictures).to(teacher_->device()), .targets = at::cat(targets)};
    }

    cv::Mat sometimesGrey(const cv::Mat& rgb, std::int64_t number) const {
        SplitMix64 random(options_.seed, "grey " + std::to_string(number));
        if (random.uniform() >= kGreyShare) return rgb;
        cv::Mat grey;
        cv::transform(rgb, grey,
                      cv::Matx33f(0.299F, 0.587F, 0.114F, 0.299F, 0.587F, 0.114F, 0.299F, 0.587F, 0.114F));
        return grey;
    }

    const DistilOptions& options_;
    const PdnShape& shape_;
    std::shared_ptr<const Trunk> teacher_;
    PatchTargets targets_;
    const DistilPictures& training_;
    const DistilPictures& heldOut_;
    bool mixed_;
    Pdn student_{nullptr};
    std::unique_ptr<torch::optim::Adam> optimiser_;
    ChannelScale scale_;
};
}  // namespace

std::unique_ptr<DistilStudent> pdnStudent(const DistilOptions& options, const DistilPictures& training,
                                          const DistilPictures& heldOut) {
    return std::make_unique<PdnStudent>(options, training, heldOut);
}

}  // namespace segad::nn
