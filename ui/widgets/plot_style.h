// What all plots share: the palette's colours and fonts, and lines that are told apart by any eye.
#pragma once

#include <QColor>
#include <cstddef>

class QCustomPlot;
class QWidget;

namespace segad::ui {

/// Okabe–Ito, in the order in which they are told apart best; starts again after six.
QColor curveColor(std::size_t index);
std::size_t curveColorCount();

/// Colours and fonts of `widget` for background, axes, grid and legend; replots.
void applyPalette(QCustomPlot& plot, const QWidget& widget);

/// Puts the legend below the axes, where it never covers a curve however small the plot is.
void placeLegendBelow(QCustomPlot& plot);

}  // namespace segad::ui
