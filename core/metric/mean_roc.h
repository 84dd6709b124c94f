// Several ROC curves as one: at each rate of good parts called bad, the mean of the rates of bad parts found.
#pragma once

#include <span>
#include <vector>

#include "core/metric/roc.h"

namespace segad {

struct RocVertex {
    double falsePositiveRate = 0;
    double truePositiveRate = 0;
};

/// From (0, 0) to (1, 1), rates rising; where the curve jumps, two or more vertices share a rate.
using RocLine = std::vector<RocVertex>;

RocLine lineOf(const RocCurve& curve);

/// Exact: the area below is the mean of the areas. Empty without lines.
RocLine meanOfLines(std::span<const RocLine> lines);

}  // namespace segad
