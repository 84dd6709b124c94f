#include <filesystem>
#include <mutex>

#include <torch/optim/adam.h>

#include "core/base/error.h"
#include "core/base/work_ahead.h"
#include "core/detector/catalog.h"
#include "core/detector/efficientad_learning_torch.h"
#include "core/detector/efficientad_pictures.h"
#include "core/detector/efficientad_training_torch.h"
#include "core/detector/sample_order.h"
#include "core/detector/stepwise_torch.h"
#include "core/nn/checkpoint_torch.h"
#include "core/nn/picture_tensor_torch.h"
#include "core/nn/runtime_torch.h"

namespace segad::nn {

namespace {
/// Samples that wait for their step; one takes two megabytes.
constexpr std::size_t kSamplesAhead = 4;
// Shares of the work, as the steps of the paper have them.
constexpr double kMeasuringShare = 0.01;
constexpr double kCalibratingShare = 0.01;

at::Tensor asInput(const cv::Mat& rgb, const at::Device& device) {
    return pictureTensor(rgb, EfficientAdOptions::input()).to(device);
}

class Training final : public Trainee {
public:
    Training(const EfficientAdOptions& options, const Teacher& teacher, const ImageSource& pictures,
             std::uint64_t seed, std::unique_ptr<const PenaltyPictures> penalty, const at::Device& device)
        : options_(options),
          pictures_(pictures),
          seed_(seed),
          penalty_(std::move(penalty)),
          device_(device),
          teacher_(*teacher.shape, teacher.state, kTeacherChannels, options.padding, device),
          order_(seed, "train parts", pictures.size()),
          networks_(startedNetworks(*teacher.shape)) {
        optimiser_ = std::make_unique<torch::optim::Adam>(
            networks_.parameters(),
            torch::optim::AdamOptions(options.learningRate).weight_decay(options.weightDecay));
    }

    /// One pass of the teacher over all parts.
    void measureTeacher(Job& job) {
        const at::NoGradGuard noGradient;
        TeacherMoments moments;
        WorkAhead<cv::Mat> ahead(
            pictures_.size(), [this](std::size_t i) { return atInputSize(pictures_.rgb(i)); }, kSamplesAhead);
        while (ahead.hasNext()) {
            job.progress(ahead.nextIndex(), pictures_.size());
            moments.add(teacher_(asInput(ahead.next(), device_)));
        }
        scale_ = moments.scale();
    }

    /// Asked while a step is under way.
    void watch(const Job& job) {
        networks_.student->watch([&job] {
            if (job.cancelled()) throw StepStopped();
        });
    }

    double step(std::int64_t step) override {
        if (!samples_) beginSamples(step);
        setLearningRate(*optimiser_, efficientAdRate(options_, step));
        optimiser_->zero_grad();
        networks_.student->train();
        networks_.autoencoder->train();
        try {
            const EfficientAdLosses losses = learnFrom(
                samples_->next(), networks_,
                [this](const at::Tensor& picture) { return scale_.normalised(teacher_(picture)); },
                options_.hardQuantile);
            optimiser_->step();
            return losses.total();
        } catch (const StepStopped&) {
            throw Cancelled{};
        }
    }

    StateDict save() override {
        StateDict state = networks_.state();
        state.merge(optimiserState(*optimiser_, "adam."));
        state.emplace("scale.mean", scale_.mean);
        state.emplace("scale.deviation", scale_.deviation);
        return state;
    }

    void load(const StateDict& state) override {
        const std::vector<std::int64_t> shape{1, kTeacherChannels, 1, 1};
        scale_ = {.mean = at::empty(shape), .deviation = at::empty(shape)};
        copyState(state, "scale.", {{"mean", scale_.mean}, {"deviation", scale_.deviation}});
        scale_ = {.mean = scale_.mean.to(device_), .deviation = scale_.deviation.to(device_)};
        copyState(state, "", networks_.state());
        loadOptimiserState(*optimiser_, state, "adam.");
    }

    const TeacherScale& scale() const noexcept { return scale_; }

    StateDict networks() const {
        StateDict state;
        for (const auto& [name, tensor] : networks_.state())
            state.emplace(name, tensor.to(at::kCPU).contiguous().clone());
        return state;
    }

private:
    EfficientAdNetworks startedNetworks(const PdnShape& shape) const {
        torch::manual_seed(seed_);
        EfficientAdNetworks networks{.student = Pdn(shape, 2 * kTeacherChannels, options_.padding),
                                     .autoencoder = Autoencoder(options_.padding)};
        networks.student->to(device_);
        networks.autoencoder->to(device_);
        return networks;
    }

    static cv::Mat atInputSize(const cv::Mat& rgb) {
        const NetworkInput input = EfficientAdOptions::input();
        return rgb.size() == input.size ? rgb : resizeImage(rgb, input.size, input.resize);
    }

    void beginSamples(std::int64_t first) {
        samples_ = std::make_unique<WorkAhead<EfficientAdSample>>(
            static_cast<std::size_t>(options_.steps - first),
            [this, first](std::size_t i) { return sample(first + static_cast<std::int64_t>(i)); },
            kSamplesAhead);
    }

