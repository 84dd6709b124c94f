// Says what comes after the import, until a detector has been trained: labels, then training.
#pragma once

#include "ui/widgets/notice_bar.h"

namespace segad::ui {

class ProjectSession;

class NextStepBar : public NoticeBar {
    Q_OBJECT

public:
    explicit NextStepBar(ProjectSession& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void trainAsked();

private:
    void refresh();

    ProjectSession& session_;
    QAction* train_;
    bool answered_ = false;
};

}  // namespace segad::ui
