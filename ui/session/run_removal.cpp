#include "ui/session/run_removal.h"

#include "ui/session/project_session.h"

namespace segad::ui {

RunRemoval::RunRemoval(ProjectSession& session, std::vector<RunId> runs, const QString& text)
    : session_(session), runs_(std::move(runs)) {
    setText(text);
}

void RunRemoval::undo() {
    session_.writeRemoval(runs_, false, refusal());
    setObsolete(isRefused());
}

void RunRemoval::redo() {
    session_.writeRemoval(runs_, true, refusal());
    setObsolete(isRefused());
}

}  // namespace segad::ui
