#include "ui/shell/job_bar.h"

#include <QAction>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/session/job_queue.h"
#include "ui/session/job_text.h"
#include "ui/session/message_log.h"
#include "ui/session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kSteps = 1000;
constexpr int kBarWidth = 220;
}  // namespace

JobBar::JobBar(ProjectSession& session, MessageLog& messages, QAction* showMessages, QWidget* parent)
    : QWidget(parent),
      jobs_(session.jobs()),
      messages_(messages),
      text_(new QLabel),
      saving_(new QLabel(tr("Saving …"))),
      count_(new QToolButton),
      progress_(new QProgressBar),
      remaining_(new QLabel),
      pause_(makeAction(this, QStringLiteral("pause"), tr("Pause"),
                        tr("Let the job stand still and leave the machine to others"),
                        QStringLiteral("Ctrl+Shift+J"))),
      cancel_(makeAction(this, QStringLiteral("clear"), tr("Cancel"),
                         tr("Stop the running job; the project stays as it was"), QStringLiteral("Ctrl+."))) {
    KeyMap::setArea(this, tr("Jobs"));
    auto* list = makeAction(this, QStringLiteral("jobs"), tr("All jobs"), tr("All jobs and their warnings"),
                            QStringLiteral("Ctrl+J"));
    progress_->setRange(0, kSteps);
    progress_->setFixedWidth(kBarWidth);
    progress_->setAccessibleName(tr("Progress of the running job"));
    // As wide as its longest text, or it would be clipped while the message beside it has all the room.
    remaining_->setMinimumWidth(
        remaining_->fontMetrics().horizontalAdvance(tr("%1 left").arg(duration(3599))));
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setWordWrap(true);
    text_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    saving_->setToolTip(tr("What you did is being written to the project; the window goes on meanwhile"));
    saving_->setVisible(!session.writes().isIdle());
    connect(&session.writes(), &WriteQueue::late, saving_, &QWidget::show);
    connect(&session.writes(), &WriteQueue::idle, saving_, &QWidget::hide);
    count_->setAutoRaise(true);
    count_->setToolTip(showMessages->toolTip());
    connect(count_, &QToolButton::clicked, showMessages, &QAction::trigger);
    connect(showMessages, &QAction::changed, count_,
            [this, showMessages] { count_->setToolTip(showMessages->toolTip()); });
    QToolButton* listButton = toolButton(list);
    listButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    ofRunning_ = {progress_, remaining_, toolButton(pause_), toolButton(cancel_)};
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 8, 3);
    row->addWidget(text_, 1);
    row->addWidget(saving_);
    row->addWidget(count_);
    for (QWidget* widget : ofRunning_)
        row->addWidget(widget);
    row->addWidget(listButton);
    connect(pause_, &QAction::triggered, this, &JobBar::togglePause);
    connect(cancel_, &QAction::triggered, this, [this] {
        if (const JobView* job = jobs_.running()) jobs_.cancel(job->id);
    });
    connect(list, &QAction::triggered, this, &JobBar::showList);
    connect(&jobs_, &JobQueue::jobChanged, this, &JobBar::showJobs);
    connect(&jobs_, &JobQueue::jobFinished, this, &JobBar::showFinished);
    connect(&messages_, &MessageLog::countChanged, this, &JobBar::showCount);
    connect(&messages_, &MessageLog::added, this,
            [this](const Message& message) { showMessage(message.line(), true); });
    showJobs();
    showCount();
    // A bar that is made anew goes on where the one before it stopped.
    if (jobs_.running() == nullptr && !jobs_.jobs().empty()) showFinished(jobs_.jobs().back().id);
    // What was said before there was a bar.
    if (messages_.unseen() > 0) showMessage(messages_.messages().front().line(), true);
}

void JobBar::showCount() {
    const auto all = static_cast<int>(messages_.messages().size());
    count_->setVisible(all > 0);
    count_->setText(tr("⚠ %1").arg(all));
    count_->setAccessibleName(tr("%n message(s)", nullptr, all));
    QFont font = text_->font();
    font.setBold(messages_.unseen() > 0);
    count_->setFont(font);
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
    for (QWidget* widget : ofRunning_)
        widget->setVisible(job != nullptr);
    cancel_->setEnabled(job != nullptr);
    pause_->setEnabled(job != nullptr);
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
    pause_->setToolTip(withKey(job.paused ? tr("Let the job go on from where it stands")
                                          : tr("Let the job stand still and leave the machine to others"),
                               pause_->shortcut()));
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
        text += tr(" %n warning(s), see the messages.", nullptr, static_cast<int>(job.warnings.size()));
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
