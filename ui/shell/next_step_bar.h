// Says what comes next until the project has everything once: labels, a detector, a forest, a look at the
// results. Each hint that was put away stays away.
#pragma once

#include "ui/widgets/notice_bar.h"

namespace segad::ui {

class ProjectSession;

/// In the order in which they come; the numbers are kept in the settings.
enum class NextStep { None, Label, Train, LabelBad, Forest, Results };

class NextStepBar : public NoticeBar {
    Q_OBJECT

public:
    explicit NextStepBar(ProjectSession& session, QWidget* parent = nullptr);

    /// What the bar says, None while it is hidden.
    NextStep step() const { return step_; }

Q_SIGNALS:
    /// The user wants to go there.
    void stepAsked(segad::ui::NextStep step);

private:
    NextStep due() const;
    void refresh();
    QString words() const;

    ProjectSession& session_;
    QAction* go_;
    NextStep step_ = NextStep::None;
    bool forestAtFirst_ = false;  ///< there was one when the project was opened
};

}  // namespace segad::ui
