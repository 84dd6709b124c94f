#include "ui/results/evaluation_removal.h"

#include <QPointer>

#include "ui/session/project_session.h"

namespace segad::ui {

EvaluationRemoval::EvaluationRemoval(ProjectSession& session, std::vector<EvaluationId> evaluations,
                                     const QString& text)
    : session_(session) {
    setText(text);
    step_->evaluations = std::move(evaluations);
}

void EvaluationRemoval::undo() {
    write(false);
}

void EvaluationRemoval::redo() {
    write(true);
}

void EvaluationRemoval::write(bool remove) {
    if (!isRefused()) {
        session_.writes().write(
            [step = step_, remove](Project& project) {
                if (remove)
                    step->removed = removeEvaluations(project, step->evaluations);
                else
                    step->evaluations = restoreEvaluations(project, step->removed);
            },
            [session = QPointer(&session_), refused = refusal()](const Error* error) {
                *refused = error != nullptr;
                if (session.isNull()) return;
                if (error != nullptr) session->reportError(*error);
                session->reload();
            });
    }
    setObsolete(isRefused());
}

}  // namespace segad::ui
