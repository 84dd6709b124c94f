// The parts where two detectors disagree most, each one click away.
#pragma once

#include <QThreadPool>
#include <QWidget>

#include "core/workflow/disagreement.h"

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace segad::ui {

class ProjectSession;

class DisagreementList : public QWidget {
    Q_OBJECT

public:
    explicit DisagreementList(ProjectSession& session, QWidget* parent = nullptr);
    ~DisagreementList() override;

    /// Looks for them off the GUI thread; the list follows. Nothing happens for the pair that is shown.
    void setPair(RunId first, RunId second);
    /// Looks again, because scores or labels may have changed.
    void refresh();

private:
    void show(const DisagreementReport& report);
    void choose(const QListWidgetItem* item);

    ProjectSession& session_;
    QThreadPool pool_;
    QLabel* words_;
    QListWidget* list_;
    RunId first_ = 0;
    RunId second_ = 0;
    quint64 generation_ = 0;
};

}  // namespace segad::ui
