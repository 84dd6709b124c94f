#include "ui/train/train_panel.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/session/project_session.h"
#include "ui/session/training_watch.h"
#include "ui/session/write_guard.h"
#include "ui/train/cost_words.h"
#include "ui/train/detector_cards.h"
#include "ui/train/detector_form.h"
#include "ui/train/forest_card.h"
#include "ui/train/preset_list.h"
#include "ui/train/queue_panel.h"
#include "ui/train/run_words.h"
#include "ui/train/runs_panel.h"
#include "ui/train/training_estimates.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
// Heights relative to each other.
constexpr int kAboveHeight = 380;
constexpr int kBelowHeight = 440;
}  // namespace

TrainPanel::TrainPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      estimates_(new TrainingEstimates(session, this)),
      presets_(new PresetList),
      cards_(new DetectorCards),
      form_(new DetectorForm(session)),
      cost_(new QLabel),
      above_(new QTabWidget),
      below_(new QTabWidget),
      train_(makeAction(this, QStringLiteral("train"), tr("Train and score"),
                        tr("Train what is chosen, then score all parts, in a background job"),
                        QStringLiteral("Ctrl+Shift+T"))) {
    above_->setAccessibleName(tr("What to train"));
    above_->addTab(trainingPage(), tr("Detectors"));
    above_->addTab(new ForestCard(session_), tr("Forest"));
    auto* runs = new RunsPanel(session_);
    below_->setAccessibleName(tr("Queue and runs"));
    below_->addTab(runs, tr("Runs"));
    auto* queue = new QueuePanel(session_.jobs());
    queue->setResults([this](quint64 job) { return resultOf(job); });
    connect(&session_, &ProjectSession::dataChanged, queue, &QueuePanel::showCourse);
    below_->addTab(queue, tr("Queue"));
    if (!session_.jobs().isIdle()) below_->setCurrentIndex(1);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(above_);
    split->addWidget(below_);
    split->setChildrenCollapsible(false);
    split->setSizes({kAboveHeight, kBelowHeight});
    auto* column = new QVBoxLayout(this);
    column->addWidget(split);

    connect(presets_, &PresetList::chosenChanged, this, &TrainPanel::onChoice);
    connect(cards_, &DetectorCards::chosenChanged, this, &TrainPanel::onDetector);
    connect(form_, &DetectorForm::changed, this, &TrainPanel::onFormChanged);
    connect(estimates_, &TrainingEstimates::allEstimated, this, &TrainPanel::showEstimates);
    connect(estimates_, &TrainingEstimates::asked, this, &TrainPanel::showCost);
    connect(train_, &QAction::triggered, this, &TrainPanel::train);
    needsWriting(train_, session_);
    connect(runs, &RunsPanel::resumed, this, [this] { below_->setCurrentIndex(1); });
    connect(&session_, &ProjectSession::dataChanged, form_, &DetectorForm::showBackbones);
    connect(&session_.jobs(), &JobQueue::jobFinished, form_, &DetectorForm::showBackbones);
    connect(&session_.jobs(), &JobQueue::jobChanged, this, &TrainPanel::showAction);
    connect(&session_.jobs(), &JobQueue::jobFinished, this, &TrainPanel::showAction);
    onDetector();
    onChoice();
}

QWidget* TrainPanel::trainingPage() {
    cost_->setWordWrap(true);
    cost_->setAccessibleName(tr("Cost"));
    custom_ = customBox();
    auto* fields = new QWidget;
    auto* fieldColumn = new QVBoxLayout(fields);
    fieldColumn->setContentsMargins(0, 0, 6, 0);
    fieldColumn->addWidget(presets_);
    fieldColumn->addWidget(custom_);
    fieldColumn->addStretch(1);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->addWidget(scrolled(fields), 1);
    // Always in sight, however long the form is.
    column->addWidget(cost_);
    column->addWidget(actionButton(train_));
    return page;
}

QWidget* TrainPanel::customBox() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(cards_);
    column->addWidget(form_);
    return box;
}

void TrainPanel::showDetectors() {
    above_->setCurrentIndex(0);
}

void TrainPanel::showForest() {
    above_->setCurrentIndex(1);
}

