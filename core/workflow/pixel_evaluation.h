// Pixel figures of a detector's stored maps against the ground truth. Private to the room.
#pragma once

#include <vector>

#include "core/base/job.h"
#include "core/metric/pixel.h"
#include "core/project/project.h"

namespace segad {

struct PixelResult {
    PixelFigures figures;
    int paintedParts = 0;  ///< bad parts whose truth was painted in the project
    int maskedParts = 0;   ///< bad parts whose truth came with the dataset
};

/// At 256 × 256, streamed twice over the maps of `test`: all good parts, and the bad ones that have a truth
/// (PartMasks: painted regions before the dataset's mask). A mask that can't be used is a warning and its
/// part is left out. Figures are absent without any mask.
PixelResult pixelFigures(const Project& project, const RunRecord& training,
                         const std::vector<PartRecord>& test, Job& job);

/// Writes them into the record and its `extra`.
void addPixelFigures(EvaluationRecord& record, const PixelResult& result);

}  // namespace segad
