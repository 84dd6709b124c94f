// Titles of axes that are never cut: the longest form that fits.
#pragma once

#include <QStringList>

class QCPAxis;

namespace segad::ui {

/// Names an axis by the first of `forms`, long to short, that fits beside it, at whatever size the plot is
/// shown or exported; where none does, by what fits of the last.
void setAxisTitle(QCPAxis& axis, const QStringList& forms);

}  // namespace segad::ui
