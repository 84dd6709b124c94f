// The compact backbone as a student: layer1 to layer3 of a teacher, position by position.
#include <cmath>
#include <filesystem>
#include <numeric>
#include <optional>

#include <torch/optim/adamw.h>

#include "core/nn/autocast_torch.h"
#include "core/nn/backbone_weights_torch.h"
#include "core/nn/checkpoint_torch.h"
#include "core/nn/compact_export_torch.h"
#include "core/nn/distil_batch_torch.h"
#include "core/nn/distil_student_torch.h"
#include "core/nn/precision.h"
#include "core/nn/replicas_torch.h"
#include "core/nn/warm_start_torch.h"

namespace segad::nn {

namespace {
/// Shares of a batch that are learnt from side by side; part of what a seed means.
constexpr int kReplicas = 2;

/// The student as it is trained: heads as wide as the teacher's layers.
BackboneShape trainedShape(const Trunk& teacher) {
    BackboneShape shape = backboneShape(kStudentArchitecture);
    for (const int layer : kDistilledLayers)
        shape.heads.at(static_cast<std::size_t>(layer - 1)) = teacher.channels(layer);
    return shape;
}

/// The weights that `options.initial` names; nothing when the student starts from chance.
std::optional<BackboneWeights> initialWeights(const DistilOptions& options) {
    if (options.initial.empty()) return std::nullopt;
    BackboneWeights weights(options.initial, kDistilledLayers.back());
    if (const std::string& architecture = weights.identities().back().architecture;
        architecture != kStudentArchitecture) {
        throw Error(
            ErrorCode::InvalidArgument, options.initial,
            "are weights of " + architecture + ", not of the student's " + std::string(kStudentArchitecture),
            "Start from weights that segad distil has made.");
    }
    return weights;
}

class CompactStudent final : public DistilStudent {
public:
    CompactStudent(const DistilOptions& options, const PictureStream& training, const PictureStream& heldOut)
        : options_(options),
          initial_(initialWeights(options)),
          teacher_(openDistilTeacher(options, kDistilledLayers.back())),
          training_(training),
          heldOut_(heldOut),
          student_(startedStudent(options.seed, trainedShape(*teacher_), teacher_->device())),
          mixed_(hasFastBFloat16()),
          replicas_(student_, trainedShape(*teacher_), kDistilledLayers.back(), kReplicas) {
        optimiser_ = std::make_unique<torch::optim::AdamW>(
            student_->parameters(),
            torch::optim::AdamWOptions(options.learningRate).weight_decay(kWeightDecay));
    }

    void prepare(Job& job) override {
        std::vector<ChannelMoments> moments(kDistilledLayers.size());
        for (std::int64_t done = 0; done < options_.statisticsPictures; done += kDistilStatisticsBatch) {
            report(job, done);
            const DistilBatch batch = statisticsBatch(done);
            for (std::size_t l = 0; l < moments.size(); ++l)
                moments[l].add(batch.features[l]);
        }
        for (const ChannelMoments& moment : moments)
            scales_.push_back(moment.scale());
    }

    void start(Job& job) override {
        if (!initial_) return;
        student_->load(withFittedHeads(initial_->read(), scales_, teacher_->device(),
                                       [&](std::int64_t number) {
                                           report(job, number);
                                           return number < options_.statisticsPictures
                                                      ? statisticsBatch(number)
                                                      : DistilBatch{};
                                       }),
                       options_.initial);
        replicas_ = Replicas(student_, trainedShape(*teacher_), kDistilledLayers.back(), kReplicas);
    }

    std::string startedFrom() const override {
        return initial_ ? initial_->identities().back().weightsIdentity : "";
    }

    double step(std::int64_t step) override {
        setLearningRate(*optimiser_, distilRate(options_, step));
        const DistilBatchSize batchSize = distilBatchOf(options_, step);
        std::array<double, kReplicas> weights{};
        std::array<double, kReplicas> losses{};
        const auto firstOf = [&](int share) { return batchSize.count * share / kReplicas; };
        for (int share = 0; share < kReplicas; ++share) {
            weights.at(static_cast<std::size_t>(share)) =
                static_cast<double>(firstOf(share + 1) - firstOf(share)) / batchSize.count;
        }
        replicas_.clearGradients();
        replicas_.run(weights, [&](ResNet& replica, int share) {
            const DistilBatch batch =
                makeBatch(*teacher_, training_, step * kDistilNumbersPerStep + firstOf(share),
                          firstOf(share + 1) - firstOf(share), batchSize.side);
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

    DistilResult write(Job& job) override {
        const std::vector<double> shares = unexplained();
        const CompactExport compact = exportStudent(job);
        DistilResult result;
        for (std::size_t l = 0; l < kDistilledLayers.size(); ++l)
            result.layers.push_back({kDistilledLayers[l], shares[l], compact.kept[l]});
        result.sha256 = writeCompact(options_.out, compact.state, options_.note);
        return result;
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

    void report(Job& job, std::int64_t pictures) const {
        job.progress(static_cast<std::uint64_t>(pictures),
                     static_cast<std::uint64_t>(options_.statisticsPictures));
    }

    DistilBatch statisticsBatch(std::int64_t number) const {
        return makeBatch(*teacher_, training_, kDistilStatistics + number, kDistilStatisticsBatch,
                         kDistilSides.back());
    }

    /// Of each layer on the held-out pictures: error variance over variance, mean over channels.
    std::vector<double> unexplained() {
        const at::NoGradGuard noGradient;
        student_->eval();
        std::vector<at::Tensor> errors(kDistilledLayers.size());
        std::vector<ChannelMoments> moments(kDistilledLayers.size());
        for (std::int64_t done = 0; done < options_.heldOutPictures; done += kDistilStatisticsBatch) {
            const DistilBatch batch =
                makeBatch(*teacher_, heldOut_, done, kDistilStatisticsBatch, kDistilSides.back());
            const auto outputs = student_->forward(batch.pictures);
            for (std::size_t l = 0; l < errors.size(); ++l) {
                const at::Tensor wanted = scales_[l].standardise(batch.features[l]);
                const at::Tensor error = (outputs[l] - wanted).square().mean({0, 2, 3});
                errors[l] = errors[l].defined() ? errors[l] + error : error;
                moments[l].add(wanted);
            }
        }
        const double batches = static_cast<double>(options_.heldOutPictures) / kDistilStatisticsBatch;
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
            report(job, number);
            return number < options_.statisticsPictures
                       ? makePictures(*teacher_, training_, kDistilStatistics + number,
                                      kDistilStatisticsBatch, kDistilSides.back())
                       : at::Tensor();
        });
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
    std::optional<BackboneWeights> initial_;
    std::shared_ptr<const Trunk> teacher_;
    const PictureStream& training_;
    const PictureStream& heldOut_;
    ResNet student_;
    bool mixed_;
    Replicas replicas_;
    std::unique_ptr<torch::optim::AdamW> optimiser_;
    std::vector<ChannelScale> scales_;
};
}  // namespace

std::unique_ptr<DistilStudent> compactStudent(const DistilOptions& options, const PictureStream& training,
                                              const PictureStream& heldOut) {
    return std::make_unique<CompactStudent>(options, training, heldOut);
}

}  // namespace segad::nn
