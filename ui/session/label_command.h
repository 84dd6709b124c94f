// One undoable labelling step. Undoing it shows the part it was about, and leaves alone what another program
// has labelled since.
#pragma once

#include <QUndoCommand>
#include <vector>

#include "core/project/project.h"

namespace segad::ui {

class ProjectSession;

class LabelCommand : public QUndoCommand {
public:
    LabelCommand(ProjectSession& session, std::vector<Parts::LabelChange> after, const QString& text);
    void undo() override;
    void redo() override;

private:
    void showPart();

    ProjectSession& session_;
    std::vector<Parts::LabelChange> before_;
    std::vector<Parts::LabelChange> after_;
    bool done_ = false;
};

}  // namespace segad::ui
