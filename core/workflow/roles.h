// Who does what in a run, for the parts of a project. The rules are those of core/dataset/splits.h; here
// they meet what the project remembers of earlier runs. Private to the room.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/dataset/splits.h"
#include "core/project/project.h"
#include "core/workflow/bad_parts.h"

namespace segad {

/// The parts of a project with the role each has in one run.
struct RoleTable {
    std::vector<PartRecord> parts;
    std::vector<Role> roles;                ///< of parts[i]
    std::unordered_map<PartId, int> folds;  ///< RolePair::fold of the parts that have one
    std::vector<std::string> notes;         ///< what the user should know about the choice, a sentence each

    std::vector<PartRecord> with(Role role) const;
    std::size_t count(Role role) const;
    /// What a snapshot stores: everyone but Role::None.
    std::vector<RolePair> pairs() const;
};

/// Roles for training a detector that learns from good parts: nothing is known of the parts but labels and
/// subsets.
RoleTable rolesForTraining(const Project& project);

/// Roles for training a detector that learns from bad parts (Role::Fit), too: those that a forest with these
/// options would learn from.
RoleTable rolesForTraining(const Project& project, const SplitOptions& options);

/// Deals the bad parts to learn from to folds (RoleTable::folds), at most five, shuffled by `seed`; copies of
/// one picture go together. Returns how many folds. Throws Error{InvalidData} for fewer than two pictures.
int dealToFolds(RoleTable& table, std::uint64_t seed);

/// The parts whose results under a Train run are those of a detector that had not seen them (RolePair::fold).
std::unordered_set<PartId> outOfFoldParts(const Project& project, const RunRecord& run);

/// The parts that one of these trainings has learned from and has not scored out of fold.
std::unordered_set<PartId> learnedParts(const Project& project, std::span<const RunRecord> detectorRuns);

/// Options for drawing bad parts as a request says it: how many, by which seed, or a published list; and
/// whether generated ones serve. Detectors never learn from generated parts: these are made from the good
/// parts that calibrate. Throws Error{InvalidArgument} for a negative number, for a number or a list where no
/// real part is wanted, and what publishedFitPaths() throws.
SplitOptions badPartOptions(const Project& project, int count, std::uint64_t seed,
                            const std::optional<std::string>& publishedSubset,
                            BadParts from = BadParts::Real);

/// Roles for fitting a forest on the maps of `detectorRuns`. A part that one of these has learned from
/// neither calibrates nor is tested; good parts the detectors have kept for calibration or test stay that. A
/// generated part serves only when the part it was made from calibrates and none of it is from a tested part.
RoleTable rolesForFitting(const Project& project, std::span<const RunRecord> detectorRuns,
                          const SplitOptions& options);

/// The bad parts of a list that the dataset publishes, as SplitOptions::fitPaths names them. Throws
/// Error{NotFound} saying which lists there are, and Error{InvalidArgument} when several sources have it.
std::vector<std::string> publishedFitPaths(const Project& project, const std::string& list);

/// The stored roles of a run with the labels of today; parts that have gone are left out.
RoleTable rolesOfRun(const Project& project, const RunRecord& run);

}  // namespace segad
