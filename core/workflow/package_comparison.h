// Whether a package judges as a project does today.
#pragma once

#include <cstddef>
#include <string>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/workflow/reference_check.h"

namespace segad {

struct PackageComparison {
    std::size_t parts = 0;    ///< compared: all of the project but generated ones
    std::size_t failed = 0;   ///< that one of the two could not judge; warnings of the job
    ScoreDifference largest;  ///< of the verdicts' score or of a detector's; expected: the project's
    std::size_t verdictsChanged = 0;
};

/// Judges every part anew by both, each as an inspection would: scores that the project has stored (out of
/// fold, or with maps that were fixed by hand) are not asked. Throws Error{InvalidArgument} when the two have
/// other detectors, and what opening throws.
PackageComparison comparePackage(const Path& package, const Path& project, const std::string& device,
                                 Job& job);

}  // namespace segad
