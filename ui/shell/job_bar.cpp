#include "ui/shell/job_bar.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/session/job_queue.h"
#include "ui/session/job_text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kSteps = 1000;
constexpr int kBarWidth = 220;
}  // namespace

JobBar::JobBar(JobQueue& jobs, QWidget* parent)
    : QWidget(parent),
      jobs_(jobs),
      text_(new QLabel),
      progress_(new QProgressBar),
      remaining_(new QLabel),
      pause_(new QToolButton),
      cancel_(new QToolButton),
      list_(new QToolButton) {
    progress_->setRange(0, kSteps);
    progress_->setFixedWidth(kBarWidth);
    progress_->setAccessibleName(tr("Progress of the running job"));
    // As wide as its longest text, or it would be clipped while the message beside it has all the room.
    remaining_->setMinimumWidth(
        remaining_->fontMetrics().horizontalAdvance(tr("%1 left").arg(duration(3599))));
    pause_->setIcon(icon(QStringLiteral("pause")));
    pause_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    showPause({});
    cancel_->setText(tr("Cancel"));
    cancel_->setShortcut(QKeySequence(QStringLiteral("Ctrl+.")));
    cancel_->setToolTip(tr("Stop the running job; the project stays as it was (Ctrl+.)"));
    cancel_->setAccessibleName(tr("Cancel the running job"));
    list_->setIcon(icon(QStringLiteral("jobs")));
    list_->setShortcut(QKeySequence(QStringLiteral("Ctrl+J")));
    list_->setToolTip(tr("All jobs and their warnings (Ctrl+J)"));
    list_->setAccessibleName(tr("All jobs"));
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setWordWrap(true);
    text_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 8, 3);
    row->addWidget(text_, 1);
    row->addWidget(progress_);
    row->addWidget(remaining_);
    row->addWidget(pause_);
    row->addWidget(cancel_);
    row->addWidget(list_);
    connect(pause_, &QToolButton::clicked, this, &JobBar::togglePause);
    connect(cancel_, &QToolButton::clicked, this, [this] {
        if (const JobView* job = jobs_.running()) jobs_.cancel(job->id);
    });
    connect(list_, &QToolButton::clicked, this, &JobBar::showList);
    connect(&jobs_, &JobQueue::jobChanged, this, &JobBar::showJobs);
    connect(&jobs_, &JobQueue::jobFinished, this, &JobBar::showFinished);
    showJobs();
    // A bar that is made anew goes on where the one before it stopped.
    if (jobs_.running() == nullptr && !jobs_.jobs().empty()) showFinished(jobs_.jobs().back().id);
}

void JobBar::showMessage(const QString& text, bool isError) {
    QPalette colors = palette();
    if (isError) colors.setColor(QPalette::WindowText, labelColor(Label::Bad));
    text_->setPalette(colors);
    text_->setText(isError ? tr("✕ %1").arg(text) : text);
    text_->setToolTip(text);
}

void JobBar::showJobs() {
    const JobView* job = jobs_.running();
    for (QWidget* widget : {static_cast<QWidget*>(progress_), static_cast<QWidget*>(remaining_),
                            static_cast<QWidget*>(pause_), static_cast<QWidget*>(cancel_)}) {
        widget->setVisible(job != nullptr);
    }
    if (job == nullptr) return;
    // Before its first report nobody knows how far a job is: the bar moves without a number.
    progress_->setRange(0, job->status.fraction > 0 ? kSteps : 0);
    progress_->setValue(static_cast<int>(job->status.fraction * kSteps));
    cancel_->setEnabled(!job->stopping);
    showPause(*job);
    QString what = job->title;
    if (const QString stage = jobStageText(*job); !stage.isEmpty())
        what += QStringLiteral(" — %1").arg(stage);
    if (job->stopping || job->paused) what = tr("%1: %2").arg(job->title, jobStateText(*job));
    showMessage(what, false);
    remaining_->setText(job->status.secondsRemaining && !job->stopping
                            ? tr("%1 left").arg(duration(*job->status.secondsRemaining))
                            : QString());
}

void JobBar::showPause(const JobView& job) {
    pause_->setEnabled(job.pausable && !job.stopping);
    pause_->setIcon(icon(job.paused ? QStringLiteral("resume") : QStringLiteral("pause")));
    pause_->setText(job.paused ? tr("Go on") : tr("Pause"));
    pause_->setAccessibleName(job.paused ? tr("Let the paused job go on") : tr("Pause the running job"));
    const QKeySequence key(QStringLiteral("Ctrl+Shift+J"));  // after setText, which clears it
    pause_->setShortcut(key);
    pause_->setToolTip(withKey(job.paused ? tr("Let the job go on from where it stands")
                                          : tr("Let the job stand still and leave the machine to others"),
                               key));
}

void JobBar::togglePause() {
    const JobView* job = jobs_.running();
    if (job == nullptr) return;
    if (job->paused)
        jobs_.resume(job->id);
    else
        jobs_.pause(job->id);
}

QString JobBar::line(const JobView& job) const {
    QString text = tr("%1: %2").arg(job.title, jobStateText(job));
    if (job.seconds > 0) text += tr(" after %1").arg(duration(job.seconds));
    if (!job.message.isEmpty()) text += tr(". %1").arg(job.message);
    if (!job.warnings.isEmpty())
        text += tr(" %n warning(s), Ctrl+J shows them.", nullptr, static_cast<int>(job.warnings.size()));
    return text;
}

void JobBar::showFinished(quint64 id) {
    const JobView* job = jobs_.find(id);
    if (job == nullptr || !job->isOver()) return;
    showJobs();
    if (jobs_.running() == nullptr || job->state == JobState::Failed)
        showMessage(line(*job), job->state == JobState::Failed);
}

void JobBar::showList() {
    auto* dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Jobs"));
    dialog->resize(680, 360);
    auto* list = new QListWidget;
    list->setWordWrap(true);
    list->setAccessibleName(tr("All jobs"));
    for (auto job = jobs_.jobs().rbegin(); job != jobs_.jobs().rend(); ++job) {
        list->addItem(line(*job));
        for (const QString& warning : job->warnings)
            list->addItem(tr("      ⚠ %1").arg(warning));
    }
    if (list->count() == 0) list->addItem(tr("No jobs yet."));
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(list);
    dialog->show();
}

}  // namespace segad::ui
