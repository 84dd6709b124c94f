#include "core/workflow/disagreement.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "core/image/percentile_scale.h"
#include "core/workflow/detector_scoring.h"

namespace segad {

namespace {
/// Fewer calibrate parts say nothing about percentiles.
constexpr std::size_t kLeastReference = 5;

RunRecord chosenRun(const Project& project, const std::string& detector, RunId run) {
    if (run == 0) return newestTrainings(project, {detector}).front();
    if (std::optional<RunRecord> found = project.runs().find(run)) return *found;
    throw Error(ErrorCode::NotFound, "run " + std::to_string(run), "is not in the project",
                "Choose a training that 'segad info' lists.");
}

/// What one detector says of all parts.
struct Opinion {
    RunRecord run;
    std::unordered_map<PartId, double> scores;
    std::vector<double> reference;  ///< ascending
    std::vector<double> percentiles;
};

Opinion opinionOf(const Project& project, RunRecord run) {
    Opinion opinion{.run = std::move(run)};
    for (const ScoreRecord& score : project.runs().scores(opinion.run.id))
        opinion.scores.emplace(score.part, score.imageScore);
    if (opinion.scores.empty()) {
        throw Error(ErrorCode::NotFound, opinion.run.subject, "has scored no parts",
                    "Score them first: segad score " + project.file().string() + " --detector " +
                        opinion.run.subject + ".");
    }
    return opinion;
}

void requirePercentiles(const Project& project, Opinion& opinion) {
    std::optional<std::vector<double>> percentiles = project.maps().percentiles(opinion.run.id);
    if (!percentiles) {
        throw Error(ErrorCode::NotFound, opinion.run.subject, "has no calibrated maps to compare",
                    "Score the calibrate parts: segad score " + project.file().string() + " --detector " +
                        opinion.run.subject + "; or compare image scores.");
    }
    opinion.percentiles = std::move(*percentiles);
}

std::unordered_set<PartId> calibrateParts(const Project& project, const RunRecord& run) {
    std::unordered_set<PartId> parts;
    if (run.snapshot == 0) return parts;
    for (const RolePair& pair : project.runs().snapshot(run.snapshot))
        if (pair.role == Role::Calibrate) parts.insert(pair.part);
    return parts;
}

void setReference(const Project& project, Opinion& opinion, const Opinion& other, ScoreReference among) {
    if (among == ScoreReference::Calibrate) {
        for (const PartId part : calibrateParts(project, opinion.run))
            if (const auto score = opinion.scores.find(part); score != opinion.scores.end())
                opinion.reference.push_back(score->second);
        if (opinion.reference.size() < kLeastReference) {
            throw Error(ErrorCode::NotFound, opinion.run.subject,
                        "has only " + std::to_string(opinion.reference.size()) + " scored calibrate parts",
                        "Compare among all parts.");
        }
    } else {
        for (const auto& [part, score] : opinion.scores)
            if (other.scores.contains(part)) opinion.reference.push_back(score);
    }
    std::ranges::sort(opinion.reference);
}

/// Mean and largest distance of the maps; false when one of them is missing.
bool compareMaps(const Project& project, const Opinion& first, const Opinion& second, Disagreement& part) {
    const std::optional<AnomalyMap> a = project.maps().get(first.run.id, part.part);
    const std::optional<AnomalyMap> b = project.maps().get(second.run.id, part.part);
    if (!a || !b) return false;
    const cv::Mat difference = percentileDifference({*a, first.percentiles}, {*b, second.percentiles});
    double sum = 0;
    double most = 0;
    for (int y = 0; y < difference.rows; ++y) {
        const auto* row = difference.ptr<float>(y);
        for (int x = 0; x < difference.cols; ++x) {
            sum += std::abs(row[x]);
            most = std::max<double>(most, std::abs(row[x]));
        }
    }
    part.mapMean = sum / static_cast<double>(difference.total());
    part.mapMax = most;
    return true;
}
}  // namespace

double rankAmong(const std::vector<double>& sorted, double value) {
    const auto [low, high] = std::equal_range(sorted.begin(), sorted.end(), value);
    const auto below = static_cast<double>(low - sorted.begin());
    const auto equal = static_cast<double>(high - low);
    return 100 * (below + equal / 2) / static_cast<double>(sorted.size());
}

DisagreementReport findDisagreements(const DisagreementRequest& request, Job& job) {
    const Project project = Project::open(request.project, true);
    Opinion first = opinionOf(project, chosenRun(project, request.first, request.firstRun));
    Opinion second = opinionOf(project, chosenRun(project, request.second, request.secondRun));
    if (first.run.id == second.run.id) {
        throw Error(ErrorCode::InvalidArgument, first.run.subject, "is compared with itself",
                    "Choose two detectors.");
    }
    const bool byMaps = request.by != DisagreementBy::Score;
    for (Opinion* opinion : {&first, &second})
        if (byMaps) requirePercentiles(project, *opinion);
    setReference(project, first, second, request.among);
    setReference(project, second, first, request.among);

    DisagreementReport report{.first = first.run, .second = second.run};
    const std::vector<PartRecord> parts = project.parts().all();
    std::uint64_t done = 0;
    for (const PartRecord& part : parts) {
        job.progress(done++, parts.size(), "Comparing");
        const auto a = first.scores.find(part.id);
        const auto b = second.scores.find(part.id);
        if (a == first.scores.end() || b == second.scores.end()) continue;
        Disagreement found{.part = part.id,
                           .path = part.path,
                           .label = part.label,
                           .defectType = part.defectType,
                           .firstPercentile = rankAmong(first.reference, a->second),
                           .secondPercentile = rankAmong(second.reference, b->second)};
        if (byMaps && !compareMaps(project, first, second, found)) continue;
        found.size = request.by == DisagreementBy::Score
                         ? std::abs(found.firstPercentile - found.secondPercentile)
                         : (request.by == DisagreementBy::MapMean ? found.mapMean : found.mapMax).value();
        report.parts.push_back(std::move(found));
    }
    report.compared = report.parts.size();
    std::ranges::stable_sort(report.parts, std::greater(), &Disagreement::size);
    if (request.top > 0 && report.parts.size() > request.top) report.parts.resize(request.top);
    return report;
}

}  // namespace segad
