// Where everything of a figure stands. Private to figures.
#pragma once

#include <QFont>
#include <QRect>
#include <QSizeF>
#include <vector>

#include "ui/viewer/figure.h"

namespace segad::ui {

/// Figures are laid out in hundredths of a millimetre, so that whole numbers are fine enough for fonts.
inline constexpr double kUnitsPerMm = 100;
inline constexpr double kUnitsPerInch = 2540;
inline constexpr double kUnitsPerPoint = kUnitsPerInch / 72;

struct FigureLayout {
    struct Cell {
        QRectF picture;  ///< on whole dots of the resolution
        QRectF title;    ///< empty without
        QRectF note;     ///< empty without
        QRectF bar;      ///< colour bar with its numbers; empty without
        QRect crop;      ///< of the picture, in its pixels
    };
    QSizeF size;
    std::vector<Cell> cells;
    QRectF sharedBar;
    QRectF caption;
    QFont font;
    QFont bold;
    QFont small;  ///< of colour bars and the caption
};

/// `dpi` is not 0.
FigureLayout layOut(const Figure& figure, const FigureStyle& style, int dpi);

/// Heights of a colour bar's parts.
inline constexpr double kBarThickness = 2 * kUnitsPerMm;
inline constexpr double kBarTick = 0.7 * kUnitsPerMm;

/// The dots a picture takes at a resolution.
QSize dotsOf(const QRectF& picture, int dpi);

}  // namespace segad::ui
