#include "core/workflow/unseen_forest.h"

#include "core/workflow/cross_validation.h"
#include "core/workflow/feature_defects.h"
#include "core/workflow/forest_fitting.h"
#include "core/workflow/part_features.h"
#include "core/workflow/part_groups.h"

namespace segad {

UnseenForest forestWithout(Project& project, const RunRecord& fit, PartId part, Job& job) {
    RoleTable roles = rolesOfRun(project, fit);
    const PartGroups groups = partGroups(project, project.parts().all());
    const std::size_t own = groups.groupOf.at(part);
    UnseenForest unseen;
    for (std::size_t i = 0; i < roles.parts.size(); ++i) {
        const bool learned = roles.roles[i] == Role::Calibrate || roles.roles[i] == Role::Fit;
        const bool same = groups.groupOf.at(roles.parts[i].id) == own;
        unseen.seen = unseen.seen || (learned && same);
        if (!learned || same) roles.roles[i] = Role::None;
    }
    if (!unseen.seen) return unseen;
    std::vector<PartRecord> left;
    for (const Role role : {Role::Calibrate, Role::Fit}) {
        const std::vector<PartRecord> alike = roles.with(role);
        left.insert(left.end(), alike.begin(), alike.end());
    }
    const FeatureTable table = featureTable(project, inputsOfFit(project, fit), left, job);
    const FitRows real = fitRows(table, roles);
    const auto kinds = fit.params.value("feature_defects", std::vector<std::string>{});
    // Rows are generated between good ones.
    if (!kinds.empty() && real.good() < 2) return unseen;
    const auto [lessons, rows] = withFeatureDefects(table, real, kinds, fit.seed);
    if (rows.good() == 0 || rows.bad() == 0) return unseen;
    // As many trees as reasons need: somebody is waiting for them.
    constexpr int kTrees = 400;
    ForestOptions options{
        .kind = fit.subject, .params = fit.params.value("forest", Json::object()), .seed = fit.seed};
    options.params["tree_method"] = "exact";
    unseen.forest = Forest::fit(lessons.subset(rows.rows), rows.isBad, lighter(options, kTrees), job);
    return unseen;
}

}  // namespace segad