    /// A step's pictures; made on threads of their own.
    EfficientAdSample sample(std::int64_t step) {
        enterTorch();
        const at::NoGradGuard noGradient;
        const cv::Mat part = pictures_.rgb(partOf(step));
        EfficientAdSample sample{.picture = asInput(part, device_)};
        if (options_.jitter) sample.jittered = asInput(jitteredColour(part, seed_, step), device_);
        if (penalty_) sample.penalty = asInput(penalty_->at(step), device_);
        return sample;
    }

    std::size_t partOf(std::int64_t step) {
        const std::scoped_lock lock(orderMutex_);
        return order_.at(static_cast<std::uint64_t>(step));
    }

    const EfficientAdOptions& options_;
    const ImageSource& pictures_;
    const std::uint64_t seed_;
    const std::unique_ptr<const PenaltyPictures> penalty_;
    const at::Device device_;
    const FrozenPdn teacher_;
    TeacherScale scale_;
    std::mutex orderMutex_;
    SampleOrder order_;
    EfficientAdNetworks networks_;
    std::unique_ptr<torch::optim::Adam> optimiser_;
    std::unique_ptr<WorkAhead<EfficientAdSample>> samples_;  ///< last: its threads use what is above
};

std::vector<MapPair> mapsOf(const FrozenEfficientAd& networks, const ImageSource& pictures, Job& job) {
    std::vector<MapPair> maps;
    WorkAhead<MapPair> ahead(pictures.size(), [&](std::size_t i) {
        const cv::Mat rgb = pictures.rgb(i);
        return guarded("calibrate part " + std::to_string(i + 1), [&] { return networks.maps(rgb); });
    });
    while (ahead.hasNext()) {
        job.progress(ahead.nextIndex(), pictures.size());
        maps.push_back(ahead.next());
    }
    return maps;
}

void requireCalibration(const TrainingSet& parts) {
    if (parts.calibration != nullptr && parts.calibration->size() > 0) return;
    throw Error(ErrorCode::InvalidData, "calibrate parts",
                "there are none; EfficientAD puts its two maps on one scale by them",
                "Give some good parts the role calibrate.");
}

bool goesOn(const TrainingPlan& plan) {
    std::error_code absent;
    return !plan.resumeFrom.empty() && std::filesystem::exists(plan.resumeFrom, absent);
}
}  // namespace

FrozenEfficientAd::FrozenEfficientAd(const Teacher& teacher, const TeacherScale& scale,
                                     const StateDict& networks, bool padding, const at::Device& device)
    : device_(device),
      scale_{.mean = scale.mean.to(device), .deviation = scale.deviation.to(device)},
      teacher_(*teacher.shape, teacher.state, kTeacherChannels, padding, device),
      student_(*teacher.shape, withoutPrefix(networks, "student."), 2 * kTeacherChannels, padding, device),
      autoencoder_(padding) {
    copyState(networks, "autoencoder.", autoencoder_->state());
    autoencoder_->to(device);
    autoencoder_->eval();
}

MapPair FrozenEfficientAd::maps(const cv::Mat& rgb) const {
    const at::Tensor picture = asInput(rgb, device_);
    return differenceMaps(scale_.normalised(teacher_(picture)), student_(picture),
                          autoencoder_->forward(picture));
}

TrainedEfficientAd trainEfficientAd(const EfficientAdOptions& options, const Teacher& teacher,
                                    const DetectorDescription& description, const TrainingSet& parts,
                                    const TrainingOptions& wishes, const at::Device& device, Job& job) {
    requireCalibration(parts);
    std::unique_ptr<PenaltyPictures> penalty = makePenaltyPictures(options, description.seed, job);
    TrainedEfficientAd trained;
    trained.facts["penalty"] = penalty ? penalty->identity() : "none";
    const std::string title = detectorInfo(description.key).title;
    TrainingPlan plan = stepPlan(description, title, options.steps, wishes);
    plan.fingerprint["penalty"] = trained.facts["penalty"];
    guardedTraining(title, [&] {
        Training training(options, teacher, parts.good, description.seed, std::move(penalty), device);
        {
            // A checkpoint knows what the teacher says of the parts.
            Job::Stage measuring(job, kMeasuringShare, "Measuring the teacher");
            if (!goesOn(plan)) training.measureTeacher(measuring.job());
        }
        {
            Job::Stage learning(job, 1 - kMeasuringShare - kCalibratingShare, "Learning");
            training.watch(learning.job());
            trained.curve = trainInSteps(training, plan, learning.job());
        }
        trained.scale = {.mean = training.scale().mean.to(at::kCPU),
                         .deviation = training.scale().deviation.to(at::kCPU)};
        trained.networks = training.networks();
    });
    guarded(title, [&] {
        trained.frozen = std::make_unique<FrozenEfficientAd>(teacher, trained.scale, trained.networks,
                                                             options.padding, device);
    });
    Job::Stage calibrating(job, kCalibratingShare, "Calibrating");
    trained.quantiles = mapQuantiles(mapsOf(*trained.frozen, *parts.calibration, calibrating.job()));
    trained.facts["steps"] = trained.curve.steps;
    trained.facts["seconds"] = trained.curve.seconds;
    trained.facts["final_loss"] = trained.curve.finalLoss();
    trained.facts["calibrate_parts"] = parts.calibration->size();
    return trained;
}

}  // namespace segad::nn
