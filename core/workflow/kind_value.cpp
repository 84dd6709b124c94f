#include "core/workflow/kind_value.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/threads.h"
#include "core/dataset/splits.h"
#include "core/defect/catalog.h"
#include "core/metric/roc.h"
#include "core/metric/seed_stats.h"
#include "core/workflow/evaluation_figures.h"
#include "core/workflow/forest_fitting.h"
#include "core/workflow/one_class.h"
#include "core/workflow/part_features.h"
#include "core/workflow/roles.h"

namespace segad {

namespace {
constexpr double kPrepareShare = 0.3;
constexpr double kFeatureShare = 0.2;

/// Rows of the table a forest learns from: all good ones, and the bad ones of some kinds.
struct Selection {
    std::string kind;
    bool alone = false;  ///< else: all but this kind
    FitRows rows;
};

/// What was settled once for all forests.
struct Material {
    FeatureInputs inputs;
    FeatureTable table;
    RoleTable roles;
    FitRows rows;
    std::vector<std::string> kindOfRow;  ///< of rows.rows[i]; "" for good ones
    TestSet test;
};

std::map<PartId, std::string> kindsOfParts(const Project& project) {
    std::map<PartId, std::string> kinds;
    for (const GeneratedRecord& record : project.generated().all())
        kinds[record.part] = record.kind;
    return kinds;
}

FeatureInputs inputsFor(const Project& project, const KindValueRequest& request) {
    FeatureInputs inputs = newestInputs(project, request.detectors, request.params);
    const std::string file = project.file().string();
    if (keptGenerated(project).empty()) {
        throw Error(ErrorCode::NotFound, file, "has no generated parts to learn from",
                    "Generate some first: segad generate " + file + ".");
    }
    return inputs;
}

Material gather(Project& project, const KindValueRequest& request, Job& job) {
    Material material{.inputs = inputsFor(project, request)};
    SplitOptions options;
    options.realForFit = false;
    material.roles = rolesForFitting(project, material.inputs.detectors, options);
    {
        Job::Stage stage(job, kPrepareShare, "Scoring generated parts");
        prepareOneClass(project, material.inputs.detectors, kDefaultForestSeed, "auto", stage.job());
    }
    {
        Job::Stage stage(job, kFeatureShare, "Features");
        material.table = featureTable(project, material.inputs, material.roles.parts, stage.job());
    }
    material.rows = fitRows(material.table, material.roles);
    const std::map<PartId, std::string> kinds = kindsOfParts(project);
    for (std::size_t i = 0; i < material.rows.rows.size(); ++i) {
        const auto known = kinds.find(material.table.partIds()[material.rows.rows[i]]);
        material.kindOfRow.push_back(material.rows.isBad[i] == 0 || known == kinds.end() ? ""
                                                                                         : known->second);
    }
    material.test.parts = material.roles.with(Role::Test);
    std::erase_if(material.test.parts,
                  [](const PartRecord& part) { return part.label == Label::Unlabelled; });
    return material;
}

void requireBothLabels(const Material& material) {
    const auto bad = std::ranges::count(material.test.parts, Label::Bad, &PartRecord::label);
    const auto good = std::ssize(material.test.parts) - bad;
    if (good > 0 && bad > 0) return;
    throw Error(ErrorCode::InvalidData, "test parts",
                "there are " + std::to_string(good) + " real good and " + std::to_string(bad) +
                    " real bad ones; both are needed to see which kinds help",
                "Label some parts good and some bad.");
}

std::vector<std::string> kindsOf(const Material& material) {
    const std::set<std::string> present(material.kindOfRow.begin(), material.kindOfRow.end());
    std::vector<std::string> kinds;
    for (const DefectKind& kind : defectCatalog()) {
        if (present.contains(kind.key)) kinds.push_back(kind.key);
    }
    return kinds;
}

FitRows selected(const Material& material, const std::string& kind, bool alone) {
    FitRows chosen;
    for (std::size_t i = 0; i < material.rows.rows.size(); ++i) {
        const bool isBad = material.rows.isBad[i] != 0;
        if (isBad && !kind.empty() && (material.kindOfRow[i] == kind) != alone) continue;
        chosen.rows.push_back(material.rows.rows[i]);
        chosen.isBad.push_back(isBad ? 1 : 0);
    }
    return chosen;
}

double aurocOf(const Material& material, const FitRows& rows, const ForestOptions& options) {
    Job unseen;
    const Forest forest = Forest::fit(material.table.subset(rows.rows), rows.isBad, options, unseen);
    const std::vector<double> margins = forest.score(material.table);
    ScoreOfPart scores;
    for (std::size_t row = 0; row < margins.size(); ++row)
        scores[material.table.partIds()[row]] = margins[row];
    return auroc(scoreSets(material.test, scores)).value_or(0.5);
}

KindFigure figureOf(const std::vector<double>& values) {
    const SeedStats stats = seedStats(values).value();
    return {.mean = stats.mean, .deviation = stats.deviation};
}

std::vector<Selection> selectionsOf(const Material& material, const std::vector<std::string>& kinds) {
    std::vector<Selection> selections{{.alone = true, .rows = selected(material, "", true)}};
    for (const std::string& kind : kinds) {
        for (const bool alone : {false, true})
            selections.push_back({.kind = kind, .alone = alone, .rows = selected(material, kind, alone)});
    }
    std::erase_if(selections, [](const Selection& one) { return one.rows.bad() == 0; });
    return selections;
}

/// [selection][seed]
std::vector<std::vector<double>> fitAll(const Material& material, const std::vector<Selection>& selections,
                                        const KindValueRequest& request, Job& job) {
    const auto seeds = static_cast<std::size_t>(request.seeds);
    std::vector<std::vector<double>> values(selections.size(), std::vector<double>(seeds));
    for (std::size_t i = 0; i < selections.size(); ++i) {
        job.progress(i, selections.size());
        parallelFor(seeds, [&](std::size_t s) {
            job.throwIfCancelled();
            values[i][s] =
                aurocOf(material, selections[i].rows,
                        {.kind = request.forest, .params = request.params, .seed = kPaperSeeds.at(s)});
        });
    }
    return values;
}
}  // namespace

KindValueReport kindValues(const KindValueRequest& request, Job& job) {
    if (request.seeds < 1 || request.seeds > static_cast<int>(kPaperSeeds.size())) {
        throw Error(ErrorCode::InvalidArgument, "seeds", "must lie between 1 and 10", "Five tell enough.");
    }
    findForestKind(request.forest).params.complete(request.params);
    Project project = Project::open(request.project);
    const Material material = gather(project, request, job);
    requireBothLabels(material);
    const std::vector<std::string> kinds = kindsOf(material);
    const std::vector<Selection> selections = selectionsOf(material, kinds);
    std::vector<std::vector<double>> values;
    {
        Job::Stage stage(job, 1 - kPrepareShare - kFeatureShare, "Fitting forests");
        values = fitAll(material, selections, request, stage.job());
    }

    KindValueReport report{.detectors = material.inputs.detectorNames()};
    report.rows.push_back({.parts = static_cast<int>(material.rows.bad())});
    for (const std::string& kind : kinds)
        report.rows.push_back(
            {.kind = kind, .parts = static_cast<int>(std::ranges::count(material.kindOfRow, kind))});
    for (std::size_t i = 0; i < selections.size(); ++i) {
        const auto row = std::ranges::find(report.rows, selections[i].kind, &KindValueRow::kind);
        (selections[i].alone ? row->alone : row->without) = figureOf(values[i]);
    }
    for (const RunRecord& run : material.inputs.detectors) {
        ScoreOfPart scores;
        for (const ScoreRecord& score : project.runs().scores(run.id))
            scores[score.part] = score.imageScore;
        if (const std::optional<double> figure = auroc(scoreSets(material.test, scores)))
            report.bare.emplace_back(run.subject, *figure);
    }
    for (const PartRecord& part : material.test.parts)
        ++(part.label == Label::Bad ? report.bad : report.good);
    return report;
}

}  // namespace segad
