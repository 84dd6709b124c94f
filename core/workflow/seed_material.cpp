#include "core/workflow/seed_material.h"

#include <algorithm>

#include "core/forest/forest.h"
#include "core/workflow/feature_defects.h"
#include "core/workflow/forest_fitting.h"

namespace segad {

SeedMaterial materialForSeeds(Project& project, FeatureInputs inputs, const SeedDraw& draw, int seeds,
                              Job& job) {
    if (seeds < 1 || seeds > static_cast<int>(kPaperSeeds.size())) {
        throw Error(ErrorCode::InvalidArgument, "seeds", "must lie between 1 and 10", "Use the paper's ten.");
    }
    SeedMaterial material{.inputs = std::move(inputs)};
    material.table = featureTable(project, material.inputs, project.parts().all(), job);
    for (std::size_t s = 0; s < static_cast<std::size_t>(seeds); ++s) {
        SeedRoles own{.seed = kPaperSeeds.at(s)};
        own.roles = rolesForFitting(
            project, material.inputs.detectors,
            badPartOptions(project, draw.badForFit, own.seed, draw.publishedSubset, draw.from));
        own.test.parts = own.roles.with(Role::Test);
        std::erase_if(own.test.parts, [](const PartRecord& part) { return part.label == Label::Unlabelled; });
        material.seeds.push_back(std::move(own));
    }
    return material;
}

SeedDraw drawOfFit(const RunRecord& fit) {
    SeedDraw draw{
        .badForFit = fit.params.value("bad_for_fit", 0),
        .from = badPartsFromString(fit.params.value("bad_parts", std::string(toString(BadParts::All))))};
    if (const auto stored = fit.params.find("published_subset"); stored != fit.params.end())
        draw.publishedSubset = stored->get<std::string>();
    return draw;
}

ScoreOfPart fitAndScore(const FeatureTable& table, const RoleTable& roles, const ForestOptions& options,
                        const std::vector<std::string>& featureDefects) {
    Job unseen;
    const auto [lessons, rows] =
        withFeatureDefects(table, fitRows(table, roles), featureDefects, options.seed);
    const Forest forest = Forest::fit(lessons.subset(rows.rows), rows.isBad, options, unseen);
    const std::vector<double> margins = forest.score(table);
    ScoreOfPart scores;
    for (std::size_t row = 0; row < margins.size(); ++row)
        scores[table.partIds()[row]] = margins[row];
    return scores;
}

FeatureTable withColumns(const FeatureTable& table, const std::function<bool(const FeatureColumn&)>& keep) {
    std::vector<std::size_t> kept;
    std::vector<std::string> names;
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
        if (!keep(parseFeatureName(table.columns()[column]).value())) continue;
        kept.push_back(column);
        names.push_back(table.columns()[column]);
    }
    FeatureTable reduced(std::move(names));
    std::vector<double> row(kept.size());
    for (std::size_t r = 0; r < table.rows(); ++r) {
        std::ranges::transform(kept, row.begin(), [&](std::size_t column) { return table.row(r)[column]; });
        reduced.append(table.partIds()[r], row);
    }
    return reduced;
}

std::vector<Baseline> baselines(const Project& project, const FeatureInputs& inputs) {
    std::vector<Baseline> all;
    for (const RunRecord& run : inputs.detectors) {
        Baseline own{.name = run.subject, .detector = run.subject};
        Baseline maximum{.name = run.subject + " (map maximum)", .detector = run.subject};
        bool differs = false;
        for (const ScoreRecord& score : project.runs().scores(run.id)) {
            own.scores[score.part] = score.imageScore;
            if (!score.mapMax) continue;
            maximum.scores[score.part] = *score.mapMax;
            differs = differs || *score.mapMax != score.imageScore;
        }
        all.push_back(std::move(own));
        if (!maximum.scores.empty() && differs) all.push_back(std::move(maximum));
    }
    return all;
}

}  // namespace segad
