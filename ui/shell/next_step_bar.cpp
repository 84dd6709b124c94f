#include "ui/shell/next_step_bar.h"

#include <QAction>
#include <algorithm>

#include "ui/session/project_session.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

NextStepBar::NextStepBar(ProjectSession& session, QWidget* parent)
    : NoticeBar(tr("What comes next"), parent),
      session_(session),
      train_(makeAction(this, QStringLiteral("train"), tr("Go to Train"),
                        tr("Choose a detector and see what training it costs"),
                        QStringLiteral("Ctrl+Alt+T"))) {
    addAction(train_);
    setClosable(true);
    connect(train_, &QAction::triggered, this, &NextStepBar::trainAsked);
    connect(this, &NoticeBar::putAway, this, [this] {
        answered_ = true;
        refresh();
    });
    connect(&session_, &ProjectSession::dataChanged, this, &NextStepBar::refresh);
    connect(&session_, &ProjectSession::labelsChanged, this, &NextStepBar::refresh);
    refresh();
}

void NextStepBar::refresh() {
    const ProjectData& project = session_.data();
    const bool trained =
        std::ranges::any_of(project.runs, [](const RunRecord& run) { return run.kind == RunKind::Train; });
    const bool due = !answered_ && !trained && !project.parts.empty() && !session_.isReadOnly();
    const auto good = std::ranges::count(project.parts, Label::Good, &PartRecord::label);
    train_->setEnabled(due && good > 0);
    train_->setVisible(due && good > 0);
    if (!due) {
        hide();
        return;
    }
    say(good == 0 ? tr("Label parts with the keys 1 (good) and 2 (bad): a detector learns from good ones.")
                  : tr("%n good part(s) to learn from. Train a detector to see heatmaps.", nullptr,
                       static_cast<int>(good)));
}

}  // namespace segad::ui
