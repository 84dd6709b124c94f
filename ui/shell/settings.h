// What the window remembers for the user, not for a project: theme, language, geometry, recent projects.
#pragma once

#include <QByteArray>
#include <QStringList>

#include "ui/shell/theme.h"

namespace segad::ui::settings {

Theme theme();
void setTheme(Theme theme);

/// A code of languages(), or empty: as the system.
QString language();
void setLanguage(const QString& code);

/// Newest first, at most ten, only those that still exist.
QStringList recentProjects();
void addRecentProject(const QString& file);

QByteArray windowGeometry();
QByteArray windowLayout();
void setWindow(const QByteArray& geometry, const QByteArray& layout);

/// Arrangements of the window that the user has kept, by name.
QStringList layouts();
QByteArray layout(const QString& name);
/// An empty arrangement takes the name off the list.
void setLayout(const QString& name, const QByteArray& arrangement);

/// Last part and workspace of a project.
qlonglong lastPart(const QString& project);
int lastWorkspace(const QString& project);
void setLast(const QString& project, qlonglong part, int workspace);

}  // namespace segad::ui::settings
