// Who does what in a run, for the parts of a project. The rules are those of core/dataset/splits.h; here
// they meet what the project remembers of earlier runs. Private to the room.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/dataset/splits.h"
#include "core/project/project.h"

namespace segad {

/// The parts of a project with the role each has in one run.
struct RoleTable {
    std::vector<PartRecord> parts;
    std::vector<Role> roles;         ///< of parts[i]
    std::vector<std::string> notes;  ///< what the user should know about the choice, a sentence each

    std::vector<PartRecord> with(Role role) const;
    std::size_t count(Role role) const;
    /// What a snapshot stores: everyone but Role::None.
    std::vector<RolePair> pairs() const;
};

/// Roles for training a detector: nothing is known of the parts but labels and subsets.
RoleTable rolesForTraining(const Project& project);

/// Roles for fitting a forest on the maps of `detectorRuns`. A part that one of these has learned from
/// neither calibrates nor is tested; good parts the detectors have kept for calibration or test stay that.
RoleTable rolesForFitting(const Project& project, std::span<const RunRecord> detectorRuns,
                          const SplitOptions& options);

/// The bad parts of a list that the dataset publishes, as SplitOptions::fitPaths names them. Throws
/// Error{NotFound} saying which lists there are, and Error{InvalidArgument} when several sources have it.
std::vector<std::string> publishedFitPaths(const Project& project, const std::string& list);

/// The stored roles of a run with the labels of today; parts that have gone are left out.
RoleTable rolesOfRun(const Project& project, const RunRecord& run);

}  // namespace segad
