// One undoable labelling step. Undoing it shows the part it was about, and leaves alone what another program
// has labelled since.
#pragma once

#include <memory>
#include <vector>

#include "core/project/project.h"
#include "ui/session/written_step.h"

namespace segad::ui {

class ProjectSession;

/// What a step of labelling changes. It outlives the step while a write is on its way.
struct LabelChanges {
    std::vector<Parts::LabelChange> after;
    std::vector<Parts::LabelChange> before;  ///< as the window knew it; once written, as the file had it
    std::vector<Parts::LabelChange> found;   ///< what the file had; the writing thread's until it is done
};

class LabelCommand : public WrittenStep {
public:
    LabelCommand(ProjectSession& session, std::vector<Parts::LabelChange> before,
                 std::vector<Parts::LabelChange> after, const QString& text);
    void undo() override;
    void redo() override;

private:
    void showPart();

    ProjectSession& session_;
    std::shared_ptr<LabelChanges> changes_ = std::make_shared<LabelChanges>();
    bool done_ = false;
};

}  // namespace segad::ui
