// How the user likes to see pictures and heatmaps, kept between sessions.
#pragma once

#include <QString>

#include "core/image/heat_colors.h"
#include "ui/viewer/contour_level.h"

namespace segad::ui::viewer_settings {

/// The colours of every heatmap.
HeatColors heatColors();
void setHeatColors(HeatColors colors);

ContourAt contourAt();
void setContourAt(ContourAt at);

/// A slider or switch of the viewer by its key; `otherwise` when it was never moved.
int number(const QString& key, int otherwise);
void setNumber(const QString& key, int value);

}  // namespace segad::ui::viewer_settings
