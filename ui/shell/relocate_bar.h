// Says which images are not where the project says, where they may be now, and lets the user point to them.
// It looks by itself: when the project is opened, when its sources change, when the window is used again.
#pragma once

#include <optional>
#include <vector>

#include "core/workflow/relocation.h"
#include "ui/widgets/notice_bar.h"

namespace segad::ui {

class ProjectSession;

class RelocateBar : public NoticeBar {
    Q_OBJECT

public:
    explicit RelocateBar(ProjectSession& session, QWidget* parent = nullptr);

    /// Points the source that is shown to a folder, as a job that compares the images first.
    void relocateTo(const QString& folder);

Q_SIGNALS:
    /// The disk has answered; what is missing is shown.
    void looked();

private:
    void look();
    void present(std::vector<MissingSource> missing);
    void chooseFolder();
    void onJobFinished(quint64 id);

    ProjectSession& session_;
    QAction* use_;
    QAction* locate_;
    std::vector<MissingSource> missing_;
    std::vector<SourceId> putAway_;
    QStringList folders_;  ///< of the sources, as the project said when it was last looked at
    quint64 job_ = 0;
    bool looking_ = false;
    bool again_ = false;
};

}  // namespace segad::ui
