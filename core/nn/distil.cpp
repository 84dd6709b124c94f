#include "core/nn/distil.h"

#include <cmath>
#include <filesystem>

#include "core/nn/checkpoint_torch.h"
#include "core/nn/compact_export_torch.h"
#include "core/nn/distil_student_torch.h"
#include "core/nn/pdn_shape.h"
#include "core/nn/precision.h"
#include "core/nn/runtime_torch.h"

namespace segad::nn {

namespace {
constexpr std::int64_t kWarmUp = 500;
constexpr std::int64_t kTeacherWarmUp = 100;

std::int64_t decayStart(std::int64_t steps) {
    return steps - steps / 4;
}

void check(const DistilOptions& options) {
    const auto refuse = [](const char* option, const char* remedy) {
        throw Error(ErrorCode::InvalidArgument, option, "is out of its range", remedy);
    };
    if (options.student != kStudentArchitecture) {
        pdnShape(options.student);
        if (!options.initial.empty()) {
            throw Error(ErrorCode::InvalidArgument, options.student, "always starts from chance",
                        "Leave out the weights to start from.");
        }
    }
    if (options.steps < 1) refuse("steps", "Use at least 1; some 30000 give a good backbone.");
    if (!(options.learningRate > 0 && options.learningRate < 1)) refuse("learning rate", "0.002 is usual.");
    if (options.picturesPerStep < 2 || options.picturesPerStep > 256)
        refuse("pictures per step", "Use 2 to 256; 8 is usual.");
    for (const std::int64_t count : {options.statisticsPictures, options.heldOutPictures})
        if (count < 1 || count % kDistilStatisticsBatch != 0)
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

TrainingPlan planFor(const DistilOptions& options, const DistilStudent& student) {
    const bool teaches = findPdnShape(options.student) != nullptr;
    TrainingPlan plan{
        .steps = options.steps,
        .seed = options.seed,
        .name = teaches ? "teacher" : "compact backbone",
        .checkpoint = beside(options.out, ".checkpoint"),
        .milestone = TrainingPlan::Milestone{decayStart(options.steps), beside(options.out, ".plateau")},
        .fingerprint = {{"teacher", options.teacher},
                        {"seed", options.seed},
                        {"learning_rate", options.learningRate},
                        {"pictures_per_step", options.picturesPerStep},
                        {"pictures", options.picturesIdentity}},
        .validateEvery = 1000,
        .onPoint = options.onPoint};
    if (teaches) {
        plan.fingerprint["student"] = options.student;
    } else {
        // Checkpoints without this learnt standardised channels: their heads give something else.
        plan.fingerprint["target"] = "whitened";
    }
    if (!options.initial.empty()) {
        plan.fingerprint["initial"] = options.initial;
        plan.fingerprint["initial_weights"] = student.startedFrom();
    }
    if (options.resume) plan.resumeFrom = checkpointToResume(options);
    return plan;
}

DistilResult run(const DistilOptions& options, const DistilPictures& training, const DistilPictures& heldOut,
                 Job& job) {
    check(options);
    const std::unique_ptr<DistilStudent> student = findPdnShape(options.student) != nullptr
                                                       ? pdnStudent(options, training, heldOut)
                                                       : compactStudent(options, training, heldOut);
    const TrainingPlan plan = planFor(options, *student);
    {
        Job::Stage preparing(job, 0.01, "Looking at the teacher's features");
        student->prepare(preparing.job());
        // A checkpoint has gone on from there already.
        if (plan.resumeFrom.empty()) student->start(preparing.job());
    }
    LossCurve curve;
    {
        Job::Stage learning(job, 0.98, "Distilling");
        curve = trainInSteps(*student, plan, learning.job());
    }
    Job::Stage storing(job, 0.01, "Writing the weights");
    DistilResult result = student->write(storing.job());
    result.curve = std::move(curve);
    result.bytes = std::filesystem::file_size(options.out);
    return result;
}
}  // namespace

double distilRate(const DistilOptions& options, std::int64_t step) {
    const std::int64_t warmUp = findPdnShape(options.student) != nullptr ? kTeacherWarmUp : kWarmUp;
    const double rise = std::min(1.0, static_cast<double>(step + 1) / static_cast<double>(warmUp));
    if (!distilSettles(options, step)) return options.learningRate * rise;
    const std::int64_t start = decayStart(options.steps);
    const double left =
        static_cast<double>(options.steps - step) / static_cast<double>(options.steps - start);
    return options.learningRate * rise * left;
}

bool distilSettles(const DistilOptions& options, std::int64_t step) {
    return step >= decayStart(options.steps);
}

DistilBatchSize distilBatchOf(const DistilOptions& options, std::int64_t step) {
    const int side = kDistilSides.at(static_cast<std::size_t>(step % std::ssize(kDistilSides)));
    return {.side = side,
            .count = static_cast<int>(
                std::lround(options.picturesPerStep * 256.0 * 256.0 / (static_cast<double>(side) * side)))};
}

std::shared_ptr<const Trunk> openDistilTeacher(const DistilOptions& options, int lastLayer) {
    // What the student leaves unexplained is tens of per cent; bfloat16 is right to half a per cent.
    return openTrunk(options.teacher, lastLayer, options.device, {},
                     hasFastBFloat16() ? Precision::BFloat16 : Precision::Float32);
}

}  // namespace segad::nn

extern "C" segad::DistilResult segadDistilBackbone(const segad::DistilOptions& options,
                                                   const segad::DistilPictures& training,
                                                   const segad::DistilPictures& heldOut, segad::Job& job) {
    return segad::nn::guardedTraining("distillation",
                                      [&] { return segad::nn::run(options, training, heldOut, job); });
}
