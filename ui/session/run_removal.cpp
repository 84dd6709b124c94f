#include "ui/session/run_removal.h"

#include "ui/session/project_session.h"

namespace segad::ui {

RunRemoval::RunRemoval(ProjectSession& session, std::vector<RunId> runs, const QString& text)
    : QUndoCommand(text), session_(session), runs_(std::move(runs)) {}

// As with labels: a step that the file refused must not stay on the stack.
void RunRemoval::undo() {
    setObsolete(!session_.applyRemoval(runs_, false));
}
void RunRemoval::redo() {
    setObsolete(!session_.applyRemoval(runs_, true));
}

}  // namespace segad::ui
