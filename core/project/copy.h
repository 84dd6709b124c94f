// A second project from one that is there, also from one that may only be read.
#pragma once

#include "core/base/file.h"
#include "core/base/job.h"

namespace segad {

/// Copies the project file and its companions (maps, models) as they are at this moment, whoever has them
/// open. Images stay where they are; the copy refers to them. Runs that are at work are marked interrupted in
/// the copy. Throws Error{AlreadyExists} when `to` or a companion of it is there, and what reading and
/// writing throw; then, and when it is cancelled, nothing of the copy is left.
void copyProject(const Path& from, const Path& to, Job& job);

}  // namespace segad
