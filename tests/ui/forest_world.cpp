#include "tests/ui/forest_world.h"

#include <algorithm>

#include <opencv2/core.hpp>

#include "core/forest/forest.h"

namespace segad::test {

RunId addContrary(const UiWorld& world) {
    Project project = Project::open(world.project());
    RunRecord run{.kind = RunKind::Train, .subject = "fastflow"};
    run.id = project.runs().start(run);
    const std::vector<PartRecord> parts = project.parts().all();
    std::vector<ScoreRecord> scores;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const float seen = i + 1 == parts.size() ? 200 : 10;
        project.maps().put(run.id, parts[i].id,
                           AnomalyMap(cv::Mat(8, 8, CV_32FC1, cv::Scalar(seen)), "test"));
        scores.push_back({.part = parts[i].id, .imageScore = -static_cast<double>(i), .mapMax = seen});
    }
    project.runs().putScores(run.id, scores);
    std::vector<double> percentiles(101);
    for (std::size_t i = 0; i < percentiles.size(); ++i)
        percentiles[i] = static_cast<double>(i);
    project.maps().putPercentiles(run.id, percentiles);
    run.outcome = RunOutcome::Done;
    project.runs().finish(run);
    return run.id;
}

RunId addForest(const UiWorld& world) {
    const std::vector<std::string> detectors{"patchcore"};
    FeatureTable table(featureNames(2, detectors));
    std::vector<std::uint8_t> isBad;
    for (int i = 0; i < 40; ++i) {
        std::vector<double> row(table.columns().size(), 1);
        const auto mean = std::ranges::find(table.columns(), "b_patchcore_mean") - table.columns().begin();
        row[static_cast<std::size_t>(mean)] = i < 20 ? 0.499 : 0.501;
        table.append(i + 1, row);
        isBad.push_back(i < 20 ? 0 : 1);
    }
    Job job;
    const Forest forest = Forest::fit(table, isBad, {.params = {{"parallel_trees", 20}}}, job);
    Project project = Project::open(world.project());
    RunRecord fit{.kind = RunKind::Fit, .subject = "brf"};
    fit.params = {{"segments", 2}};
    fit.inputs = {world.trainRun(), project.segments().currentRun()};
    std::vector<RolePair> roles;
    for (const PartRecord& part : project.parts().all())
        roles.push_back({part.id, roles.empty() ? Role::Calibrate : Role::Test, {}});
    const PartId first = roles.front().part;
    fit.snapshot = project.runs().putSnapshot(roles);
    fit.id = project.runs().start(fit);
    project.runs().putForest({.run = fit.id,
                              .kind = "brf",
                              .columns = forest.columns(),
                              .model = forest.serialize(),
                              .gains = forest.importance().columns});
    project.runs().putScores(fit.id, std::vector<ScoreRecord>{{.part = first, .imageScore = 0.1}});
    const std::vector<double> margins = forest.score(table);
    const double middle = (margins.front() + margins.back()) / 2;
    project.runs().putThresholds({.run = fit.id, .review = middle, .reject = middle + 10});
    fit.outcome = RunOutcome::Done;
    project.runs().finish(fit);
    return fit.id;
}

}  // namespace segad::test
