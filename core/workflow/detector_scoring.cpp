#include "core/workflow/detector_scoring.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "core/detector/catalog.h"
#include "core/detector/scoring.h"
#include "core/nn/model_io.h"
#include "core/workflow/part_images.h"
#include "core/workflow/roles.h"
#include "core/workflow/score_writer.h"
#include "core/workflow/statistics.h"
#include "core/workflow/thresholds.h"

namespace segad {

namespace {
/// More pixels than this tell percentiles no better; above it every k-th is taken.
constexpr std::size_t kMaxPercentileValues = std::size_t{1} << 24U;

std::unordered_set<PartId> calibrateIds(const Project& project, const RunRecord& run) {
    std::unordered_set<PartId> ids;
    if (run.snapshot == 0) return ids;
    for (const RolePair& pair : project.runs().snapshot(run.snapshot)) {
        if (pair.role == Role::Calibrate) ids.insert(pair.part);
    }
    return ids;
}

void storePercentiles(Project& project, const RunRecord& run, const std::vector<PartId>& calibrate) {
    std::vector<float> values;
    std::size_t stride = 1;
    for (const PartId part : calibrate) {
        const std::optional<AnomalyMap> map = project.maps().get(run.id, part);
        if (!map) continue;
        const cv::Mat& pixels = map->pixels();
        if (values.empty()) {
            stride = 1 + pixels.total() * calibrate.size() / kMaxPercentileValues;
            values.reserve(pixels.total() * calibrate.size() / stride + 1);
        }
        const cv::Mat row = pixels.isContinuous() ? pixels : pixels.clone();
        const auto* first = row.ptr<float>();
        for (std::size_t i = 0; i < row.total(); i += stride)
            values.push_back(first[i]);
    }
    if (values.empty()) return;
    project.maps().putPercentiles(run.id, percentilesOf(std::move(values)));
}

/// Calibration parts of any of the runs first, so that heatmaps have their scale early.
std::vector<PartRecord> calibrateFirst(const Project& project, std::span<const TrainedDetector> detectors,
                                       std::vector<PartRecord> parts, std::size_t& calibrateCount) {
    std::unordered_set<PartId> calibrate;
    for (const TrainedDetector& trained : detectors)
        calibrate.merge(calibrateIds(project, trained.run));
    const auto middle = std::stable_partition(
        parts.begin(), parts.end(), [&](const PartRecord& part) { return calibrate.contains(part.id); });
    calibrateCount = static_cast<std::size_t>(middle - parts.begin());
    return parts;
}

int scoreSeries(const Project& project, std::span<const TrainedDetector> detectors,
                std::vector<PartRecord> parts, std::vector<std::unordered_set<PartId>> kept,
                std::uint64_t doneBefore, std::uint64_t total, Job& job) {
    if (parts.empty()) return 0;
    const PartImages images(project, std::move(parts));
    std::vector<const Detector*> borrowed;
    std::vector<RunId> runs;
    for (const TrainedDetector& trained : detectors) {
        borrowed.push_back(trained.detector.get());
        runs.push_back(trained.run.id);
    }
    ScoreWriter writer(project.file(), runs, std::move(kept));
    int scored = 0;
    ScoringCallbacks callbacks;
    callbacks.scored = [&](std::size_t index, std::vector<Scored> perDetector, double seconds) {
        writer.put(images.parts()[index].id, std::move(perDetector), seconds);
        ++scored;
    };
    callbacks.failed = [&](std::size_t, const Error& error) { job.warn(error); };
    {
        const double share = static_cast<double>(images.size()) / static_cast<double>(total - doneBefore);
        Job::Stage stage(job, share, "Scoring");
        scoreSource(borrowed, images, callbacks, stage.job());
    }
    writer.finish();
    return scored;
}
}  // namespace

std::vector<RunRecord> newestTrainings(const Project& project, const std::vector<std::string>& names) {
    std::map<std::string, RunRecord> newest;
    for (RunRecord& run : project.runs().all()) {
        if (run.kind == RunKind::Train && run.outcome == RunOutcome::Done) {
            const std::string key = run.subject;
            newest.insert_or_assign(key, std::move(run));
        }
    }
    std::vector<std::string> order = names;
    if (order.empty()) {
        for (const DetectorInfo& info : detectorCatalog())
            order.push_back(info.key);
        for (const auto& [key, run] : newest) {
            if (std::ranges::find(order, key) == order.end()) order.push_back(key);
        }
    }
    std::vector<RunRecord> runs;
    for (const std::string& name : order) {
        const auto found = newest.find(name);
        if (found != newest.end()) {
            runs.push_back(found->second);
        } else if (!names.empty()) {
            throw Error(
                ErrorCode::NotFound, name, "has not been trained in this project",
                "Train it first: segad train " + project.file().string() + " --detector " + name + ".");
        }
    }
    return runs;
}

bool isImported(const RunRecord& training) noexcept {
    return training.modelFile.empty();
}

TrainedDetector loadTrained(const Project& project, const RunRecord& run, const std::string& device,
                            std::optional<Precision> precision) {
    const Path file = project.runs().modelFile(run);
    const std::string again = "segad train " + project.file().string() + " --detector " + run.subject;
    if (file.empty()) {
        throw Error(ErrorCode::NotFound, run.subject, "has no model here: its maps came from another program",
                    "Import maps for the parts that lack them, or train: " + again + ".");
    }
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        throw Error(ErrorCode::NotFound, file.string(),
                    "is missing: the model of run " + std::to_string(run.id),
                    "Copy the -models folder to the project again, or train anew: " + again + ".");
    }
    return {.run = run, .detector = loadDetector(ModelReader(file), device, precision)};
}

