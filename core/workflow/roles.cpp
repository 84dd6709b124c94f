#include "core/workflow/roles.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/workflow/folds.h"

namespace segad {

namespace {
/// Within one source the published order is by path; several sources follow one another.
std::string splitPath(const PartRecord& part, bool severalSources) {
    if (!severalSources) return part.path;
    const std::string source = std::to_string(part.source);
    return std::string(10 - std::min<std::size_t>(10, source.size()), '0') + source + "/" + part.path;
}

std::vector<SplitPart> splitParts(const Project& project, const std::vector<PartRecord>& parts) {
    const bool several = project.parts().sources().size() > 1;
    std::vector<SplitPart> out;
    out.reserve(parts.size());
    for (const PartRecord& part : parts) {
        out.push_back({.id = part.id,
                       .path = splitPath(part, several),
                       .sha256 = part.sha256,
                       .label = part.label,
                       .subset = part.subset,
                       .unseenDefect = part.unseenDefect,
                       .generated = part.generated});
    }
    return out;
}

/// What a part was to the detectors: the strictest of its roles in their runs.
using SeenRoles = std::unordered_map<PartId, Role>;

/// A bad part that detectors took for a good one serves nobody: it must not count where bad ones are drawn.
void hideMistaken(std::vector<SplitPart>& parts, const SeenRoles& seen) {
    for (SplitPart& part : parts) {
        const auto known = seen.find(part.id);
        if (part.label != Label::Bad || known == seen.end()) continue;
        if (known->second == Role::Train || known->second == Role::Calibrate) part.label = Label::Unlabelled;
    }
}

RoleTable plan(const Project& project, const SplitOptions& options, const SeenRoles& seen = {}) {
    RoleTable table;
    table.parts = project.parts().all();
    std::vector<SplitPart> candidates = splitParts(project, table.parts);
    hideMistaken(candidates, seen);
    RolePlan plan = planRoles(candidates, options);
    table.roles = std::move(plan.roles);
    for (const Finding& note : plan.notes) {
        std::string text = note.path.empty() ? note.message : note.path + ": " + note.message;
        table.notes.push_back(std::move(text));
    }
    return table;
}

int strictness(Role role) {
    switch (role) {
        case Role::Train:
            return 4;
        case Role::Fit:
            return 3;
        case Role::Test:
            return 2;
        case Role::Calibrate:
            return 1;
        case Role::None:
            return 0;
    }
    return 0;
}

SeenRoles rolesSeen(const Project& project, std::span<const RunRecord> detectorRuns) {
    SeenRoles seen;
    for (const RunRecord& run : detectorRuns) {
        if (run.snapshot == 0) continue;
        for (const RolePair& pair : project.runs().snapshot(run.snapshot)) {
            Role& role = seen[pair.part];
            if (strictness(pair.role) > strictness(role)) role = pair.role;
        }
    }
    return seen;
}

/// `planned` is what the labels of today suggest, `seen` what the detectors' runs did with the part.
Role joined(Label label, Role planned, Role seen) {
    if (planned == Role::None) return Role::None;
    const bool good = label == Label::Good;
    if (good) {
        // Learned from, also as a bad part once: no forest may take it for an unseen one.
        if (seen == Role::Train || seen == Role::Fit) return seen == Role::Train ? Role::Train : Role::None;
        if (seen == Role::Test || seen == Role::Calibrate) return seen;
        return planned == Role::Train ? Role::Calibrate : planned;
    }
    return seen == Role::Fit && planned == Role::Test ? Role::None : planned;
}

/// Byte-identical parts keep the strictest of their roles; copies with another role take no part.
void settleCopies(RoleTable& table) {
    std::unordered_map<std::string, Role> strictest;
    for (std::size_t i = 0; i < table.parts.size(); ++i) {
        if (table.parts[i].sha256.empty()) continue;
        Role& role = strictest[table.parts[i].sha256];
        if (strictness(table.roles[i]) > strictness(role)) role = table.roles[i];
    }
    for (std::size_t i = 0; i < table.parts.size(); ++i) {
        if (table.parts[i].sha256.empty()) continue;
        if (strictest.at(table.parts[i].sha256) != table.roles[i]) table.roles[i] = Role::None;
    }
}
/// A generated part that shows a part which trains or is tested would carry what must not be known across.
void settleGenerated(const Project& project, RoleTable& table) {
    std::unordered_map<PartId, std::size_t> rowOf;
    for (std::size_t i = 0; i < table.parts.size(); ++i)
        rowOf[table.parts[i].id] = i;
    const auto roleOf = [&](PartId part) {
        const auto row = rowOf.find(part);
        return row == rowOf.end() ? Role::None : table.roles[row->second];
    };
    std::size_t dropped = 0;
    for (const GeneratedRecord& record : project.generated().all()) {
        const auto row = rowOf.find(record.part);
        if (row == rowOf.end() || table.roles[row->second] == Role::None) continue;
        const bool fromTested = record.partner != 0 && roleOf(record.partner) == Role::Test;
        if (roleOf(record.madeFrom) == Role::Calibrate && !fromTested) continue;
        table.roles[row->second] = Role::None;
        ++dropped;
    }
    if (dropped == 0) return;
    table.notes.push_back(std::to_string(dropped) +
                          " generated parts take no part: they were made from parts that do not calibrate");
}
}  // namespace

std::vector<PartRecord> RoleTable::with(Role role) const {
    std::vector<PartRecord> found;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (roles[i] == role) found.push_back(parts[i]);
    }
    return found;
}

