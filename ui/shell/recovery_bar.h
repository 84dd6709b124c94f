// Says that a training did not come to its end (the program was killed, the disk was full) and offers to go
// on with it. Those that the user has stopped are not offered: the table of runs has them.
#pragma once

#include <set>

#include "core/workflow/stopped_trainings.h"
#include "ui/widgets/notice_bar.h"

namespace segad::ui {

class ProjectSession;

class RecoveryBar : public NoticeBar {
    Q_OBJECT

public:
    explicit RecoveryBar(ProjectSession& session, QWidget* parent = nullptr);

private:
    void refresh();
    /// The newest that is worth an offer; nullptr when there is none.
    const StoppedTraining* offered() const;

    ProjectSession& session_;
    QAction* goOn_;
    std::set<RunId> answered_;  ///< put away, or taken up
};

}  // namespace segad::ui
