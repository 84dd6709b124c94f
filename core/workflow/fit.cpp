#include <algorithm>
#include <chrono>
#include <unordered_set>

#include "core/forest/forest.h"
#include "core/workflow/cross_validation.h"
#include "core/workflow/feature_defects.h"
#include "core/workflow/forest_fitting.h"
#include "core/workflow/one_class.h"
#include "core/workflow/part_features.h"
#include "core/workflow/part_groups.h"
#include "core/workflow/run_recording.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
// Features are read from the cache in most fits; the first one computes them.
constexpr double kSegmentShare = 0.3;    // of the whole, when there are none yet; the rest of what remains
constexpr double kGeneratedShare = 0.5;  // of what remains, when they have to be scored
constexpr double kFeatureShare = 0.65;
constexpr double kForestShare = 0.25;
constexpr double kThresholdShare = 0.1;
/// Thresholds and the scores of learned parts must be right within the noise of a handful of parts, not to
/// their tenth digit.
constexpr FoldPlan kFolds{.repeats = 2, .trees = 400};

/// A detector remembers the bad parts it has learned from: a forest may learn from its scores of them only
/// when they come from detectors that had not seen them.
void requireOutOfFold(const Project& project, const std::vector<RunRecord>& detectors) {
    for (const RunRecord& run : detectors) {
        if (run.snapshot == 0) continue;
        const std::vector<RolePair> roles = project.runs().snapshot(run.snapshot);
        const auto remembered = std::ranges::count_if(
            roles, [](const RolePair& pair) { return pair.role == Role::Fit && !pair.fold; });
        if (remembered == 0) continue;
        throw Error(ErrorCode::InvalidData, run.subject,
                    "has learned from " + std::to_string(remembered) +
                        " bad parts without cross-fitting: a forest would learn from its memory of them",
                    "Train it again with cross-fitting: segad train " + project.file().string() +
                        " --detector " + run.subject + "; or choose other detectors.");
    }
}

/// Parts without maps take no part in the run; one sentence says so.
void dropWithoutRow(RoleTable& roles, const FeatureTable& table, RunRecord& run, const Path& project) {
    const std::unordered_set<PartId> present(table.partIds().begin(), table.partIds().end());
    std::size_t dropped = 0;
    std::string first;
    for (std::size_t i = 0; i < roles.parts.size(); ++i) {
        // A training part needs no features; that it was trained on must stay known.
        if (roles.roles[i] == Role::None || roles.roles[i] == Role::Train) continue;
        if (present.contains(roles.parts[i].id)) continue;
        roles.roles[i] = Role::None;
        if (dropped++ == 0) first = roles.parts[i].path;
    }
    if (dropped == 0) return;
    remark(run, std::to_string(dropped) + " parts have no anomaly maps and are left out (first: " + first +
                    "); 'segad score " + project.string() + " --only-missing' makes them or says why not");
}

/// Margins of all rows of `table`. A part that the forest has learned from, or a copy of one, has the margin
/// of forests that had not seen it, and none when there are no such forests.
std::vector<ScoreRecord> scoresOf(const Forest& forest, const FeatureTable& table,
                                  const std::vector<std::size_t>& groupOf, const FitRows& learned,
                                  const std::optional<OutOfFold>& unseen) {
    const auto start = std::chrono::steady_clock::now();
    const std::vector<double> margins = forest.score(table);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::unordered_set<std::size_t> known;
    for (const std::size_t row : learned.rows)
        known.insert(groupOf[row]);
    std::vector<ScoreRecord> scores;
    scores.reserve(margins.size());
    for (std::size_t i = 0; i < margins.size(); ++i) {
        const bool seen = known.contains(groupOf[i]);
        if (seen && !unseen) continue;
        scores.push_back({.part = table.partIds()[i],
                          .imageScore = seen ? unseen->margins[i] : margins[i],
                          .seconds = seconds / static_cast<double>(margins.size())});
    }
    return scores;
}

/// What there is to say when segment maps had to be made; "" when they were there.
std::string ensureSegments(const Project& project, Job& job) {
    if (project.segments().currentRun() != 0) return {};
    Job::Stage stage(job, kSegmentShare, "Making segment maps");
    makeSegments({.project = project.file(), .source = "whole"}, stage.job());
    return "There are no segment maps, so each part is one segment: features are those of the whole picture";
}

