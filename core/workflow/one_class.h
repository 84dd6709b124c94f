// What one-class SegAD needs before its forest can learn: generated parts, and their scores. Private to the
// room.
#pragma once

#include <span>
#include <string>

#include "core/base/job.h"
#include "core/project/project.h"

namespace segad {

/// Generates the paper's three kinds on the good parts that calibrate, one defect each, unless generated
/// parts are there; then scores those that lack a score or a map of `detectors`. What to tell the user, ""
/// when nothing had to be generated. Throws what generating, loading a detector and scoring throw:
/// Error{NotFound} for a detector whose maps came from another program. What was generated and scored before
/// stays.
std::string prepareOneClass(const Project& project, std::span<const RunRecord> detectors, std::uint64_t seed,
                            const std::string& device, Job& job);

/// Generated parts that are kept.
std::vector<PartRecord> keptGenerated(const Project& project);

}  // namespace segad
