#include "ui/shell/project_page.h"

#include <QTimer>
#include <QVBoxLayout>

#include "ui/session/project_session.h"
#include "ui/shell/job_bar.h"
#include "ui/shell/project_notices.h"
#include "ui/shell/project_view.h"

namespace segad::ui {

ProjectPage::ProjectPage(ProjectSession& session, MessageLog& messages, QWidget* parent)
    : QWidget(parent), session_(session), messages_(messages) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QTimer::singleShot(0, this, &ProjectPage::buildOn);
}

void ProjectPage::buildOn() {
    if (view_ == nullptr)
        view_ = new ProjectView(session_, messages_, this);
    else if (!view_->buildMore()) {
        finish();
        return;
    }
    QTimer::singleShot(0, this, &ProjectPage::buildOn);
}

void ProjectPage::finish() {
    auto* notices = new ProjectNotices(session_);
    connect(notices, &ProjectNotices::copied, this, &ProjectPage::copied);
    connect(notices, &ProjectNotices::stepAsked, view_, &ProjectView::showStep);
    jobBar_ = new JobBar(session_, messages_, view_->messagesAction());
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(notices);
    column->addWidget(view_, 1);
    column->addWidget(jobBar_);
    Q_EMIT built();
}

}  // namespace segad::ui
