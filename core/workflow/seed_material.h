// What forests repeated over seeds have in common: features once, roles and test parts for each seed. Private
// to the room; the repeated fits of evaluate, ablations and learning curves share it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/forest/feature_names.h"
#include "core/forest/forest_options.h"
#include "core/workflow/evaluation_figures.h"
#include "core/workflow/part_features.h"
#include "core/workflow/roles.h"

namespace segad {

/// How bad parts are drawn for a seed; as in FitRequest.
struct SeedDraw {
    int badForFit = 0;
    std::optional<std::string> publishedSubset;
    BadParts from = BadParts::All;
};

/// One seed's parts.
struct SeedRoles {
    std::uint64_t seed = 0;
    RoleTable roles;
    TestSet test;  ///< labelled good or bad today
};

struct SeedMaterial {
    FeatureInputs inputs;
    FeatureTable table;
    std::vector<SeedRoles> seeds;
};

/// `seeds` are the paper's first ones, 1 to 10.
SeedMaterial materialForSeeds(Project& project, FeatureInputs inputs, const SeedDraw& draw, int seeds,
                              Job& job);

/// The draw of a Fit run, as it stored it.
SeedDraw drawOfFit(const RunRecord& fit);

/// Margins of all rows of `table` by a forest that learned from the parts of `roles` in it.
ScoreOfPart fitAndScore(const FeatureTable& table, const RoleTable& roles, const ForestOptions& options,
                        const std::vector<std::string>& featureDefects = {});

/// The columns for which `keep` is true, in their order.
FeatureTable withColumns(const FeatureTable& table, const std::function<bool(const FeatureColumn&)>& keep);

/// The detectors' own scores: image scores under their names, and the maxima of their maps where these
/// differ.
struct Baseline {
    std::string name;
    std::string detector;
    ScoreOfPart scores;
};
std::vector<Baseline> baselines(const Project& project, const FeatureInputs& inputs);

}  // namespace segad
