#include "core/workflow/forest_fitting.h"

#include <algorithm>
#include <unordered_map>

#include "core/workflow/cross_validation.h"
#include "core/workflow/thresholds.h"

namespace segad {

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

ThresholdRecord proposeThresholds(RunId run, const Forest& forest, const FeatureTable& table,
                                  const FitRows& fit, const std::optional<OutOfFold>& unseen) {
    std::string whence = "judged by the forest that learned from them, for want of more";
    if (unseen) {
        whence = "each judged by a forest that had not seen it (" + std::to_string(unseen->folds) + " folds)";
    }
    std::vector<double> good;
    std::vector<double> bad;
    for (std::size_t i = 0; i < fit.rows.size(); ++i) {
        const std::size_t row = fit.rows[i];
        (fit.isBad[i] != 0 ? bad : good)
            .push_back(unseen ? unseen->margins[row] : forest.score(table.row(row)));
    }
    return proposeForForest(run, good, bad, whence);
}

}  // namespace segad
