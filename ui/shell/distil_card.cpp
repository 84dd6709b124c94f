#include "ui/shell/distil_card.h"

#include <QAction>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shell/distil_form.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/loss_plot.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kBarSteps = 1000;

/// What the engine is doing, without the figures after the dash: the plot shows them.
QString stageText(const std::string& what) {
    const std::string stage = what.substr(0, what.find(" — "));
    return stage.empty() ? QString() : engineText(stage);
}
}  // namespace

DistilCard::DistilCard(JobQueue& jobs, DistilRun::Work work, QWidget* parent)
    : QWidget(parent),
      run_(DistilRun::of(jobs)),
      work_(std::move(work)),
      form_(new DistilForm),
      hint_(new QLabel),
      plot_(new LossPlot),
      progress_(new QProgressBar),
      state_(new QLabel),
      start_(makeAction(this, QStringLiteral("train"), tr("Make backbone"),
                        tr("Learn from the teacher in a background job, then import the result"),
                        QStringLiteral("Ctrl+Shift+B"))),
      stop_(makeAction(this, QStringLiteral("clear"), tr("Stop"),
                       tr("Stop learning; what was learned is kept, and one can go on from it"),
                       QStringLiteral("Ctrl+Shift+X"))) {
    setAcceptDrops(true);
    auto* row = new QHBoxLayout;
    row->addWidget(fields(), 1);
    row->addWidget(course(), 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading(tr("Make a backbone or a teacher")));
    column->addLayout(row, 1);
    if (run_.job() != nullptr) form_->fillIn(run_.request());
    connect(form_, &DistilForm::changed, this, &DistilCard::showState);
    connect(start_, &QAction::triggered, this, &DistilCard::start);
    connect(stop_, &QAction::triggered, &run_, &DistilRun::stop);
    connect(&run_, &DistilRun::changed, this, &DistilCard::showState);
    connect(&run_, &DistilRun::finished, this, [this] {
        form_->readCheckpoint();
        if (run_.job()->state == JobState::Done) Q_EMIT backboneMade();
    });
    form_->readCheckpoint();
}

DistilRequest DistilCard::request() const {
    return form_->request();
}

void DistilCard::fillWeights() {
    form_->fillWeights();
}

QWidget* DistilCard::fields() {
    hint_->setWordWrap(true);
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 6, 0);
    column->addWidget(form_);
    column->addWidget(hint_);
    column->addStretch(1);
    column->addWidget(actionButton(start_), 0, Qt::AlignLeft);
    return box;
}

QWidget* DistilCard::course() {
    progress_->setRange(0, kBarSteps);
    progress_->setAccessibleName(tr("Progress of the backbone"));
    state_->setWordWrap(true);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout;
    row->addWidget(progress_, 1);
    row->addWidget(actionButton(stop_));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(plot_, 1);
    column->addWidget(state_);
    column->addLayout(row);
    return box;
}

void DistilCard::dragEnterEvent(QDragEnterEvent* event) {
    if (!form_->offeredFolder(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void DistilCard::dropEvent(QDropEvent* event) {
    const QString folder = form_->offeredFolder(event->mimeData());
    if (folder.isEmpty()) return;
    form_->setImages(folder);
    event->acceptProposedAction();
}

void DistilCard::keyPressEvent(QKeyEvent* event) {
    // Enter ends the typing of a name; it must not press a button of the dialog around.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

void DistilCard::showState() {
    const bool busy = run_.isUnderWay();
    form_->setBusy(busy);
    showRun();
    if (busy) {
        start_->setEnabled(false);
        return;
    }
    const QString problem = form_->obstacle();
    start_->setEnabled(problem.isEmpty());
    start_->setText(form_->goesOn() ? tr("Go on") : tr("Make backbone"));
    hint_->setText(problem.isEmpty() ? form_->outlook() : problem);
}

void DistilCard::showRun() {
    const JobView* job = run_.job();
    const bool busy = run_.isUnderWay();
    stop_->setEnabled(busy && !job->stopping);
    progress_->setEnabled(busy);
    const std::vector<LossPoint>& points =
        job == nullptr && form_->checkpoint() ? form_->checkpoint()->curve.points : run_.points();
    const std::vector<LossPoint>& shown = plot_->points();
    if (points.size() != shown.size() || (!points.empty() && points.back().step != shown.back().step))
        plot_->setPoints(points);
    if (job == nullptr) {
        progress_->setValue(0);
        state_->setText(QString());
        return;
    }
    progress_->setValue(static_cast<int>(job->status.fraction * kBarSteps));
    if (!busy) {
        state_->setText(job->state == JobState::Cancelled ? tr("Stopped; what was learned is kept.")
                                                          : job->message);
        return;
    }
    QString text =
        job->state == JobState::Waiting ? tr("Waiting for other jobs") : stageText(job->status.what);
    if (job->stopping) text = tr("Stopping …");
    if (job->status.total > 0 && !job->stopping)
        text += tr(" (%1 of %2)")
                    .arg(QLocale().toString(qulonglong(job->status.done)),
                         QLocale().toString(qulonglong(job->status.total)));
    if (const auto left = run_.secondsRemaining(); left && !job->stopping)
        text += tr(", %1 left").arg(duration(*left));
    state_->setText(text);
    hint_->setText(tr("These settings can be changed again when it is done or stopped."));
}

void DistilCard::start() {
    if (run_.isUnderWay() || !form_->obstacle().isEmpty()) return;
    const DistilRequest wanted = form_->request();
    std::error_code ignored;  // writing says what is wrong, with the name of the file
    std::filesystem::create_directories(wanted.out.parent_path(), ignored);
    run_.start(wanted, form_->goesOn() ? form_->checkpoint()->curve.points : std::vector<LossPoint>(), work_);
}

}  // namespace segad::ui
