#include <algorithm>
#include <map>

#include "core/base/sha256.h"
#include "core/project/state.h"

namespace segad {

namespace {
std::vector<RolePair> sortedByPart(std::span<const RolePair> roles) {
    std::vector<RolePair> sorted(roles.begin(), roles.end());
    std::ranges::sort(sorted, {}, &RolePair::part);
    const auto twice = std::ranges::adjacent_find(sorted, {}, &RolePair::part);
    if (twice != sorted.end()) {
        throw Error(ErrorCode::InvalidArgument, "part " + std::to_string(twice->part), "is listed twice",
                    "Give every part one role.");
    }
    return sorted;
}

/// A picture that is trained on and tested on under two names would flatter every figure.
void requireOneRolePerPicture(ProjectState& state, const std::vector<RolePair>& roles) {
    std::map<PartId, Role> roleOf;
    for (const RolePair& pair : roles)
        roleOf.emplace(pair.part, pair.role);
    Query rows = state.main->query(
        "SELECT sha256, id, path FROM part WHERE sha256 IN "
        "(SELECT sha256 FROM part WHERE sha256 IS NOT NULL GROUP BY sha256 HAVING count(*) > 1) "
        "ORDER BY sha256, id");
    std::string picture;
    std::string path;
    Role role = Role::None;
    while (rows.step()) {
        if (rows.view(0) != picture) {
            picture = rows.view(0);
            role = Role::None;
        }
        const auto found = roleOf.find(rows.integer(1));
        if (found == roleOf.end() || found->second == Role::None) continue;
        if (role != Role::None && found->second != role) {
            throw Error(ErrorCode::InvalidArgument, rows.text(2),
                        "is the same picture as " + path + " but has another role (" +
                            std::string(toString(found->second)) + ", not " + std::string(toString(role)) +
                            ")",
                        "Give copies of one picture the same role, or none.");
        }
        role = found->second;
        path = rows.view(2);
    }
}
}  // namespace

SnapshotId Runs::putSnapshot(std::span<const RolePair> roles) {
    const std::vector<RolePair> sorted = sortedByPart(roles);
    Sha256 hash;
    for (const RolePair& pair : sorted) {
        const std::string fold = pair.fold ? ':' + std::to_string(*pair.fold) : std::string();
        hash.update(std::to_string(pair.part) + ':' + std::string(toString(pair.role)) + fold + '\n');
    }
    const std::string sha256 = hash.hex();
    Transaction transaction(state_);
    requireOneRolePerPicture(state_, sorted);
    SnapshotId id = state_.main->integer("SELECT id FROM snapshot WHERE sha256 = ?1", sha256).value_or(0);
    if (id == 0) {
        state_.main->run("INSERT INTO snapshot (sha256, created_at, parts) VALUES (?1, ?2, ?3)", sha256,
                         nowText(), static_cast<std::int64_t>(sorted.size()));
        id = state_.main->lastRowId();
        for (const RolePair& pair : sorted) {
            state_.main->run(
                "INSERT INTO snapshot_part (snapshot_id, part_id, role, fold) VALUES (?1, ?2, ?3, ?4)", id,
                pair.part, toString(pair.role), pair.fold);
        }
    }
    transaction.commit();
    return id;
}

std::vector<RolePair> Runs::snapshot(SnapshotId id) const {
    Query rows = state_.main->query(
        "SELECT part_id, role, fold FROM snapshot_part WHERE snapshot_id = ?1 ORDER BY part_id", id);
    std::vector<RolePair> roles;
    while (rows.step()) {
        RolePair pair{.part = rows.integer(0), .role = roleFromString(rows.view(1))};
        if (!rows.isNull(2)) pair.fold = rows.number(2);
        roles.push_back(pair);
    }
    return roles;
}

}  // namespace segad
