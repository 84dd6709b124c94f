#include "ui/train/queue_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/session/job_text.h"
#include "ui/session/training_watch.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/loss_plot.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/progress_cell.h"

namespace segad::ui {

namespace {
enum Column { What, State, Progress, Left };
constexpr int kJobRole = Qt::UserRole;
constexpr int kTableHeight = 110;
constexpr int kPlotHeight = 190;

quint64 jobOf(const QTableWidget& table, int row) {
    const QTableWidgetItem* item = table.item(row, What);
    return item == nullptr ? 0 : item->data(kJobRole).toULongLong();
}
}  // namespace

QueuePanel::QueuePanel(JobQueue& jobs, QWidget* parent)
    : QWidget(parent),
      jobs_(jobs),
      trainings_(TrainingWatch::of(jobs)),
      table_(recordTable({tr("Job"), tr("State"), tr("Progress"), tr("Left")}, tr("Queue of jobs"))),
      empty_(new QLabel(tr("Nothing runs and nothing waits. Choose what to train above."))),
      course_(new QLabel),
      result_(new QLabel),
      plot_(new LossPlot),
      pause_(makeAction(this, QStringLiteral("pause"), tr("Pause"),
                        tr("Let the running job stand still, and go on later"),
                        QStringLiteral("Ctrl+Shift+K"))),
      cancel_(makeAction(this, QStringLiteral("clear"), tr("Stop"),
                         tr("Stop the chosen job, or take a waiting one out of the queue"),
                         QStringLiteral("Ctrl+Shift+Del"))),
      up_(makeAction(this, QStringLiteral("up"), tr("Sooner"), tr("Move the chosen waiting job up"),
                     QStringLiteral("Ctrl+Shift+Up"))),
      down_(makeAction(this, QStringLiteral("down"), tr("Later"), tr("Move the chosen waiting job down"),
                       QStringLiteral("Ctrl+Shift+Down"))) {
    table_->setItemDelegateForColumn(Progress, new ProgressCell(table_));
    table_->setMinimumHeight(60);
    empty_->setWordWrap(true);
    empty_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    course_->setWordWrap(true);
    result_->setWordWrap(true);
    result_->setAccessibleName(tr("Result so far"));
    result_->setToolTip(
        tr("From the labelled test parts that are scored by now, so it begins when scoring does. While a "
           "detector learns there is no such figure: PatchCore learns in a single pass, and the others would "
           "have to score every test part anew after each step, which takes as long as learning – and who "
           "stops where the test parts look best has learned from them."));
    auto* list = new QWidget;
    auto* listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->addWidget(toolRow());
    listColumn->addWidget(empty_);
    listColumn->addWidget(table_, 1);
    auto* course = new QWidget;
    auto* courseColumn = new QVBoxLayout(course);
    courseColumn->setContentsMargins(0, 0, 0, 0);
    courseColumn->addWidget(course_);
    courseColumn->addWidget(result_);
    courseColumn->addWidget(plot_, 1);
    courseColumn->addStretch(0);  // of use while there is no curve
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(list);
    split->addWidget(course);
    split->setChildrenCollapsible(false);
    split->setSizes({kTableHeight, kPlotHeight});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(split);

    connect(pause_, &QAction::triggered, this, &QueuePanel::togglePause);
    connect(cancel_, &QAction::triggered, this, [this] {
        if (const JobView* job = chosen()) jobs_.cancel(job->id);
    });
    connect(up_, &QAction::triggered, this, [this] { move(-1); });
    connect(down_, &QAction::triggered, this, [this] { move(1); });
    connect(&jobs_, &JobQueue::jobChanged, this, &QueuePanel::fill);
    connect(&jobs_, &JobQueue::jobFinished, this, &QueuePanel::fill);
    connect(&jobs_, &JobQueue::orderChanged, this, &QueuePanel::fill);
    connect(&trainings_, &TrainingWatch::pointAdded, this, &QueuePanel::showCourse);
    connect(table_, &QTableWidget::itemSelectionChanged, this, [this] {
        showActions();
        showCourse();
    });
    fill();
}

QWidget* QueuePanel::toolRow() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    for (QAction* action : {pause_, cancel_, up_, down_})
        row->addWidget(toolButton(action));
    row->addStretch(1);
    return box;
}

void QueuePanel::setResults(std::function<QString(quint64 job)> resultOf) {
    resultOf_ = std::move(resultOf);
    showCourse();
}

void QueuePanel::fill() {
    std::vector<const JobView*> shown;
    for (const JobView& job : jobs_.jobs()) {
        if (!job.isOver()) shown.push_back(&job);
    }
    const quint64 selected = table_->selectedItems().isEmpty() ? 0 : jobOf(*table_, table_->currentRow());
    const bool sameRows = std::ssize(shown) == table_->rowCount() && [&] {
        for (int row = 0; row < table_->rowCount(); ++row) {
            if (jobOf(*table_, row) != shown[static_cast<std::size_t>(row)]->id) return false;
        }
        return true;
    }();
    if (!sameRows) {
        const QSignalBlocker quiet(table_);
        table_->setRowCount(0);
        for (const JobView* job : shown) {
            addRecord(table_, {job->title, {}, {}, {}});
            table_->item(table_->rowCount() - 1, What)->setData(kJobRole, job->id);
            if (job->id == selected) table_->setCurrentCell(table_->rowCount() - 1, What);
        }
    }
    for (int row = 0; row < table_->rowCount(); ++row)
        showRow(row, *shown[static_cast<std::size_t>(row)]);
    empty_->setVisible(shown.empty());
    table_->setVisible(!shown.empty());
    showActions();
    showCourse();
}

