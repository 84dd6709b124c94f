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
/// One picture in so many is the twin of another, where there are twins.
constexpr int kTwinOf = 2;

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
    CompactStudent(const DistilOptions& options, const DistilPictures& training,
                   const DistilPictures& heldOut)
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
        std::vector<Covariance> covariances(kDistilledLayers.size());
        for (std::int64_t done = 0; done < options_.statisticsPictures; done += kDistilStatisticsBatch) {
            report(job, done);
            const DistilBatch batch = statisticsBatch(done);
            for (std::size_t l = 0; l < covariances.size(); ++l)
                covariances[l].add(batch.features[l]);
        }
        for (const Covariance& covariance : covariances)
            whitenings_.emplace_back(covariance, teacher_->device());
    }

    void start(Job& job) override {
        if (!initial_) return;
        student_->load(withFittedHeads(initial_->read(), whitenings_, teacher_->device(),
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
            const int count = firstOf(share + 1) - firstOf(share);
            const DistilBatch batch =
                makeBatch(*teacher_, training_, step * kDistilNumbersPerStep + firstOf(share), count,
                          batchSize.side, count / kTwinOf);
            replica->train(!keepsStatistics(step));
            const at::Tensor loss = lossOf(replica, batch);
            loss.backward();
            losses.at(static_cast<std::size_t>(share)) = loss.item<double>();
        });
        optimiser_->step();
        return std::inner_product(losses.begin(), losses.end(), weights.begin(), 0.0);
    }

    double validate() override {
        double sum = 0;
        for (const DistilledLayer& layer : judged())
            sum += layer.unexplained / static_cast<double>(kDistilledLayers.size());
        return sum;
    }

    DistilResult write(Job&) override {
        DistilResult result{.layers = judged()};
        result.sha256 = writeCompact(options_.out, balanced(withoutHeads(student_->state())), options_.note);
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
    static constexpr double kDifferences = 1;
    /// A blemish that changes the whitened features by less, squared and averaged over the picture,
    /// counts less: what is left of it is as good as rounding.
    static constexpr double kInvisible = 3e-4;
    /// Variance of layer3 over that of layer2, summed over channels, as they are handed out: the coarse layer
    /// says where on the part one is, the fine one what is wrong with it (figures in
    /// resources/backbone/README.md).
    static constexpr double kCoarseShare = 0.18;

    /// A share of a step is a handful of unlike pictures: normalised by their own statistics a student is
    /// never twice the same function, which it need not be once it has statistics that are worth keeping.
    bool keepsStatistics(std::int64_t step) const { return initial_ || distilSettles(options_, step); }

    void report(Job& job, std::int64_t pictures) const {
        job.progress(static_cast<std::uint64_t>(pictures),
                     static_cast<std::uint64_t>(options_.statisticsPictures));
    }

    DistilBatch statisticsBatch(std::int64_t number) const {
        return makeBatch(*teacher_, training_, kDistilStatistics + number, kDistilStatisticsBatch,
                         kDistilSides.back());
    }

    /// Each layer on the held-out pictures.
    std::vector<DistilledLayer> judged() {
        const at::NoGradGuard noGradient;
        student_->eval();
        std::vector<at::Tensor> errors(kDistilledLayers.size());
        std::vector<ChannelMoments> moments(kDistilledLayers.size());
        std::vector<double> differences(kDistilledLayers.size());
        const int twins = heldOut_.blemished ? kDistilStatisticsBatch : 0;
        for (std::int64_t done = 0; done < options_.heldOutPictures; done += kDistilStatisticsBatch) {
            const DistilBatch batch = makeBatch(*teacher_, heldOut_, done, kDistilStatisticsBatch + twins,
                                                kDistilSides.back(), twins);
            const auto outputs = student_->forward(batch.pictures);
            for (std::size_t l = 0; l < errors.size(); ++l) {
                const at::Tensor wanted = whitenings_[l](batch.features[l]);
                const at::Tensor error = outputs[l] - wanted;
                const at::Tensor squared = error.slice(0, 0, kDistilStatisticsBatch).square().mean({0, 2, 3});
                errors[l] = errors[l].defined() ? errors[l] + squared : squared;
                moments[l].add(wanted.slice(0, 0, kDistilStatisticsBatch));
                if (twins > 0) differences[l] += unexplainedDifference(error, wanted, twins).item<double>();
            }
        }
        const double batches = static_cast<double>(options_.heldOutPictures) / kDistilStatisticsBatch;
        std::vector<DistilledLayer> layers;
        for (std::size_t l = 0; l < errors.size(); ++l) {
            const at::Tensor variance = moments[l].scale().deviation.square();
            layers.push_back(
                {.layer = kDistilledLayers[l],
                 .unexplained = (errors[l] / batches / variance.view({-1}).to(errors[l].device()))
                                    .mean()
                                    .item<double>()});
            if (twins > 0) layers.back().unexplainedDifference = differences[l] / batches;
        }
        return layers;
    }

    /// `compact`, without heads, with kCoarseShare on the held-out pictures.
    StateDict balanced(const StateDict& compact) const {
        const at::NoGradGuard noGradient;
        ResNet blocks = compactBlocks(compact, teacher_->device());
        Covariance fine;
        Covariance coarse;
        for (std::int64_t done = 0; done < options_.heldOutPictures; done += kDistilStatisticsBatch) {
            const auto outputs = blocks->forward(
                makePictures(*teacher_, heldOut_.plain, done, kDistilStatisticsBatch, kDistilSides.back()));
            fine.add(outputs.at(1));
            coarse.add(outputs.at(2));
        }
        const auto variance = [](const Covariance& of) { return of.matrix().trace().item<double>(); };
        return withLayer3Times(compact, std::sqrt(kCoarseShare * variance(fine) / variance(coarse)));
    }

    at::Tensor lossOf(ResNet& student, const DistilBatch& batch) {
        std::vector<at::Tensor> outputs;
        {
            const AutocastScope mixed(mixed_, teacher_->device());
            outputs = student->forward(batch.pictures);
        }
        at::Tensor loss = at::zeros({}, batch.pictures.options());
        for (std::size_t l = 0; l < outputs.size(); ++l) {
            const at::Tensor wanted = whitenings_[l](batch.features[l]);
            const at::Tensor error = outputs[l].to(at::kFloat) - wanted;
            loss = loss + error.square().mean();
            if (batch.twins > 0)
                loss = loss + kDifferences * unexplainedDifference(error, wanted, batch.twins);
        }
        return loss;
    }

    /// Of what a blemish changes in the teacher's features, the share that it does not change in the
    /// student's; mean over the pairs.
    static at::Tensor unexplainedDifference(const at::Tensor& error, const at::Tensor& wanted, int twins) {
        const auto energyOf = [&](const at::Tensor& values) {
            const at::Tensor change = values.slice(0, values.size(0) - twins) - values.slice(0, 0, twins);
            return change.square().mean({1, 2, 3});
        };
        return (energyOf(error) / (energyOf(wanted) + kInvisible)).mean();
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
    const DistilPictures& training_;
    const DistilPictures& heldOut_;
    ResNet student_;
    bool mixed_;
    Replicas replicas_;
    std::unique_ptr<torch::optim::AdamW> optimiser_;
    std::vector<Whitening> whitenings_;
};
}  // namespace

std::unique_ptr<DistilStudent> compactStudent(const DistilOptions& options, const DistilPictures& training,
                                              const DistilPictures& heldOut) {
    return std::make_unique<CompactStudent>(options, training, heldOut);
}

}  // namespace segad::nn
