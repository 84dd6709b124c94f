// Icons drawn from the SVGs in resources/, in the colour of the text around them, so that they are right
// in light and dark.
#pragma once

#include <QIcon>
#include <QString>

namespace segad::ui {

/// `name` without path and suffix: "good", "fit-view". The pixmaps are drawn when they are needed and
/// follow the application palette.
QIcon icon(const QString& name);

}  // namespace segad::ui
