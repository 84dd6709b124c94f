// Pixel figures of a detector's stored maps against the ground-truth masks. Private to the room.
#pragma once

#include <vector>

#include "core/base/job.h"
#include "core/metric/pixel.h"
#include "core/project/project.h"

namespace segad {

/// At 256 × 256, streamed twice over the maps of `test`: all good parts, and the bad ones that have a mask.
/// A mask that can't be used is a warning and its part is left out. Figures are absent without any mask.
PixelFigures pixelFigures(const Project& project, const RunRecord& training,
                          const std::vector<PartRecord>& test, Job& job);

/// Writes them into the record and its `extra`.
void addPixelFigures(EvaluationRecord& record, const PixelFigures& figures);

}  // namespace segad
