// What to do about an error, in the window's own terms. The engine names the command that helps; who sits
// before the window has menus and buttons, not a shell.
#pragma once

#include <QString>
#include <string>

namespace segad::ui {

/// The place in the window that does what the command in `remedy` does, as a sentence; empty when the
/// engine's sentence names no command, or one whose work the window does not do.
QString windowRemedy(const std::string& remedy);

/// A problem in one line: "about: what. remedy". What is empty is left out.
QString problemLine(const QString& about, const QString& what, const QString& remedy);

}  // namespace segad::ui
