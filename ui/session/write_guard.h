// Actions that change the project, in a window that may only look at it: they are there, disabled, and their
// tooltip says why.
#pragma once

class QAction;
class QWidget;

namespace segad::ui {

class ProjectSession;

/// Keeps the action disabled, whoever enables it, when the session's project is read-only. Does nothing for
/// one that can be written.
void needsWriting(QAction* action, const ProjectSession& session);
/// The same for a field or button of its own.
void needsWriting(QWidget* widget, const ProjectSession& session);

}  // namespace segad::ui