/// What the scores say that a training of this session has by now.
QString TrainPanel::resultOf(quint64 job) const {
    const WatchedTraining* training = TrainingWatch::of(session_.jobs()).find(job);
    const JobView* shown = session_.jobs().find(job);
    if (training == nullptr || shown == nullptr) return {};
    RunId run = training->run;
    if (run == 0 && shown->state == JobState::Running) {
        // One job runs at a time, so that the one that is under way is this one's.
        for (const RunRecord& record : session_.data().runs) {
            const bool underWay = record.kind == RunKind::Train && record.outcome == RunOutcome::Running;
            if (underWay && record.subject == training->request.detector) run = std::max(run, record.id);
        }
    }
    const auto found = session_.data().results.find(run);
    return found == session_.data().results.end() ? QString() : resultTip(found->second);
}

void TrainPanel::onChoice() {
    custom_->setVisible(presets_->chosen().empty());
    showCost();
}

void TrainPanel::onDetector() {
    form_->setDetector(cards_->chosen());
}

void TrainPanel::onFormChanged() {
    if (form_->isValid()) estimates_->ask(form_->request());
    showCost();
}

void TrainPanel::showEstimates() {
    presets_->showPlans(estimates_->presets());
    cards_->showEstimates(estimates_->detectors());
    // Parts, labels or weights are others than before.
    onFormChanged();
}

void TrainPanel::showCost() {
    const std::string preset = presets_->chosen();
    if (preset.empty())
        showCustomCost();
    else
        showPresetCost(preset);
    showAction();
}

void TrainPanel::showPresetCost(const std::string& key) {
    const auto found = estimates_->presets().find(key);
    possible_ = found != estimates_->presets().end() && !found->second.problem;
    if (found == estimates_->presets().end()) {
        cost_->setText(tr("Estimating …"));
    } else if (found->second.problem) {
        cost_->setText(errorText(*found->second.problem));
    } else {
        const PresetPlan& plan = found->second;
        QString text = plan.plans.empty() ? QString()
                                          : tr("%1 good parts to learn from, %2 kept for calibration. ")
                                                .arg(plan.plans.front().trainParts)
                                                .arg(plan.plans.front().calibrateParts);
        text += tr("%1 for training and %2 for scoring; %3 of memory, %4 on disk.")
                    .arg(roughDuration(plan.trainSeconds), roughDuration(plan.scoreSeconds),
                         byteText(plan.memoryBytes), byteText(plan.modelBytes + plan.mapBytes));
        text += diskWarning(plan.modelBytes + plan.mapBytes, plan.freeBytes);
        cost_->setText(text);
    }
}

void TrainPanel::showCustomCost() {
    const std::optional<DetectorEstimate>& answer = estimates_->answer();
    possible_ = form_->isValid() && answer && answer->plan;
    if (!form_->isValid())
        cost_->setText(tr("Correct the marked parameters."));
    else if (!answer)
        cost_->setText(tr("Estimating …"));
    else if (answer->problem)
        cost_->setText(errorText(*answer->problem));
    else
        cost_->setText(costSentences(*answer->plan, answer->mapBytes) +
                       diskWarning(answer->plan->modelBytes + answer->plan->scratchBytes + answer->mapBytes,
                                   answer->freeBytes));
}

void TrainPanel::showAction() {
    train_->setEnabled(possible_);
    train_->setText(session_.jobs().isIdle() ? tr("Train and score") : tr("Add to queue"));
}

std::vector<TrainRequest> TrainPanel::requests() const {
    const std::string preset = presets_->chosen();
    if (preset.empty()) return {form_->request()};
    return presetRequests(trainPreset(preset), {.project = session_.file()});
}

void TrainPanel::train() {
    const std::string preset = presets_->chosen();
    const auto plans = estimates_->presets().find(preset);
    std::size_t number = 0;
    for (const TrainRequest& request : requests()) {
        const TrainPlan* plan = nullptr;
        if (preset.empty() && estimates_->answer() && estimates_->answer()->plan)
            plan = &*estimates_->answer()->plan;
        else if (plans != estimates_->presets().end() && number < plans->second.plans.size())
            plan = &plans->second.plans[number];
        const double seconds = plan == nullptr ? 0 : plan->trainSeconds + plan->scoreSeconds;
        TrainingWatch::of(session_.jobs())
            .start(request, tr("Train %1").arg(detectorTitle(request.detector)), seconds);
        ++number;
    }
    below_->setCurrentIndex(1);
}

}  // namespace segad::ui
