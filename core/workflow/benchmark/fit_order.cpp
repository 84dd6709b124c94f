#include "core/workflow/benchmark/fit_order.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/base/random.h"

namespace segad {

namespace {
constexpr std::uint32_t kCalibrateSeed = 333;

std::vector<PartId> idsWith(const RoleTable& roles, Role role) {
    std::vector<PartId> ids;
    for (const PartRecord& part : roles.with(role))
        ids.push_back(part.id);
    return ids;
}

/// `chosen` in the order `dealt` has, when both are the same parts.
std::vector<PartId> asDealt(std::vector<PartId> chosen, const std::vector<PartId>& pool,
                            const std::vector<std::size_t>& dealt) {
    const std::unordered_set<PartId> wanted(chosen.begin(), chosen.end());
    std::vector<PartId> order;
    for (const std::size_t i : dealt) {
        if (wanted.contains(pool[i])) order.push_back(pool[i]);
    }
    return order.size() == chosen.size() ? order : chosen;
}

std::vector<PartId> goodOrder(const RoleTable& roles) {
    std::vector<PartId> chosen = idsWith(roles, Role::Calibrate);
    std::vector<PartId> pool;
    for (std::size_t i = 0; i < roles.parts.size(); ++i) {
        if (roles.roles[i] == Role::Train || roles.roles[i] == Role::Calibrate)
            pool.push_back(roles.parts[i].id);
    }
    if (chosen.empty() || chosen.size() == pool.size()) return chosen;
    return asDealt(std::move(chosen), pool, trainTestSplit(pool.size(), chosen.size(), kCalibrateSeed).test);
}

std::vector<PartId> badOrder(const RoleTable& roles, std::uint64_t seed) {
    std::vector<PartId> chosen = idsWith(roles, Role::Fit);
    std::vector<PartId> pool;
    for (std::size_t i = 0; i < roles.parts.size(); ++i) {
        const PartRecord& part = roles.parts[i];
        const bool drawn = roles.roles[i] == Role::Fit || roles.roles[i] == Role::Test;
        if (drawn && part.label == Label::Bad && part.subset == Subset::Test && !part.generated)
            pool.push_back(part.id);
    }
    if (chosen.empty() || chosen.size() >= pool.size()) return chosen;
    return asDealt(
        std::move(chosen), pool,
        trainTestSplit(pool.size(), pool.size() - chosen.size(), static_cast<std::uint32_t>(seed)).train);
}
}  // namespace

std::vector<PartId> learningOrder(const RoleTable& roles, std::uint64_t seed) {
    std::vector<PartId> order = goodOrder(roles);
    const std::vector<PartId> bad = badOrder(roles, seed);
    order.insert(order.end(), bad.begin(), bad.end());
    return order;
}

FitRows rowsInOrder(const FeatureTable& table, const RoleTable& roles, std::uint64_t seed) {
    std::unordered_map<PartId, std::size_t> rowOf;
    for (std::size_t row = 0; row < table.rows(); ++row)
        rowOf[table.partIds()[row]] = row;
    std::unordered_set<PartId> bad;
    for (const PartRecord& part : roles.with(Role::Fit))
        bad.insert(part.id);
    FitRows rows;
    for (const PartId id : learningOrder(roles, seed)) {
        const auto row = rowOf.find(id);
        if (row == rowOf.end()) continue;
        rows.rows.push_back(row->second);
        rows.isBad.push_back(bad.contains(id) ? 1 : 0);
    }
    return rows;
}

}  // namespace segad
