// Strokes that were painted elsewhere.
#pragma once

#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/workflow/requests.h"

namespace segad {

/// The labels in the files, 255 where nothing is painted, become the strokes of their parts, in place of
/// those they had; strokes of other parts stay. `names` are what the labels are called; without them those of
/// the project are kept when they are enough. All of them or none are stored. Throws Error{InvalidData}
/// naming a file whose shape is not that of its picture, or that has labels without a name.
void paintStrokes(const Path& project, const std::vector<PartMapFile>& files,
                  const std::vector<std::string>& names, Job& job);

}  // namespace segad
