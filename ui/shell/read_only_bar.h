// Says that the project may only be looked at, and why, and offers a copy that can be worked on.
#pragma once

#include <QString>

#include "ui/widgets/notice_bar.h"

namespace segad::ui {

class ProjectSession;

class ReadOnlyBar : public NoticeBar {
    Q_OBJECT

public:
    explicit ReadOnlyBar(ProjectSession& session, QWidget* parent = nullptr);

    /// Copies the project as a job; copied() follows.
    void copyTo(const QString& file);

Q_SIGNALS:
    /// The copy is complete.
    void copied(const QString& file);

private:
    void chooseCopy();

    ProjectSession& session_;
    QAction* copy_;
    quint64 job_ = 0;
    QString target_;
};

}  // namespace segad::ui
