#include "ui/session/label_command.h"

#include "ui/session/project_session.h"

namespace segad::ui {

LabelCommand::LabelCommand(ProjectSession& session, std::vector<Parts::LabelChange> after,
                           const QString& text)
    : QUndoCommand(text), session_(session), after_(std::move(after)) {}

// A step that the file refused, or that others have made pointless, must not stay on the stack as if it had
// happened.
void LabelCommand::undo() {
    setObsolete(!session_.replaceLabels(after_, before_, "undo"));
    showPart();
}

void LabelCommand::redo() {
    if (done_) {
        setObsolete(!session_.replaceLabels(before_, after_, "redo"));
        showPart();
        return;
    }
    // The first time it is what the user wants now, whatever the parts have; and what they have is not
    // always what was on the screen.
    done_ = true;
    setObsolete(!session_.applyLabels(after_, before_));
}

void LabelCommand::showPart() {
    // Who labels and moves on wants back to the part whose label was wrong.
    if (after_.size() == 1) session_.setCurrentPart(after_.front().part);
}

}  // namespace segad::ui
