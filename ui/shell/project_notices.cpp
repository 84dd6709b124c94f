#include "ui/shell/project_notices.h"

#include <QVBoxLayout>

#include "ui/shell/next_step_bar.h"
#include "ui/shell/read_only_bar.h"
#include "ui/shell/recovery_bar.h"
#include "ui/shell/relocate_bar.h"

namespace segad::ui {

ProjectNotices::ProjectNotices(ProjectSession& session, QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* readOnly = new ReadOnlyBar(session, this);
    connect(readOnly, &ReadOnlyBar::copied, this, &ProjectNotices::copied);
    auto* next = new NextStepBar(session, this);
    connect(next, &NextStepBar::stepAsked, this, &ProjectNotices::stepAsked);
    for (NoticeBar* bar :
         {static_cast<NoticeBar*>(readOnly), static_cast<NoticeBar*>(new RelocateBar(session, this)),
          static_cast<NoticeBar*>(new RecoveryBar(session, this)), static_cast<NoticeBar*>(next)})
        column->addWidget(bar);
}

}  // namespace segad::ui
