#include "core/workflow/seed_repeats.h"

#include <map>
#include <mutex>

#include "core/base/threads.h"
#include "core/metric/fpr_at_tpr.h"
#include "core/metric/precision_recall.h"
#include "core/metric/roc.h"
#include "core/metric/seed_stats.h"
#include "core/workflow/evaluation_figures.h"
#include "core/workflow/feature_defects.h"
#include "core/workflow/forest_fitting.h"
#include "core/workflow/part_features.h"
#include "core/workflow/roles.h"

namespace segad {

namespace {
struct SeedFigures {
    std::optional<double> auroc;
    std::optional<double> averagePrecision;
    std::optional<double> fprAt95Tpr;
};

SeedFigures figuresOf(const ScoreSets& sets) {
    SeedFigures figures{.auroc = auroc(sets), .averagePrecision = averagePrecision(sets)};
    if (const std::optional<FprAtTpr> fpr = fprAtTprQuantile(sets))
        figures.fprAt95Tpr = fpr->falsePositiveRate;
    return figures;
}

Json summary(const std::vector<SeedFigures>& bySeed, std::optional<double> SeedFigures::*figure) {
    std::vector<double> values;
    for (const SeedFigures& figures : bySeed) {
        if (figures.*figure) values.push_back(*(figures.*figure));
    }
    const std::optional<SeedStats> stats = seedStats(values);
    if (!stats) return nullptr;
    return {{"mean", stats->mean},
            {"deviation", stats->deviation ? Json(*stats->deviation) : Json(nullptr)},
            {"values", values}};
}

/// What each seed is judged with besides the forest.
struct Baseline {
    std::string name;
    ScoreOfPart scores;
};

std::vector<Baseline> baselines(const Project& project, const FeatureInputs& inputs) {
    std::vector<Baseline> all;
    for (const RunRecord& run : inputs.detectors) {
        Baseline own{.name = run.subject};
        Baseline maximum{.name = run.subject + " (map maximum)"};
        for (const ScoreRecord& score : project.runs().scores(run.id)) {
            own.scores[score.part] = score.imageScore;
            if (score.mapMax) maximum.scores[score.part] = *score.mapMax;
        }
        all.push_back(std::move(own));
        if (!maximum.scores.empty()) all.push_back(std::move(maximum));
    }
    return all;
}

TestSet testSetOf(const RoleTable& roles) {
    TestSet test;
    test.parts = roles.with(Role::Test);
    std::erase_if(test.parts, [](const PartRecord& part) { return part.label == Label::Unlabelled; });
    return test;
}

SeedFigures fitOnce(const FeatureTable& table, const RoleTable& roles, const TestSet& test,
                    const ForestOptions& options, const std::vector<std::string>& featureDefects) {
    Job unseen;
    const auto [lessons, rows] =
        withFeatureDefects(table, fitRows(table, roles), featureDefects, options.seed);
    const Forest forest = Forest::fit(lessons.subset(rows.rows), rows.isBad, options, unseen);
    const std::vector<double> margins = forest.score(table);
    ScoreOfPart scores;
    for (std::size_t row = 0; row < margins.size(); ++row)
        scores[table.partIds()[row]] = margins[row];
    return figuresOf(scoreSets(test, scores));
}
}  // namespace

Json repeatWithPaperSeeds(Project& project, Job& job) {
    const std::optional<RunRecord> fit = project.runs().latest(RunKind::Fit);
    if (!fit) {
        throw Error(ErrorCode::NotFound, project.file().string(), "has no forest to repeat",
                    "Fit one first: segad fit " + project.file().string() + ".");
    }
    const FeatureInputs inputs = inputsOfFit(project, *fit);
    const FeatureTable table = featureTable(project, inputs, project.parts().all(), job);
    std::optional<std::string> list;
    if (const auto stored = fit->params.find("published_subset"); stored != fit->params.end())
        list = stored->get<std::string>();
    const BadParts from =
        badPartsFromString(fit->params.value("bad_parts", std::string(toString(BadParts::All))));
    const auto featureDefects = fit->params.value("feature_defects", std::vector<std::string>{});
    std::vector<RoleTable> roles;
    for (const std::uint32_t seed : kPaperSeeds) {
        roles.push_back(
            rolesForFitting(project, inputs.detectors,
                            badPartOptions(project, fit->params.value("bad_for_fit", 0), seed, list, from)));
    }
    const std::vector<Baseline> others = baselines(project, inputs);
    std::vector<std::vector<SeedFigures>> figures(others.size() + 1,
                                                  std::vector<SeedFigures>(kPaperSeeds.size()));
    parallelFor(kPaperSeeds.size(), [&](std::size_t s) {
        job.throwIfCancelled();
        const TestSet test = testSetOf(roles[s]);
        const ForestOptions options{
            .kind = fit->subject, .params = fit->params.at("forest"), .seed = kPaperSeeds[s]};
        figures.back()[s] = fitOnce(table, roles[s], test, options, featureDefects);
        for (std::size_t b = 0; b < others.size(); ++b)
            figures[b][s] = figuresOf(scoreSets(test, others[b].scores));
    });
    Json report = Json::object();
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const std::string name =
            i < others.size() ? others[i].name : forestName(fit->subject, inputs.detectors);
        report[name] = {{"seeds", kPaperSeeds},
                        {"auroc", summary(figures[i], &SeedFigures::auroc)},
                        {"average_precision", summary(figures[i], &SeedFigures::averagePrecision)},
                        {"fpr_at_95tpr", summary(figures[i], &SeedFigures::fprAt95Tpr)}};
    }
    return report;
}

}  // namespace segad
