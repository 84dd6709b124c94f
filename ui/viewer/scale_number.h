// How values of a heatmap are written beside its colour bar, on the screen and on paper.
#pragma once

#include <QString>

#include "ui/viewer/heat_scale.h"

namespace segad::ui {

/// With as many decimals as give the larger end of the scale `digits` digits: the numbers of one bar stand
/// under each other, whether its values are below 1 or thousands.
QString scaleNumber(const HeatScale& scale, double value, int digits);

}  // namespace segad::ui
