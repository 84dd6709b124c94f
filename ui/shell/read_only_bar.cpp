#include "ui/shell/read_only_bar.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>

#include "core/project/copy.h"
#include "ui/session/project_session.h"
#include "ui/shell/importing.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

ReadOnlyBar::ReadOnlyBar(ProjectSession& session, QWidget* parent)
    : NoticeBar(tr("Read-only project"), parent),
      session_(session),
      copy_(makeAction(this, QStringLiteral("export"), tr("Save a copy as …"),
                       tr("Copy the project with its maps and models to where it can be changed, and open "
                          "the copy"),
                       QStringLiteral("Ctrl+Alt+W"))) {
    addAction(copy_);
    connect(copy_, &QAction::triggered, this, &ReadOnlyBar::chooseCopy);
    connect(&session_.jobs(), &JobQueue::jobFinished, this, [this](quint64 id) {
        if (id != job_) return;
        copy_->setEnabled(true);
        const JobView* job = session_.jobs().find(id);
        if (job != nullptr && job->state == JobState::Done) Q_EMIT copied(target_);
    });
    if (session_.isReadOnly()) {
        say(tr("Read-only: %1. Look at everything; nothing can be labelled, trained or stored.")
                .arg(session_.readOnlyReason()));
    }
}

void ReadOnlyBar::chooseCopy() {
    auto* dialog = new QFileDialog(
        this, tr("Save a copy of the project"),
        QDir::homePath() + QLatin1Char('/') + session_.name() + QLatin1String(Project::kSuffix),
        Importing::fileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QLatin1String(Project::kSuffix).mid(1));
    connect(dialog, &QFileDialog::fileSelected, this, &ReadOnlyBar::copyTo);
    dialog->open();
}

void ReadOnlyBar::copyTo(const QString& file) {
    target_ = file;
    copy_->setEnabled(false);
    job_ = session_.jobs().enqueue(tr("Copy the project"),
                                   [from = session_.file(), to = Path(file.toStdString())](Job& job) {
                                       copyProject(from, to, job);
                                       return QString();
                                   });
}

}  // namespace segad::ui
