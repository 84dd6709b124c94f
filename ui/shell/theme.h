// Light and dark. "system" follows what the desktop's palette says.
#pragma once

#include <QString>

namespace segad::ui {

enum class Theme { System, Light, Dark };

Theme themeFromString(const QString& name);
QString toString(Theme theme);

/// Sets style and palette of the whole application.
void applyTheme(Theme theme);

}  // namespace segad::ui
