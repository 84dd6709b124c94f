#include "ui/session/label_command.h"

#include "ui/session/project_session.h"

namespace segad::ui {

LabelCommand::LabelCommand(ProjectSession& session, std::vector<Parts::LabelChange> before,
                           std::vector<Parts::LabelChange> after, const QString& text)
    : QUndoCommand(text), session_(session), before_(std::move(before)), after_(std::move(after)) {}

// A step that the file refused must not stay on the stack as if it had happened.
void LabelCommand::undo() {
    setObsolete(!session_.applyLabels(before_));
}
void LabelCommand::redo() {
    setObsolete(!session_.applyLabels(after_));
}

}  // namespace segad::ui