std::size_t RoleTable::count(Role role) const {
    return static_cast<std::size_t>(std::ranges::count(roles, role));
}

std::vector<RolePair> RoleTable::pairs() const {
    std::vector<RolePair> pairs;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (roles[i] == Role::None) continue;
        RolePair pair{.part = parts[i].id, .role = roles[i]};
        if (const auto fold = folds.find(parts[i].id); fold != folds.end()) pair.fold = fold->second;
        pairs.push_back(pair);
    }
    return pairs;
}

RoleTable rolesForTraining(const Project& project) {
    SplitOptions options;
    options.badForFit = std::nullopt;
    return plan(project, options);
}

RoleTable rolesForTraining(const Project& project, const SplitOptions& options) {
    return plan(project, options);
}

int dealToFolds(RoleTable& table, std::uint64_t seed) {
    // Copies of a picture are one item: what a detector learned under another name, it has learned.
    std::map<std::string, std::vector<PartId>> pictures;
    std::vector<std::string> order;
    for (const PartRecord& part : table.with(Role::Fit)) {
        const std::string key = part.sha256.empty() ? "part " + std::to_string(part.id) : part.sha256;
        std::vector<PartId>& copies = pictures[key];
        if (copies.empty()) order.push_back(key);
        copies.push_back(part.id);
    }
    if (order.size() < 2) {
        throw Error(ErrorCode::InvalidData, "bad parts",
                    "there are " + std::to_string(order.size()) +
                        " to learn from; scores for a forest need at least 2, each judged by a detector that "
                        "has not seen it",
                    "Label or import more bad parts, or train without cross-fitting (--no-cross-fit) when no "
                    "forest is wanted.");
    }
    const std::size_t folds = std::min(kMostFolds, order.size());
    const std::vector<std::size_t> foldOf = dealFolds(order.size(), folds, seed, "folds of bad parts");
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const PartId part : pictures[order[i]])
            table.folds[part] = static_cast<int>(foldOf[i]);
    }
    return static_cast<int>(folds);
}

std::unordered_set<PartId> outOfFoldParts(const Project& project, const RunRecord& run) {
    std::unordered_set<PartId> parts;
    if (run.snapshot == 0) return parts;
    for (const RolePair& pair : project.runs().snapshot(run.snapshot)) {
        if (pair.fold) parts.insert(pair.part);
    }
    return parts;
}

