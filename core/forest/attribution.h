// What each feature, segment and detector has to do with a margin.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/forest/feature_names.h"

namespace segad {

/// One number per column, and its sums. `segment` is kWholePart for image scores.
struct Attribution {
    struct Cell {
        int segment = kWholePart;
        std::string detector;
        double value = 0;
    };
    struct Segment {
        int segment = kWholePart;
        double value = 0;
    };
    struct Detector {
        std::string detector;
        double value = 0;
    };
    std::vector<double> columns;      ///< in the order of the feature columns
    std::vector<Cell> cells;          ///< every (segment, detector), in column order
    std::vector<Segment> segments;    ///< in column order
    std::vector<Detector> detectors;  ///< in column order
};

/// Sums `values`, one per column, by what the columns are about.
Attribution attribute(std::span<const FeatureColumn> columns, std::vector<double> values);

}  // namespace segad
