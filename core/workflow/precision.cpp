#include <chrono>
#include <cmath>
#include <limits>

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

/// Good parts the detector has not learned from, and the bad parts that a forest would be given.
std::vector<PartRecord> partsFor(const Project& project, const RunRecord& run) {
    std::vector<PartRecord> parts = rolesOfRun(project, run).with(Role::Calibrate);
    // Calibrate parts are good, whatever their label has become.
    for (PartRecord& part : parts)
        part.label = Label::Good;
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

    /// Returns the part's score.
    double score(const cv::Mat& rgb, bool isBad) {
        if (count_++ == 0) detector_->score({&rgb, 1});  // the first pass sets things up
        const auto begin = std::chrono::steady_clock::now();
        const double score = detector_->score({&rgb, 1}).front().imageScore;
        seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        (isBad ? sets_.bad : sets_.good).push_back(score);
        return score;
    }

    const ScoreSets& sets() const { return sets_; }

    PrecisionComparison::Figures figures() const {
        return {.auroc = auroc(sets_), .secondsPerPart = seconds_ / count_};
    }

private:
    std::unique_ptr<Detector> detector_;
    ScoreSets sets_;
    int count_ = 0;
    double seconds_ = 0;
};

/// 0 when all values are alike, or when there are fewer than two.
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
    const PartImages images(project, partsFor(project, run));
    if (images.size() == 0) {
        throw Error(ErrorCode::InvalidData, run.subject,
                    "has neither calibrate parts nor bad parts to compare with",
                    "Give some good parts the role calibrate, or label bad parts.");
    }
    Measured plain(project, run, device, Precision::Float32);
    Measured quick(project, run, device, Precision::BFloat16);
    double largestChange = 0;
    for (std::size_t i = 0; i < images.size(); ++i) {
        job.progress(i, images.size());
        cv::Mat rgb;
        try {
            rgb = images.rgb(i);
        } catch (const Error& error) {
            job.warn(error);  // as in scoring: the others still tell
            continue;
        }
        const bool isBad = images.parts()[i].label == Label::Bad;
        const double score = plain.score(rgb, isBad);
        largestChange = std::max(largestChange, std::abs(score - quick.score(rgb, isBad)));
    }
    const ScoreSets& scores = plain.sets();
    if (scores.good.empty() && scores.bad.empty()) {
        throw Error(ErrorCode::InvalidData, run.subject, "has no readable part to compare with",
                    "Check the pictures, or point the project to where they are now.");
    }
    PrecisionComparison result{.run = run.id,
                               .detector = run.subject,
                               .good = static_cast<int>(scores.good.size()),
                               .bad = static_cast<int>(scores.bad.size()),
                               .float32 = plain.figures(),
                               .bfloat16 = quick.figures(),
                               .inHardware = hasFastBFloat16()};
    if (const auto difference = compareAuroc(scores, quick.sets()))
        result.aurocError = difference->standardError;
    const double deviation = deviationOf(scores.good);
    result.largestChange =
        deviation > 0 ? largestChange / deviation : std::numeric_limits<double>::quiet_NaN();
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
