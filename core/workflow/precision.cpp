#include <chrono>
#include <cmath>

#include "core/detector/catalog.h"
#include "core/detector/trunk_precision.h"
#include "core/metric/intervals.h"
#include "core/metric/roc.h"
#include "core/workflow/detector_scoring.h"
#include "core/workflow/part_images.h"
#include "core/workflow/roles.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
std::vector<RunRecord> runsToCompare(const Project& project, const PrecisionRequest& request) {
    std::vector<RunRecord> runs;
    if (request.run) {
        if (const auto run = project.runs().find(*request.run); run && run->kind == RunKind::Train)
            runs.push_back(*run);
    } else {
        runs =
            newestTrainings(project, request.detector.empty() ? std::vector<std::string>{}
                                                              : std::vector<std::string>{request.detector});
    }
    if (request.detector.empty() && !request.run)
        std::erase_if(runs, [](const RunRecord& run) { return !hasPrecision(run); });
    if (runs.empty()) {
        throw Error(ErrorCode::NotFound, project.file().string(),
                    "has no trained detector that scores from a frozen backbone",
                    "Train one first: segad train " + project.file().string() + " --detector patchcore.");
    }
    for (const RunRecord& run : runs) {
        if (hasPrecision(run)) continue;
        throw Error(ErrorCode::InvalidArgument, run.subject, "has no frozen backbone whose precision matters",
                    "Name a detector such as patchcore.");
    }
    return runs;
}

/// Of few bad parts half, so that there are others to test by.
int badCount(const Project& project) {
    constexpr std::size_t kFew = 20;
    const std::size_t all = project.parts().count({.label = Label::Bad});
    return all < kFew ? static_cast<int>(all / 2) : 0;
}

/// Good parts the detector has not learned from, then the bad parts that a forest would be given.
std::vector<PartRecord> partsFor(const Project& project, const RunRecord& run, std::size_t& goodCount) {
    std::vector<PartRecord> parts = rolesOfRun(project, run).with(Role::Calibrate);
    goodCount = parts.size();
    if (project.parts().count({.label = Label::Bad}) < 2) return parts;
    for (PartRecord& bad : rolesForTraining(project, badPartOptions(project, badCount(project),
                                                                    kDefaultForestSeed, std::nullopt))
                               .with(Role::Fit))
        parts.push_back(std::move(bad));
    return parts;
}

/// One precision's scores, part by part.
class Measured {
public:
    Measured(const Project& project, const RunRecord& run, const std::string& device, Precision precision)
        : detector_(loadTrained(project, run, device, precision).detector) {}

    void score(const cv::Mat& rgb) {
        if (scores_.empty()) detector_->score({&rgb, 1});  // the first pass sets things up
        const auto begin = std::chrono::steady_clock::now();
        scores_.push_back(detector_->score({&rgb, 1}).front().imageScore);
        seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }

    ScoreSets sets(std::size_t goodCount) const {
        const auto middle = scores_.begin() + static_cast<std::ptrdiff_t>(goodCount);
        return {.good = {scores_.begin(), middle}, .bad = {middle, scores_.end()}};
    }

    PrecisionComparison::Figures figures(std::size_t goodCount) const {
        return {.auroc = auroc(sets(goodCount)),
                .secondsPerPart = seconds_ / static_cast<double>(scores_.size())};
    }

    const std::vector<double>& scores() const { return scores_; }

private:
    std::unique_ptr<Detector> detector_;
    std::vector<double> scores_;
    double seconds_ = 0;
};

double deviationOf(const std::vector<double>& values) {
    if (values.empty()) return 0;
    const double count = static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values)
        sum += value;
    double squares = 0;
    for (const double value : values)
        squares += (value - sum / count) * (value - sum / count);
    return std::sqrt(squares / count);
}

PrecisionComparison compare(const Project& project, const RunRecord& run, const std::string& device,
                            Job& job) {
    std::size_t goodCount = 0;
    const PartImages images(project, partsFor(project, run, goodCount));
    if (images.size() == 0) {
        throw Error(ErrorCode::InvalidData, run.subject,
                    "has neither calibrate parts nor bad parts to compare with",
                    "Give some good parts the role calibrate, or label bad parts.");
    }
    Measured plain(project, run, device, Precision::Float32);
    Measured quick(project, run, device, Precision::BFloat16);
    for (std::size_t i = 0; i < images.size(); ++i) {
        job.progress(i, images.size());
        const cv::Mat rgb = images.rgb(i);
        plain.score(rgb);
        quick.score(rgb);
    }
    PrecisionComparison result{.run = run.id,
                               .detector = run.subject,
                               .good = static_cast<int>(goodCount),
                               .bad = static_cast<int>(images.size() - goodCount),
                               .float32 = plain.figures(goodCount),
                               .bfloat16 = quick.figures(goodCount),
                               .inHardware = hasFastBFloat16()};
    if (const auto difference = compareAuroc(plain.sets(goodCount), quick.sets(goodCount)))
        result.aurocError = difference->standardError;
    const double deviation = deviationOf(plain.sets(goodCount).good);
    for (std::size_t i = 0; i < images.size(); ++i)
        result.largestChange =
            std::max(result.largestChange, std::abs(plain.scores()[i] - quick.scores()[i]) / deviation);
    return result;
}
}  // namespace

bool hasPrecision(const RunRecord& run) {
    const DetectorInfo* info = findDetector(run.subject);
    return run.kind == RunKind::Train && run.outcome == RunOutcome::Done && !isImported(run) &&
           info != nullptr && info->params.find(kPrecisionParam) != nullptr;
}

TrainRequest inBFloat16(const Path& project, const RunRecord& run) {
    TrainRequest request{.project = project,
                         .detector = run.subject,
                         .backbone = run.backbone,
                         .params = run.params,
                         .seed = run.seed};
    request.params[kPrecisionParam] = toString(Precision::BFloat16);
    return request;
}

std::vector<PrecisionComparison> comparePrecision(const PrecisionRequest& request, Job& job) {
    const Project project = Project::open(request.project, true);
    const std::vector<RunRecord> runs = runsToCompare(project, request);
    std::vector<PrecisionComparison> comparisons;
    for (const RunRecord& run : runs) {
        Job::Stage stage(job, 1.0 / static_cast<double>(runs.size()), run.subject);
        comparisons.push_back(compare(project, run, request.device, stage.job()));
    }
    return comparisons;
}

}  // namespace segad
