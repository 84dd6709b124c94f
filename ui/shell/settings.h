// What the window remembers for the user, not for a project: theme, language, geometry, recent projects.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include "ui/shell/theme.h"

namespace segad::ui::settings {

Theme theme();
void setTheme(Theme theme);

/// A code of languages(), or empty: as the system.
QString language();
void setLanguage(const QString& code);

/// Whether labelling a part goes on to the next one.
bool advanceAfterLabelling();
void setAdvanceAfterLabelling(bool on);

struct RecentProject {
    QString file;      ///< absolute; may be gone by now
    QDateTime opened;  ///< the last time; invalid when nobody knows
    int parts = -1;    ///< when it was last open; -1 when nobody knows
    bool pinned = false;
};

/// Pinned ones first, then the others, at most ten; each the newest first.
QList<RecentProject> recentProjects();
/// It was opened now.
void addRecentProject(const QString& file, int parts);
void pinProject(const QString& file, bool pinned);
/// Takes it off the list; the project itself is left alone.
void forgetProject(const QString& file);

/// What this process has open, empty for nothing; so that the next one knows when this one was killed.
void setOpenProject(const QString& file);
/// The project that a process had open which is gone without saying so; empty when there is none. It is told
/// once.
QString takeLeftOpenProject();

QByteArray windowGeometry();
QByteArray windowLayout();
void setWindow(const QByteArray& geometry, const QByteArray& layout);

/// Arrangements of the window that the user has kept, by name.
QStringList layouts();
QByteArray layout(const QString& name);
/// An empty arrangement takes the name off the list.
void setLayout(const QString& name, const QByteArray& arrangement);

/// Where the project is that was open last, else where the desktop keeps documents.
QString projectFolder();
/// Where pictures were taken from last, else where the desktop keeps them.
QString pictureFolder();
void setPictureFolder(const QString& folder);

/// The hint about what comes next that the user put away last; 0: none.
int hintPutAway(const QString& project);
void setHintPutAway(const QString& project, int hint);

/// Last part and workspace of a project.
qlonglong lastPart(const QString& project);
int lastWorkspace(const QString& project);
void setLast(const QString& project, qlonglong part, int workspace);

}  // namespace segad::ui::settings
