#include "ui/shell/recovery_bar.h"

#include <QAction>
#include <QLocale>

#include "ui/session/project_session.h"
#include "ui/train/resumption.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

RecoveryBar::RecoveryBar(ProjectSession& session, QWidget* parent)
    : NoticeBar(tr("Interrupted training"), parent),
      session_(session),
      goOn_(makeAction(this, QStringLiteral("resume"), tr("Go on"),
                       tr("Put the training into the queue again, from its last checkpoint"),
                       QStringLiteral("Ctrl+Alt+G"))) {
    addAction(goOn_);
    setClosable(true);
    connect(goOn_, &QAction::triggered, this, [this] {
        if (const StoppedTraining* training = offered()) {
            answered_.insert(training->run.id);
            goOnWith(session_, *training);
        }
        refresh();
    });
    connect(this, &NoticeBar::putAway, this, [this] {
        if (const StoppedTraining* training = offered()) answered_.insert(training->run.id);
        refresh();
    });
    connect(&session_, &ProjectSession::dataChanged, this, &RecoveryBar::refresh);
    refresh();
}

const StoppedTraining* RecoveryBar::offered() const {
    if (session_.isReadOnly()) return nullptr;
    for (const StoppedTraining& training : session_.data().stopped) {
        if (training.run.outcome == RunOutcome::Failed && !answered_.contains(training.run.id))
            return &training;
    }
    return nullptr;
}

void RecoveryBar::refresh() {
    const StoppedTraining* training = offered();
    if (training == nullptr) {
        hide();
        return;
    }
    const QLocale locale;
    say(tr("Training %1 (run %2) was interrupted at step %3 of %4. What it had learned is kept.")
            .arg(detectorTitle(training->run.subject))
            .arg(training->run.id)
            .arg(locale.toString(static_cast<qlonglong>(training->curve.steps)),
                 locale.toString(static_cast<qlonglong>(training->plannedSteps))));
}

}  // namespace segad::ui
