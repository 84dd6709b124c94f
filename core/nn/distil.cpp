#include "core/nn/distil.h"

#include <cmath>
#include <filesystem>
#include <numeric>

#include <torch/optim/adamw.h>

#include "core/base/threads.h"
#include "core/nn/autocast_torch.h"
#include "core/nn/checkpoint_torch.h"
#include "core/nn/compact_export_torch.h"
#include "core/nn/distil_batch_torch.h"
#include "core/nn/replicas_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/training_loop_torch.h"

namespace segad::nn {

namespace {
constexpr std::int64_t kWarmUp = 500;
constexpr int kStatisticsBatch = 8;
constexpr std::array<int, 3> kSides{128, 192, 256};
/// Shares of a batch that are learnt from side by side; part of what a seed means.
constexpr int kReplicas = 2;

/// The student as it is trained: heads as wide as the teacher's layers.
BackboneShape trainedShape(const Trunk& teacher) {
    BackboneShape shape = backboneShape(kStudentArchitecture);
    for (const int layer : kDistilledLayers)
        shape.heads.at(static_cast<std::size_t>(layer - 1)) = teacher.channels(layer);
    return shape;
}

std::int64_t decayStart(std::int64_t steps) {
    return steps - steps / 4;
}

class Distillation final : public Trainee {
public:
    Distillation(const DistilOptions& options, std::shared_ptr<const Trunk> teacher,
                 const PictureStream& training, const PictureStream& heldOut)
        : options_(options),
          teacher_(std::move(teacher)),
          training_(training),
          heldOut_(heldOut),
          student_(startedStudent(options.seed, trainedShape(*teacher_), teacher_->device())),
          mixed_(hasFastBFloat16()),
          replicas_(student_, trainedShape(*teacher_), kDistilledLayers.back(), kReplicas) {
        optimiser_ = std::make_unique<torch::optim::AdamW>(
            student_->parameters(),
            torch::optim::AdamWOptions(options.learningRate).weight_decay(kWeightDecay));
    }

    /// Channel statistics of the teacher and the held-out pictures' features.
    void prepare(Job& job) {
        std::vector<ChannelMoments> moments(kDistilledLayers.size());
        for (std::int64_t done = 0; done < options_.statisticsPictures; done += kStatisticsBatch) {
            job.progress(static_cast<std::uint64_t>(done),
                         static_cast<std::uint64_t>(options_.statisticsPictures));
            const DistilBatch batch =
                makeBatch(*teacher_, training_, kStatisticsStream + done, kStatisticsBatch, kSides.back());
            for (std::size_t l = 0; l < moments.size(); ++l)
                moments[l].add(batch.features[l]);
        }
        for (const ChannelMoments& moment : moments)
            scales_.push_back(moment.scale());
    }

    double step(std::int64_t step) override {
        setLearningRate(*optimiser_, rateAt(step));
        const int side = kSides.at(static_cast<std::size_t>(step % std::ssize(kSides)));
        const auto count = static_cast<int>(
            std::lround(options_.picturesPerStep * 256.0 * 256.0 / (static_cast<double>(side) * side)));
        std::array<double, kReplicas> weights{};
        std::array<double, kReplicas> losses{};
        const auto firstOf = [&](int share) { return count * share / kReplicas; };
        for (int share = 0; share < kReplicas; ++share) {
            weights.at(static_cast<std::size_t>(share)) =
                static_cast<double>(firstOf(share + 1) - firstOf(share)) / count;
        }
        replicas_.clearGradients();
        replicas_.run(weights, [&](ResNet& replica, int share) {
            const DistilBatch batch = makeBatch(*teacher_, training_, step * kNumbersPerStep + firstOf(share),
                                                firstOf(share + 1) - firstOf(share), side);
            replica->train();
            const at::Tensor loss = lossOf(replica, batch);
            loss.backward();
            losses.at(static_cast<std::size_t>(share)) = loss.item<double>();
        });
        optimiser_->step();
        return std::inner_product(losses.begin(), losses.end(), weights.begin(), 0.0);
    }

    double validate() override {
        double sum = 0;
        for (const double value : unexplained())
            sum += value / static_cast<double>(kDistilledLayers.size());
        return sum;
    }

