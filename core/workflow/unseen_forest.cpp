#include "core/workflow/unseen_forest.h"

#include "core/workflow/cross_validation.h"
#include "core/workflow/feature_defects.h"
#include "core/workflow/forest_fitting.h"
#include "core/workflow/part_features.h"
#include "core/workflow/part_groups.h"

namespace segad {

std::optional<Forest> forestWithout(Project& project, const RunRecord& fit, PartId part, Job& job) {
    RoleTable roles = rolesOfRun(project, fit);
    const PartGroups groups = partGroups(project, project.parts().all());
    const std::size_t own = groups.groupOf.at(part);
    bool seen = false;
    for (std::size_t i = 0; i < roles.parts.size(); ++i) {
        const bool learned = roles.roles[i] == Role::Calibrate || roles.roles[i] == Role::Fit;
        const bool same = groups.groupOf.at(roles.parts[i].id) == own;
        seen = seen || (learned && same);
        if (!learned || same) roles.roles[i] = Role::None;
    }
    if (!seen) return std::nullopt;
    std::vector<PartRecord> left;
    for (const Role role : {Role::Calibrate, Role::Fit}) {
        const std::vector<PartRecord> alike = roles.with(role);
        left.insert(left.end(), alike.begin(), alike.end());
    }
    const FeatureTable table = featureTable(project, inputsOfFit(project, fit), left, job);
    const auto [lessons, rows] =
        withFeatureDefects(table, fitRows(table, roles),
                           fit.params.value("feature_defects", std::vector<std::string>{}), fit.seed);
    // As many trees as reasons need: somebody is waiting for them.
    constexpr int kTrees = 400;
    ForestOptions options{.kind = fit.subject, .params = fit.params.at("forest"), .seed = fit.seed};
    options.params["tree_method"] = "exact";
    return Forest::fit(lessons.subset(rows.rows), rows.isBad, lighter(options, kTrees), job);
}

}  // namespace segad