void QueuePanel::showRow(int row, const JobView& job) {
    const auto set = [&](int column, const QString& text, const QString& tip) {
        QTableWidgetItem* item = table_->item(row, column);
        if (item->text() != text) item->setText(text);
        if (item->toolTip() != tip) item->setToolTip(tip);
    };
    const QString state = jobStateText(job);
    const QString stage = jobStageText(job);
    set(State, state, stage.isEmpty() ? state : stage);
    QTableWidgetItem* bar = table_->item(row, Progress);
    if (job.state == JobState::Running) {
        bar->setData(kProgressRole, job.status.fraction);
        const QString share =
            QLocale().toString(static_cast<int>(job.status.fraction * 100)) + QStringLiteral(" %");
        set(Progress, share, stage);
    }
    QString left;
    if (job.state == JobState::Running && job.status.secondsRemaining)
        left = duration(*job.status.secondsRemaining);
    if (const WatchedTraining* training = trainings_.find(job.id);
        job.state == JobState::Waiting && training != nullptr && training->secondsExpected > 0) {
        left = tr("about %1").arg(duration(training->secondsExpected));
    }
    set(Left, left, left);
}

const JobView* QueuePanel::chosen() const {
    const quint64 selected = table_->selectedItems().isEmpty() ? 0 : jobOf(*table_, table_->currentRow());
    const JobView* job = jobs_.find(selected);
    return job != nullptr && !job->isOver() ? job : jobs_.running();
}

const JobView* QueuePanel::watched() const {
    if (const JobView* job = chosen()) return job;
    for (auto job = jobs_.jobs().rbegin(); job != jobs_.jobs().rend(); ++job) {
        if (trainings_.find(job->id) != nullptr) return &*job;
    }
    return nullptr;
}

void QueuePanel::showActions() {
    const JobView* job = chosen();
    const JobView* running = jobs_.running();
    pause_->setEnabled(running != nullptr && running->pausable && !running->stopping);
    const bool paused = running != nullptr && running->paused;
    pause_->setText(paused ? tr("Go on") : tr("Pause"));
    pause_->setIcon(icon(paused ? QStringLiteral("resume") : QStringLiteral("pause")));
    cancel_->setEnabled(job != nullptr && !job->stopping);
    up_->setEnabled(job != nullptr && jobs_.canMove(job->id, -1));
    down_->setEnabled(job != nullptr && jobs_.canMove(job->id, 1));
}

QString QueuePanel::courseText(const JobView& job) const {
    if (job.state == JobState::Waiting) return tr("%1: waits for its turn.").arg(job.title);
    QString text = tr("%1: %2").arg(job.title, jobStateText(job));
    if (job.isOver()) {
        text += tr(" after %1").arg(duration(job.seconds));
        if (!job.message.isEmpty()) text += QStringLiteral(". ") + job.message;
        return text;
    }
    if (const QString stage = jobStageText(job); !stage.isEmpty()) text += QStringLiteral(" — ") + stage;
    const WatchedTraining* training = trainings_.find(job.id);
    const auto pace = training == nullptr ? std::nullopt : training->secondsPerStep();
    if (pace) text += tr(", %1 s per step").arg(QLocale().toString(*pace, 'g', 3));
    text += tr(", %1 so far").arg(duration(job.status.secondsElapsed));
    if (job.status.secondsRemaining) text += tr(", %1 left").arg(duration(*job.status.secondsRemaining));
    return text;
}

void QueuePanel::showCourse() {
    const JobView* job = watched();
    course_->setVisible(job != nullptr);
    const WatchedTraining* training = job == nullptr ? nullptr : trainings_.find(job->id);
    // A detector that learns in one pass never has a curve.
    plot_->setVisible(training != nullptr && !training->points.empty());
    if (job != nullptr) course_->setText(courseText(*job));
    const QString result = job == nullptr || !resultOf_ ? QString() : resultOf_(job->id);
    result_->setText(result);
    result_->setVisible(!result.isEmpty());
    if (training == nullptr) return;
    const std::vector<LossPoint>& shown = plot_->points();
    const bool same = shown.size() == training->points.size() &&
                      (shown.empty() || shown.back().step == training->points.back().step);
    if (!same) plot_->setPoints(training->points);
}

void QueuePanel::togglePause() {
    const JobView* running = jobs_.running();
    if (running == nullptr) return;
    if (running->paused)
        jobs_.resume(running->id);
    else
        jobs_.pause(running->id);
}

void QueuePanel::move(int places) {
    if (const JobView* job = chosen()) jobs_.move(job->id, places);
}

}  // namespace segad::ui
