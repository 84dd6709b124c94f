// Deleting runs, as an undoable step: they are set aside, and removed for good when the session ends.
#pragma once

#include <vector>

#include "core/project/records.h"
#include "ui/session/written_step.h"

namespace segad::ui {

class ProjectSession;

class RunRemoval : public WrittenStep {
public:
    RunRemoval(ProjectSession& session, std::vector<RunId> runs, const QString& text);
    void undo() override;
    void redo() override;

private:
    ProjectSession& session_;
    std::vector<RunId> runs_;
};

}  // namespace segad::ui
