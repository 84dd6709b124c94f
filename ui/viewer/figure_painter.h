// Draws a figure as it was laid out. Private to figures.
#pragma once

#include "ui/viewer/figure_layout.h"

class QPainter;

namespace segad::ui {

/// One unit of the painter is a hundredth of a millimetre. Pictures come with as many dots as `dpi` asks for.
void drawFigure(QPainter& painter, const Figure& figure, const FigureStyle& style, const FigureLayout& layout,
                int dpi);

}  // namespace segad::ui