    /// Of each layer on the held-out pictures: error variance over variance, mean over channels.
    std::vector<double> unexplained() {
        const at::NoGradGuard noGradient;
        student_->eval();
        std::vector<at::Tensor> errors(kDistilledLayers.size());
        std::vector<ChannelMoments> moments(kDistilledLayers.size());
        for (std::int64_t done = 0; done < options_.heldOutPictures; done += kStatisticsBatch) {
            const DistilBatch batch = makeBatch(*teacher_, heldOut_, done, kStatisticsBatch, kSides.back());
            const auto outputs = student_->forward(batch.pictures);
            for (std::size_t l = 0; l < errors.size(); ++l) {
                const at::Tensor wanted = scales_[l].standardise(batch.features[l]);
                const at::Tensor error = (outputs[l] - wanted).square().mean({0, 2, 3});
                errors[l] = errors[l].defined() ? errors[l] + error : error;
                moments[l].add(wanted);
            }
        }
        const double batches = static_cast<double>(options_.heldOutPictures) / kStatisticsBatch;
        std::vector<double> shares;
        for (std::size_t l = 0; l < errors.size(); ++l) {
            const at::Tensor variance = moments[l].scale().deviation.square();
            shares.push_back(
                (errors[l] / batches / variance.view({-1}).to(errors[l].device())).mean().item<double>());
        }
        return shares;
    }

    CompactExport exportStudent(Job& job) {
        student_->eval();
        return exportCompact(*student_, scales_, [&](std::int64_t number) {
            job.progress(static_cast<std::uint64_t>(number),
                         static_cast<std::uint64_t>(options_.statisticsPictures));
            return number < options_.statisticsPictures
                       ? makePictures(*teacher_, training_, kStatisticsStream + number, kStatisticsBatch,
                                      kSides.back())
                       : at::Tensor();
        });
    }

    StateDict save() override {
        StateDict state = withPrefix(student_->state(), "student.");
        state.merge(optimiserState(*optimiser_, "optimiser."));
        return state;
    }

    void load(const StateDict& state) override {
        copyState(state, "student.", student_->state());
        replicas_ = Replicas(student_, trainedShape(*teacher_), kDistilledLayers.back(), kReplicas);
        loadOptimiserState(*optimiser_, state, "optimiser.");
    }

private:
    static constexpr double kWeightDecay = 0.01;
    static constexpr std::int64_t kNumbersPerStep = 1 << 10;
    /// Pictures for statistics lie beyond those of any step.
    static constexpr std::int64_t kStatisticsStream = std::int64_t{1} << 50;

    double rateAt(std::int64_t step) const {
        const double rise = std::min(1.0, static_cast<double>(step + 1) / kWarmUp);
        const std::int64_t start = decayStart(options_.steps);
        if (step < start) return options_.learningRate * rise;
        const double left =
            static_cast<double>(options_.steps - step) / static_cast<double>(options_.steps - start);
        return options_.learningRate * rise * left;
    }

    at::Tensor lossOf(ResNet& student, const DistilBatch& batch) {
        std::vector<at::Tensor> outputs;
        {
            const AutocastScope mixed(mixed_, teacher_->device());
            outputs = student->forward(batch.pictures);
        }
        at::Tensor loss = at::zeros({}, batch.pictures.options());
        for (std::size_t l = 0; l < outputs.size(); ++l) {
            const at::Tensor error =
                (outputs[l].to(at::kFloat) - scales_[l].standardise(batch.features[l])).square();
            loss = loss + (error * scales_[l].weight).mean();
        }
        return loss;
    }

    static ResNet startedStudent(std::uint64_t seed, const BackboneShape& shape, const at::Device& device) {
        torch::manual_seed(seed);
        ResNet student(shape, kDistilledLayers.back());
        student->to(device);
        for (at::Tensor& parameter : student->parameters()) {
            parameter.set_data(parameter.contiguous(parameter.dim() == 4 ? at::MemoryFormat::ChannelsLast
                                                                         : at::MemoryFormat::Contiguous));
        }
        return student;
    }

