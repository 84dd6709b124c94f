// What a forest leans on over all parts that it has not learned from: exact tree SHAP, summed per segment,
// per detector and per both.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/forest/feature_names.h"
#include "core/project/project.h"

namespace segad {

struct ForestUse {
    struct Share {
        std::string name;          ///< of a segment, a detector, or both: "wire under patchcore"
        double moved = 0;          ///< mean size of what it adds, in margin
        double separates = 0;      ///< mean on bad parts − mean on good ones; NaN without one of them
        int segment = kWholePart;  ///< of segments and cells
        std::string detector;      ///< of detectors and cells
    };
    /// The segment and detector that raised a part's margin most.
    struct Decision {
        PartId part = 0;
        Label label = Label::Unlabelled;
        double margin = 0;
        bool passes = false;  ///< by the thresholds of now; nothing had to be decided against it
        int segment = kWholePart;
        std::string detector;
        double value = 0;  ///< not above 0 when nothing raised it
    };
    RunRecord fit;
    std::size_t parts = 0;
    std::size_t good = 0;
    std::size_t bad = 0;
    std::vector<Share> cells;  ///< the largest first, as are the others
    std::vector<Share> segments;
    std::vector<Share> detectors;
    std::vector<Decision> decisions;  ///< one for each part
};

/// Of the newest forest on its test parts. Throws Error{NotFound} without a forest or without scored test
/// parts.
ForestUse forestUse(const Path& project, Job& job);

}  // namespace segad
