// Deleting stored evaluations, as an undoable step. What comes back has new numbers.
#pragma once

#include <memory>
#include <vector>

#include "core/workflow/evaluation_table.h"
#include "ui/session/written_step.h"

namespace segad::ui {

class ProjectSession;

class EvaluationRemoval : public WrittenStep {
public:
    EvaluationRemoval(ProjectSession& session, std::vector<EvaluationId> evaluations, const QString& text);
    void undo() override;
    void redo() override;

private:
    /// Both are used by the thread that writes, one write after another.
    struct Step {
        std::vector<EvaluationId> evaluations;  ///< as they are numbered now
        std::vector<StoredEvaluation> removed;
    };
    void write(bool remove);

    ProjectSession& session_;
    std::shared_ptr<Step> step_ = std::make_shared<Step>();
};

}  // namespace segad::ui
