// Plots as files: PNG at twice the resolution, SVG or PDF, one below the other.
#pragma once

#include <QString>
#include <vector>

class QCustomPlot;

namespace segad::ui {

/// By the suffix of `file` (.pdf, .svg, anything else is PNG). False when it can't be written.
bool exportPlots(const std::vector<QCustomPlot*>& plots, const QString& title, const QString& file);

}  // namespace segad::ui