std::unordered_set<PartId> learnedParts(const Project& project, std::span<const RunRecord> detectorRuns) {
    std::unordered_set<PartId> parts;
    for (const RunRecord& run : detectorRuns) {
        if (run.snapshot == 0) continue;
        for (const RolePair& pair : project.runs().snapshot(run.snapshot)) {
            if (pair.role == Role::Train || (pair.role == Role::Fit && !pair.fold)) parts.insert(pair.part);
        }
    }
    return parts;
}

SplitOptions badPartOptions(const Project& project, int count, std::uint64_t seed,
                            const std::optional<std::string>& publishedSubset, BadParts from) {
    const bool noneReal = from == BadParts::Generated || from == BadParts::None;
    if (noneReal && (count != 0 || publishedSubset)) {
        throw Error(ErrorCode::InvalidArgument, "bad",
                    "can't be a number or a list when no real bad part is wanted",
                    "Leave the number out, or learn from real bad parts, too.");
    }
    if (count < 0) {
        throw Error(ErrorCode::InvalidArgument, "bad", "must not be negative",
                    "Say how many bad parts there are to learn from, or 0 for the usual number.");
    }
    SplitOptions options;
    options.badForFit = static_cast<std::size_t>(count);
    options.seed = seed;
    options.generatedForFit = from == BadParts::All || from == BadParts::Generated;
    options.realForFit = !noneReal;
    if (from == BadParts::None) options.badForFit = std::nullopt;
    if (publishedSubset) options.fitPaths = publishedFitPaths(project, *publishedSubset);
    return options;
}

RoleTable rolesForFitting(const Project& project, std::span<const RunRecord> detectorRuns,
                          const SplitOptions& options) {
    const SeenRoles seen = rolesSeen(project, detectorRuns);
    RoleTable table = plan(project, options, seen);
    std::size_t changed = 0;
    for (std::size_t i = 0; i < table.parts.size(); ++i) {
        const auto known = seen.find(table.parts[i].id);
        const Role role =
            joined(table.parts[i].label, table.roles[i], known == seen.end() ? Role::None : known->second);
        changed += role == table.roles[i] ? 0 : 1;
        table.roles[i] = role;
    }
    if (changed > 0) {
        settleCopies(table);
        table.notes.push_back(std::to_string(changed) +
                              " parts keep the role they had when the detectors were trained");
    }
    settleGenerated(project, table);
    return table;
}

std::vector<std::string> publishedFitPaths(const Project& project, const std::string& list) {
    std::string known;
    std::vector<PublishedSubsetRecord> found;
    for (PublishedSubsetRecord& subset : project.parts().publishedSubsets()) {
        known += (known.empty() ? "" : ", ") + subset.name;
        if (subset.name == list) found.push_back(std::move(subset));
    }
    if (found.empty()) {
        throw Error(ErrorCode::NotFound, list, "is no list of parts that the dataset publishes",
                    known.empty()
                        ? "There are none in this project; import a dataset that has them (VAD) again."
                        : "There are: " + known + ".");
    }
    if (found.size() > 1) {
        throw Error(ErrorCode::InvalidArgument, list, "is a list of several folders of the project",
                    "Make a project for each dataset.");
    }
    const bool several = project.parts().sources().size() > 1;
    std::vector<std::string> paths;
    for (const PartId id : found.front().parts) {
        if (const std::optional<PartRecord> part = project.parts().find(id))
            paths.push_back(splitPath(*part, several));
    }
    if (paths.empty()) {
        throw Error(ErrorCode::InvalidData, list, "names no part of the project",
                    "Mend the pictures of the list and import the folder again.");
    }
    return paths;
}

RoleTable rolesOfRun(const Project& project, const RunRecord& run) {
    RoleTable table;
    if (run.snapshot == 0) return table;
    std::unordered_map<PartId, Role> roles;
    for (const RolePair& pair : project.runs().snapshot(run.snapshot))
        roles[pair.part] = pair.role;
    for (PartRecord& part : project.parts().all()) {
        const auto known = roles.find(part.id);
        if (known == roles.end()) continue;
        table.roles.push_back(known->second);
        table.parts.push_back(std::move(part));
    }
    return table;
}

}  // namespace segad
