#include "ui/results/benchmark_panel.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include "core/workflow/benchmark/benchmark.h"
#include "ui/results/benchmark_form.h"
#include "ui/results/benchmark_view.h"
#include "ui/session/job_text.h"
#include "ui/session/project_session.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/quiet_wheel.h"

namespace segad::ui {

namespace {
constexpr int kReadingMs = 500;
constexpr int kPerMille = 1000;
constexpr int kFormHeight = 280;
constexpr int kViewHeight = 520;
}  // namespace

BenchmarkPanel::BenchmarkPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      form_(new BenchmarkForm(session.file().parent_path())),
      view_(new BenchmarkView(session)),
      bar_(new QProgressBar),
      words_(new QLabel),
      run_(makeAction(this, QStringLiteral("train"), tr("Run the benchmark"),
                      tr("Put what is missing of the grid into the queue"), QStringLiteral("Ctrl+Shift+R"))),
      stop_(makeAction(this, QStringLiteral("clear"), tr("Stop"),
                       tr("Stop the benchmark; what was computed and trained is kept"),
                       QStringLiteral("Ctrl+Alt+Shift+K"))),
      open_(makeAction(this, QStringLiteral("folder"), tr("Open results …"),
                       tr("Show the results of a benchmark, of this window or of segad benchmark"),
                       QStringLiteral("Ctrl+Alt+Shift+O"))),
      patience_(new QTimer(this)) {
    words_->setWordWrap(true);
    words_->setAccessibleName(tr("How far the benchmark is"));
    bar_->setRange(0, kPerMille);
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Progress of the benchmark"));
    bar_->hide();
    stop_->setEnabled(false);
    patience_->setSingleShot(true);
    patience_->setInterval(kReadingMs);
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout(buttons);
    for (QAction* action : {run_, stop_, open_})
        flow->addWidget(actionButton(action));
    auto* upper = new QWidget;
    auto* upperColumn = new QVBoxLayout(upper);
    upperColumn->addWidget(form_);
    upperColumn->addWidget(buttons);
    upperColumn->addWidget(words_);
    upperColumn->addWidget(bar_);
    upperColumn->addStretch(1);
    keepWheelQuiet(*upper);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(scrolled(upper));
    split->addWidget(view_);
    split->setChildrenCollapsible(false);
    split->setSizes({kFormHeight, kViewHeight});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split);

    connect(run_, &QAction::triggered, this, &BenchmarkPanel::run);
    connect(stop_, &QAction::triggered, this, &BenchmarkPanel::stop);
    connect(open_, &QAction::triggered, this, &BenchmarkPanel::open);
    connect(form_, &BenchmarkForm::readyChanged, this, &BenchmarkPanel::updateActions);
    connect(patience_, &QTimer::timeout, this, [this] { view_->show(results_); });
    for (const auto signal : {&JobQueue::jobChanged, &JobQueue::jobFinished}) {
        connect(&session_.jobs(), signal, this, [this](quint64 id) {
            if (id == job_) showJob();
        });
    }
    updateActions();
}

void BenchmarkPanel::run() {
    BenchmarkRequest request = form_->request();
    cells_ = std::make_shared<std::atomic<int>>(0);
    shown_ = 0;
    results_ = request.results;
    request.onCell = [count = cells_](const BenchmarkCell&) { ++*count; };
    const QString title = tr("Benchmark %1").arg(QString::fromStdString(toUtf8(request.dataset.filename())));
    const QString summary = tr("%1 cells computed, %2 were there, %3 failed");
    job_ = session_.jobs().enqueue(title, [request, summary](Job& job) {
        const BenchmarkOutcome outcome = runBenchmark(request, job);
        return summary.arg(outcome.computed).arg(outcome.before).arg(outcome.failed);
    });
    showJob();
}

void BenchmarkPanel::stop() {
    session_.jobs().cancel(job_);
}

void BenchmarkPanel::open() {
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open the results of a benchmark"),
        QString::fromStdString(toUtf8(session_.file().parent_path())),
        tr("Results of benchmarks (*%1)").arg(QLatin1String(BenchmarkFile::kSuffix)));
    if (file.isEmpty()) return;
    const Path results = file.toStdString();
    try {
        form_->setRequest(benchmarkRequestOf(results));
        view_->show(results);
    } catch (const Error& error) {
        session_.reportError(error);
    }
}

void BenchmarkPanel::showJob() {
    const JobView* job = session_.jobs().find(job_);
    if (job == nullptr) return;
    const int cells = cells_->load();
    if (cells != shown_ || job->isOver()) {
        shown_ = cells;
        if (!patience_->isActive()) patience_->start();
    }
    bar_->setVisible(!job->isOver());
    bar_->setValue(static_cast<int>(job->status.fraction * kPerMille));
    if (job->isOver()) {
        words_->setText(
            job->state == JobState::Cancelled
                ? tr("Stopped. What was computed and trained is kept: run the benchmark again to go on.")
                : job->message);
        form_->refresh();
    } else {
        QString text = tr("%n cell(s) computed", nullptr, cells);
        if (job->status.secondsRemaining)
            text += QStringLiteral(" · ") + tr("%1 left").arg(duration(*job->status.secondsRemaining));
        const QString stage = jobStageText(*job);
        words_->setText(stage.isEmpty() ? text : text + QStringLiteral(" · ") + stage);
    }
    updateActions();
}

void BenchmarkPanel::updateActions() {
    const JobView* job = session_.jobs().find(job_);
    const bool runs = job != nullptr && !job->isOver();
    run_->setEnabled(form_->isReady() && !runs);
    stop_->setEnabled(runs);
}

}  // namespace segad::ui
