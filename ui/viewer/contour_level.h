// Which value of a detector's map the contour lines follow, and what that value means.
#pragma once

#include <QString>
#include <optional>

#include "core/project/records.h"

namespace segad::ui {

struct ProjectData;

enum class ContourAt {
    Threshold,   ///< from here on a part is for review; only where the image score is the map's maximum
    AboveGood,   ///< the largest value of the calibration parts
    Percentile,  ///< of the calibration parts' pixels
};

struct ContourLevel {
    double value = 0;
    QString meaning;  ///< for people
};

/// The review threshold of a detector run, when it says something about single pixels: the run's image scores
/// are the maxima of its maps. Absent otherwise, or without a threshold.
std::optional<double> pixelThreshold(const ProjectData& project, RunId run);

/// Where the threshold says nothing about pixels, Threshold gives what AboveGood does. Absent when the run
/// has neither threshold nor percentiles.
std::optional<ContourLevel> contourLevel(const ProjectData& project, RunId run, ContourAt at,
                                         double percentile);

}  // namespace segad::ui
