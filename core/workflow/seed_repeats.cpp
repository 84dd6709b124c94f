#include "core/workflow/seed_repeats.h"

#include "core/base/threads.h"
#include "core/metric/fpr_at_tpr.h"
#include "core/metric/precision_recall.h"
#include "core/metric/roc.h"
#include "core/metric/seed_stats.h"
#include "core/workflow/seed_material.h"

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

}  // namespace

Json repeatWithPaperSeeds(Project& project, Job& job) {
    const std::optional<RunRecord> fit = project.runs().latest(RunKind::Fit);
    if (!fit) {
        throw Error(ErrorCode::NotFound, project.file().string(), "has no forest to repeat",
                    "Fit one first: segad fit " + project.file().string() + ".");
    }
    const SeedMaterial material = materialForSeeds(project, inputsOfFit(project, *fit), drawOfFit(*fit),
                                                   static_cast<int>(kPaperSeeds.size()), job);
    const auto featureDefects = fit->params.value("feature_defects", std::vector<std::string>{});
    const std::vector<Baseline> others = baselines(project, material.inputs);
    std::vector<std::vector<SeedFigures>> figures(others.size() + 1,
                                                  std::vector<SeedFigures>(material.seeds.size()));
    parallelFor(material.seeds.size(), [&](std::size_t s) {
        job.throwIfCancelled();
        const SeedRoles& own = material.seeds[s];
        const ForestOptions options{
            .kind = fit->subject, .params = fit->params.at("forest"), .seed = own.seed};
        figures.back()[s] =
            figuresOf(scoreSets(own.test, fitAndScore(material.table, own.roles, options, featureDefects)));
        for (std::size_t b = 0; b < others.size(); ++b)
            figures[b][s] = figuresOf(scoreSets(own.test, others[b].scores));
    });
    Json report = Json::object();
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const std::string name =
            i < others.size() ? others[i].name : forestName(fit->subject, material.inputs.detectors);
        report[name] = {{"seeds", kPaperSeeds},
                        {"auroc", summary(figures[i], &SeedFigures::auroc)},
                        {"average_precision", summary(figures[i], &SeedFigures::averagePrecision)},
                        {"fpr_at_95tpr", summary(figures[i], &SeedFigures::fprAt95Tpr)}};
    }
    return report;
}

}  // namespace segad