void requireBadRows(const FitRows& rows) {
    if (rows.bad() > 0) return;
    throw Error(ErrorCode::InvalidData, "bad parts", "none is left to fit the forest",
                "Label or import bad parts, generate defects on the parts that calibrate, or learn from rows "
                "generated in feature space.");
}

RunRecord fitRecord(const FitRequest& request, const FeatureInputs& inputs, const RoleTable& roles) {
    RunRecord run = newRun(RunKind::Fit, request.forest);
    run.params = {{"forest", findForestKind(request.forest).params.complete(request.params)},
                  {"detectors", inputs.detectorNames()},
                  {"segments", inputs.segments},
                  {"bad_for_fit", request.badForFit}};
    if (request.publishedSubset) run.params["published_subset"] = *request.publishedSubset;
    if (request.bad != BadParts::All) run.params["bad_parts"] = toString(request.bad);
    if (!request.featureDefects.empty()) run.params["feature_defects"] = request.featureDefects;
    run.seed = request.seed;
    for (const RunRecord& detector : inputs.detectors)
        run.inputs.push_back(detector.id);
    run.inputs.push_back(inputs.segmentRun);
    for (const std::string& note : roles.notes)
        remark(run, note);
    return run;
}
}  // namespace

RunId fitForest(const FitRequest& request, Job& job) {
    Project project = Project::open(request.project);
    const ForestOptions options{.kind = request.forest, .params = request.params, .seed = request.seed};
    FeatureInputs inputs{.detectors = detectorsWithMaps(project, request.detectors),
                         .areas = wantsAreas(request.params)};
    requireOutOfFold(project, inputs.detectors);
    requireFeatureDefects(request.featureDefects);
    const SplitOptions drawn =
        badPartOptions(project, request.badForFit, request.seed, request.publishedSubset, request.bad);
    const std::string segmentRemark = ensureSegments(project, job);
    double rest = segmentRemark.empty() ? 1 : 1 - kSegmentShare;
    std::string generatedRemark;
    if (request.bad == BadParts::Generated) {
        Job::Stage stage(job, rest * kGeneratedShare, "Generated parts");
        generatedRemark =
            prepareOneClass(project, inputs.detectors, request.seed, request.device, stage.job());
        rest *= 1 - kGeneratedShare;
    }
    RoleTable roles = rolesForFitting(project, inputs.detectors, drawn);
    inputs.segmentRun = project.segments().currentRun();
    inputs.segments = static_cast<int>(project.segments().names().size());

    RunRecord run = fitRecord(request, inputs, roles);
    remark(run, segmentRemark);
    remark(run, generatedRemark);
    std::optional<Forest> forest;
    ThresholdRecord thresholds;
    std::vector<ScoreRecord> scores;
    recordRun(
        project, run,
        [&](RunRecord& started) {
            FeatureTable table;
            {
                Job::Stage stage(job, rest * kFeatureShare, "Features");
                table = featureTable(project, inputs, roles.parts, stage.job());
            }
            dropWithoutRow(roles, table, started, request.project);
            const auto [lessons, rows] =
                withFeatureDefects(table, fitRows(table, roles), request.featureDefects, request.seed);
            requireBadRows(rows);
            {
                Job::Stage stage(job, rest * kForestShare, "Growing the forest");
                forest = Forest::fit(lessons.subset(rows.rows), rows.isBad, options, stage.job());
            }
            Job::Stage stage(job, rest * kThresholdShare, "Proposing thresholds");
            const std::vector<std::size_t> groupOf = groupsOfRows(partGroups(project, roles.parts), lessons);
            const std::optional<OutOfFold> unseen =
                outOfFold(lessons, rows, groupOf, options, kFolds, stage.job());
            scores = scoresOf(*forest, table, groupOf, rows, unseen);
            thresholds = proposeThresholds(started.id, *forest, lessons, rows, unseen);
            started.params["bad_weight"] = forest->facts().badWeight;
            started.params[kOutOfFoldParam] = unseen.has_value();
        },
        [&](RunRecord& finished) {
            finished.snapshot = project.runs().putSnapshot(roles.pairs());
            project.runs().putForest({.run = finished.id,
                                      .kind = request.forest,
                                      .columns = forest->columns(),
                                      .model = forest->serialize(),
                                      .gains = forest->importance().columns});
            project.runs().putScores(finished.id, scores);
            project.runs().putThresholds(thresholds);
        });
    return run.id;
}

}  // namespace segad