std::vector<PartRecord> unscored(const Project& project, const RunRecord& run,
                                 const std::vector<PartRecord>& parts, bool makesMaps) {
    const std::vector<PartId> withMap = project.maps().partsWithMap(run.id);
    const std::set<PartId> maps(withMap.begin(), withMap.end());
    std::set<PartId> complete;
    for (const ScoreRecord& score : project.runs().scores(run.id)) {
        if (!makesMaps || maps.contains(score.part)) complete.insert(score.part);
    }
    std::vector<PartRecord> missing;
    std::ranges::copy_if(parts, std::back_inserter(missing),
                         [&](const PartRecord& part) { return !complete.contains(part.id); });
    return missing;
}

std::vector<PartRecord> unscored(const Project& project, const RunRecord& run,
                                 const std::vector<PartRecord>& parts) {
    const DetectorInfo* info = findDetector(run.subject);
    std::vector<PartRecord> missing = unscored(project, run, parts, info == nullptr || info->makesMaps);
    const std::unordered_set<PartId> outOfFold = outOfFoldParts(project, run);
    std::erase_if(missing, [&](const PartRecord& part) { return outOfFold.contains(part.id); });
    return missing;
}

void scoreUnseen(const Project& project, const TrainedDetector& trained, std::vector<PartRecord> parts,
                 Job& job) {
    const std::size_t total = parts.size();
    scoreSeries(project, {&trained, 1}, std::move(parts), std::vector<std::unordered_set<PartId>>(1), 0,
                total, job);
}

int scoreAndStore(Project& project, std::span<const TrainedDetector> detectors,
                  const std::vector<PartRecord>& parts, Job& job) {
    std::vector<std::unordered_set<PartId>> kept;
    for (const TrainedDetector& trained : detectors)
        kept.push_back(outOfFoldParts(project, trained.run));
    std::vector<PartRecord> wanted = parts;
    std::erase_if(wanted, [&](const PartRecord& part) {
        return std::ranges::all_of(kept, [&](const auto& own) { return own.contains(part.id); });
    });
    std::size_t calibrateCount = 0;
    std::vector<PartRecord> ordered = calibrateFirst(project, detectors, std::move(wanted), calibrateCount);
    const auto middle = ordered.begin() + static_cast<std::ptrdiff_t>(calibrateCount);
    std::vector<PartRecord> first(ordered.begin(), middle);
    std::vector<PartRecord> rest(middle, ordered.end());
    int scored = scoreSeries(project, detectors, std::move(first), kept, 0, ordered.size(), job);
    for (const TrainedDetector& trained : detectors)
        completeCalibration(project, trained.run);
    scored += scoreSeries(project, detectors, std::move(rest), std::move(kept), calibrateCount,
                          ordered.size(), job);
    return scored;
}

void completeCalibration(Project& project, const RunRecord& run) {
    std::vector<PartId> calibrate;
    std::vector<double> imageScores;
    const std::unordered_set<PartId> ids = calibrateIds(project, run);
    for (const ScoreRecord& score : project.runs().scores(run.id)) {
        if (!ids.contains(score.part)) continue;
        calibrate.push_back(score.part);
        imageScores.push_back(score.imageScore);
    }
    if (calibrate.empty()) return;
    if (!project.maps().percentiles(run.id)) storePercentiles(project, run, calibrate);
    if (!project.runs().thresholds(run.id)) {
        project.runs().putThresholds(proposeForDetector(run.id, imageScores));
    }
}

}  // namespace segad
