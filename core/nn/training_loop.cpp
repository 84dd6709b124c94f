#include <algorithm>
#include <cmath>
#include <filesystem>

#include <torch/utils.h>

#include "core/base/random.h"
#include "core/nn/checkpoint_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/training_loop_torch.h"

namespace segad::nn {

namespace {
using Clock = std::chrono::steady_clock;

/// LibTorch's wish for deterministic algorithms belongs to the process; it is as before afterwards.
class DeterministicScope {
public:
    explicit DeterministicScope(bool on) : before_(at::globalContext().deterministicAlgorithms()) {
        if (on) at::globalContext().setDeterministicAlgorithms(true, /*warn_only=*/false);
    }
    ~DeterministicScope() { at::globalContext().setDeterministicAlgorithms(before_, /*warn_only=*/false); }
    DeterministicScope(const DeterministicScope&) = delete;
    DeterministicScope& operator=(const DeterministicScope&) = delete;

private:
    bool before_;
};

constexpr std::int64_t kCurvePoints = 500;

/// What the loop itself remembers between steps, beside the trainee's state.
class Course {
public:
    explicit Course(const TrainingPlan& plan)
        : plan_(plan), interval_(std::max<std::int64_t>(1, plan.steps / kCurvePoints)) {}

    std::int64_t stepsDone() const { return curve_.steps; }
    double lastLoss() const { return lastLoss_; }
    LossCurve finished() { return std::move(curve_); }

    void add(double loss, double seconds, Trainee& trainee) {
        ++curve_.steps;
        curve_.seconds += seconds;
        lastLoss_ = loss;
        sum_ += loss;
        ++summed_;
        const bool validates = plan_.validateEvery > 0 &&
                               (curve_.steps % plan_.validateEvery == 0 || curve_.steps == plan_.steps);
        if (!validates && summed_ < interval_ && curve_.steps < plan_.steps) return;
        LossPoint point{.step = curve_.steps,
                        .loss = sum_ / static_cast<double>(summed_),
                        .learningSeconds = curve_.seconds};
        if (validates) point.validation = trainee.validate();
        sum_ = 0;
        summed_ = 0;
        curve_.points.push_back(point);
        if (plan_.onPoint) plan_.onPoint(point);
    }

    Json header() const {
        return {{"fingerprint", plan_.fingerprint},
                {"planned", plan_.steps},
                {"curve", toJson(curve_)},
                {"sum", sum_},
                {"summed", summed_}};
    }

    void restore(const Json& header, const std::string& subject) {
        if (header.at("fingerprint") != plan_.fingerprint) {
            throw Error(ErrorCode::InvalidArgument, subject,
                        "the checkpoint belongs to a training with other parameters or parts",
                        "Start anew without resuming, or use the parameters of the first start.");
        }
        curve_ = lossCurveFromJson(header.at("curve"), subject);
        sum_ = header.at("sum").get<double>();
        summed_ = header.at("summed").get<std::int64_t>();
    }

private:
    const TrainingPlan& plan_;
    std::int64_t interval_;
    LossCurve curve_;
    double lastLoss_ = 0;
    double sum_ = 0;
    std::int64_t summed_ = 0;
};

void resume(Trainee& trainee, Course& course, const Path& file) {
    const Checkpoint checkpoint = readCheckpoint(file);
    try {
        course.restore(checkpoint.header, toUtf8(file));
    } catch (const Json::exception&) {
        throw Error(ErrorCode::InvalidData, toUtf8(file), "is no checkpoint of this training",
                    "Start the training anew, without resuming.");
    }
    trainee.load(checkpoint.state);
}

std::string lossText(double loss) {
    char text[32];
    std::snprintf(text, sizeof text, "loss %.4g", loss);
    return text;
}

void checkFinite(double loss, std::int64_t step, const TrainingPlan& plan) {
    if (std::isfinite(loss)) return;
    throw Error(ErrorCode::InvalidData, plan.name,
                "the loss is no number any more after step " + std::to_string(step + 1),
                "Lower the learning rate, or look for damaged or constant pictures among the train parts.");
}

void run(Trainee& trainee, const TrainingPlan& plan, Course& course, Job& job) {
    const auto save = [&] {
        if (!plan.checkpoint.empty()) writeCheckpoint(plan.checkpoint, trainee.save(), course.header());
    };
    auto saved = Clock::now();
    while (course.stepsDone() < plan.steps) {
        const std::int64_t step = course.stepsDone();
        auto begin = Clock::now();
        double loss = 0;
        try {
            job.progress(static_cast<std::uint64_t>(step), static_cast<std::uint64_t>(plan.steps),
                         step == 0 ? std::string() : lossText(course.lastLoss()));
            torch::manual_seed(SplitMix64(plan.seed, "step " + std::to_string(step))());
            begin = Clock::now();  // progress() may have waited
            loss = trainee.step(step);
        } catch (const Cancelled&) {
            save();
            throw;
        }
        checkFinite(loss, step, plan);
        course.add(loss, std::chrono::duration<double>(Clock::now() - begin).count(), trainee);
        if (plan.milestone && course.stepsDone() == plan.milestone->step)
            writeCheckpoint(plan.milestone->file, trainee.save(), course.header());
        if (Clock::now() - saved >= plan.checkpointEvery) {
            save();
            saved = Clock::now();
        }
    }
    save();
}
}  // namespace

LossCurve trainInSteps(Trainee& trainee, const TrainingPlan& plan, Job& job) {
    return guardedTraining(plan.name, [&] {
        const DeterministicScope deterministic(plan.deterministic);
        Course course(plan);
        std::error_code absent;
        if (!plan.resumeFrom.empty() && std::filesystem::exists(plan.resumeFrom, absent))
            resume(trainee, course, plan.resumeFrom);
        run(trainee, plan, course, job);
        job.progress(static_cast<std::uint64_t>(plan.steps), static_cast<std::uint64_t>(plan.steps));
        return course.finished();
    });
}

}  // namespace segad::nn
