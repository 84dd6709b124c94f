// What all plots share: the palette's colours and fonts, and lines that are told apart by any eye.
#pragma once

#include <QColor>
#include <QString>
#include <cstddef>

class QCPAbstractPlottable;
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

/// Adds a line to the legend of a plot that adds none by itself: the plottable's name, in which `shortened`,
/// a part of it, is shortened while the plot is too narrow for the whole.
void addToLegend(QCPAbstractPlottable& plottable, const QString& shortened);

}  // namespace segad::ui
