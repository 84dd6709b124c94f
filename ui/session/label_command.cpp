#include "ui/session/label_command.h"

#include "ui/session/project_session.h"

namespace segad::ui {

LabelCommand::LabelCommand(ProjectSession& session, std::vector<Parts::LabelChange> before,
                           std::vector<Parts::LabelChange> after, const QString& text)
    : session_(session) {
    setText(text);
    changes_->before = std::move(before);
    changes_->after = std::move(after);
}

void LabelCommand::undo() {
    session_.writeLabels(changes_, LabelWay::Undo, refusal());
    setObsolete(isRefused());
    showPart();
}

void LabelCommand::redo() {
    // The first time it is what the user wants now, whatever the parts have; and what they have is not
    // always what was on the screen.
    const bool first = !std::exchange(done_, true);
    session_.writeLabels(changes_, first ? LabelWay::First : LabelWay::Redo, refusal());
    setObsolete(isRefused());
    if (!first) showPart();
}

void LabelCommand::showPart() {
    // Who labels and moves on wants back to the part whose label was wrong.
    if (changes_->after.size() == 1) session_.setCurrentPart(changes_->after.front().part);
}

}  // namespace segad::ui
