// One undoable labelling step.
#pragma once

#include <QUndoCommand>
#include <vector>

#include "core/project/project.h"

namespace segad::ui {

class ProjectSession;

class LabelCommand : public QUndoCommand {
public:
    LabelCommand(ProjectSession& session, std::vector<Parts::LabelChange> before,
                 std::vector<Parts::LabelChange> after, const QString& text);
    void undo() override;
    void redo() override;

private:
    ProjectSession& session_;
    std::vector<Parts::LabelChange> before_;
    std::vector<Parts::LabelChange> after_;
};

}  // namespace segad::ui