    const DistilOptions& options_;
    std::shared_ptr<const Trunk> teacher_;
    const PictureStream& training_;
    const PictureStream& heldOut_;
    ResNet student_;
    bool mixed_;
    Replicas replicas_;
    std::unique_ptr<torch::optim::AdamW> optimiser_;
    std::vector<ChannelScale> scales_;
};

void check(const DistilOptions& options) {
    const auto refuse = [](const char* option, const char* remedy) {
        throw Error(ErrorCode::InvalidArgument, option, "is out of its range", remedy);
    };
    if (options.steps < 1) refuse("steps", "Use at least 1; some 30000 give a good backbone.");
    if (!(options.learningRate > 0 && options.learningRate < 1)) refuse("learning rate", "0.002 is usual.");
    if (options.picturesPerStep < kReplicas || options.picturesPerStep > 256)
        refuse("pictures per step", "Use 2 to 256; 8 is usual.");
    for (const std::int64_t count : {options.statisticsPictures, options.heldOutPictures})
        if (count < 1 || count % kStatisticsBatch != 0)
            refuse("pictures for statistics", "Use a multiple of 8.");
}

Path beside(const Path& out, const char* what) {
    return Path(out).concat(what);
}

/// The checkpoint to go on from: the latest, or, when its rate has begun to fall and this run has another
/// length, the one from before. Throws Error{InvalidArgument} when this run would have fallen by then.
Path checkpointToResume(const DistilOptions& options) {
    const Path latest = beside(options.out, ".checkpoint");
    for (const Path& file : {latest, beside(options.out, ".plateau")}) {
        std::error_code absent;
        if (!std::filesystem::exists(file, absent)) continue;
        const Json header = readCheckpoint(file).header;
        const auto done = header.at("curve").at("steps").get<std::int64_t>();
        const auto planned = header.at("planned").get<std::int64_t>();
        if (planned == options.steps || done <= std::min(decayStart(planned), decayStart(options.steps)))
            return file;
    }
    std::error_code absent;
    if (!std::filesystem::exists(latest, absent)) return {};
    throw Error(ErrorCode::InvalidArgument, "steps",
                "are too few to go on from the checkpoint, whose learning rate had not yet begun to fall",
                "Ask for more steps, or start anew without resuming.");
}

DistilResult run(const DistilOptions& options, const PictureStream& training, const PictureStream& heldOut,
                 Job& job) {
    check(options);
    const int last = kDistilledLayers.back();
    // What the student leaves unexplained is tens of per cent; bfloat16 is right to half a per cent.
    const at::ScalarType type = hasFastBFloat16() ? at::kBFloat16 : at::kFloat;
    Distillation distillation(options, openTrunk(options.teacher, last, options.device, {}, type), training,
                              heldOut);
    {
        Job::Stage preparing(job, 0.01, "Looking at the teacher's features");
        distillation.prepare(preparing.job());
    }
    DistilResult result;
    {
        Job::Stage learning(job, 0.98, "Distilling");
        TrainingPlan plan{
            .steps = options.steps,
            .seed = options.seed,
            .name = "compact backbone",
            .checkpoint = beside(options.out, ".checkpoint"),
            .milestone = TrainingPlan::Milestone{decayStart(options.steps), beside(options.out, ".plateau")},
            .fingerprint = {{"teacher", options.teacher},
                            {"seed", options.seed},
                            {"learning_rate", options.learningRate},
                            {"pictures_per_step", options.picturesPerStep},
                            {"pictures", options.picturesIdentity}},
            .validateEvery = 1000,
            .onPoint = options.onPoint};
        if (options.resume) plan.resumeFrom = checkpointToResume(options);
        result.curve = trainInSteps(distillation, plan, learning.job());
    }
    Job::Stage storing(job, 0.01, "Writing the weights");
    const std::vector<double> unexplained = distillation.unexplained();
    const CompactExport compact = distillation.exportStudent(storing.job());
    for (std::size_t l = 0; l < kDistilledLayers.size(); ++l)
        result.layers.push_back({kDistilledLayers[l], unexplained[l], compact.kept[l]});
    result.sha256 = writeCompact(options.out, compact.state, options.note);
    result.bytes = std::filesystem::file_size(options.out);
    return result;
}
}  // namespace

}  // namespace segad::nn

extern "C" segad::DistilResult segadDistilBackbone(const segad::DistilOptions& options,
                                                   const segad::PictureStream& training,
                                                   const segad::PictureStream& heldOut, segad::Job& job) {
    return segad::nn::guardedTraining("distillation",
                                      [&] { return segad::nn::run(options, training, heldOut, job); });
}
