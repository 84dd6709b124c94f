#include "core/workflow/forest_fitting.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/threads.h"
#include "core/workflow/folds.h"
#include "core/workflow/thresholds.h"

namespace segad {

namespace {
/// A fold's forest needs its thresholds right within the noise of a handful of parts, not its tenth digit.
constexpr int kFewerTrees = 5;

ForestOptions lighter(const ForestOptions& options) {
    ForestOptions light = options;
    const Json params = findForestKind(options.kind).params.complete(options.params);
    const int trees = params.at("parallel_trees").get<int>();
    light.params["parallel_trees"] = std::max(1, trees / kFewerTrees);
    return light;
}

/// Margin of every row of `fit` by a forest that has not seen it.
std::vector<double> outOfFoldMargins(const FeatureTable& table, const FitRows& fit, std::size_t folds,
                                     const ForestOptions& options, const Job& job) {
    std::vector<std::size_t> goods;
    std::vector<std::size_t> bads;
    for (std::size_t i = 0; i < fit.rows.size(); ++i)
        (fit.isBad[i] != 0 ? bads : goods).push_back(i);
    std::vector<std::size_t> foldOf(fit.rows.size());
    for (const auto& [rows, name] : {std::pair(&goods, "folds/good"), std::pair(&bads, "folds/bad")}) {
        const std::vector<std::size_t> dealt = dealFolds(rows->size(), folds, options.seed, name);
        for (std::size_t i = 0; i < rows->size(); ++i)
            foldOf[(*rows)[i]] = dealt[i];
    }

    const ForestOptions light = lighter(options);
    std::vector<double> margins(fit.rows.size());
    parallelFor(folds, [&](std::size_t fold) {
        job.throwIfCancelled();
        std::vector<std::size_t> inside;
        std::vector<std::uint8_t> labels;
        for (std::size_t i = 0; i < fit.rows.size(); ++i) {
            if (foldOf[i] == fold) continue;
            inside.push_back(fit.rows[i]);
            labels.push_back(fit.isBad[i]);
        }
        Job unseen;
        const Forest forest = Forest::fit(table.subset(inside), labels, light, unseen);
        for (std::size_t i = 0; i < fit.rows.size(); ++i) {
            if (foldOf[i] == fold) margins[i] = forest.score(table.row(fit.rows[i]));
        }
    });
    return margins;
}
}  // namespace

std::size_t FitRows::good() const {
    return static_cast<std::size_t>(std::ranges::count(isBad, 0));
}

FitRows fitRows(const FeatureTable& table, const RoleTable& roles) {
    std::unordered_map<PartId, Role> roleOf;
    for (std::size_t i = 0; i < roles.parts.size(); ++i)
        roleOf[roles.parts[i].id] = roles.roles[i];
    FitRows fit;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const Role role = roleOf.at(table.partIds()[row]);
        if (role != Role::Calibrate && role != Role::Fit) continue;
        fit.rows.push_back(row);
        fit.isBad.push_back(role == Role::Fit ? 1 : 0);
    }
    return fit;
}

ThresholdRecord proposeByFolds(RunId run, const Forest& forest, const FeatureTable& table, const FitRows& fit,
                               const ForestOptions& options, const Job& job) {
    const std::size_t folds = std::min({kMostFolds, fit.good(), fit.bad()});
    std::string whence = "each judged by a forest that had not seen it (" + std::to_string(folds) + " folds)";
    std::vector<double> margins;
    if (folds >= 2) {
        margins = outOfFoldMargins(table, fit, folds, options, job);
    } else {
        whence = "judged by the forest that learned from them, for want of more";
        for (const std::size_t row : fit.rows)
            margins.push_back(forest.score(table.row(row)));
    }
    std::vector<double> good;
    std::vector<double> bad;
    for (std::size_t i = 0; i < margins.size(); ++i)
        (fit.isBad[i] != 0 ? bad : good).push_back(margins[i]);
    return proposeForForest(run, good, bad, whence);
}

}  // namespace segad
