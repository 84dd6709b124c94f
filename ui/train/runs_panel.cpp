#include "ui/train/runs_panel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QTableWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/train/precision_dialog.h"
#include "ui/train/resumption.h"
#include "ui/train/run_comparison.h"
#include "ui/train/run_words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/loss_plot.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
enum Column { Number, What, Auroc, Outcome, Took, Started, Params, Backbone, Weights, Seed, Remark };
constexpr int kRunRole = Qt::UserRole;
constexpr int kTableHeight = 240;
constexpr int kCourseHeight = 190;
/// Until nobody has labelled anything for so long: the figures follow the labels.
constexpr int kLabelsSettle = 1000;

const StoppedTraining* stopped(const ProjectData& project, RunId run) {
    const auto found = std::ranges::find(project.stopped, run,
                                         [](const StoppedTraining& training) { return training.run.id; });
    return found == project.stopped.end() ? nullptr : &*found;
}

std::optional<RunResult> resultOf(const ProjectData& project, RunId run) {
    const auto found = project.results.find(run);
    if (found == project.results.end()) return std::nullopt;
    return found->second;
}

QString steps(std::int64_t count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}
}  // namespace

RunsPanel::RunsPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      filter_(new QLineEdit),
      kinds_(choiceBox(tr("Kind of runs"), tr("Which runs the table has"))),
      table_(recordTable({tr("Run"), tr("What"), tr("AUROC (%)"), tr("Outcome"), tr("Took"), tr("Started"),
                          tr("Changed parameters"), tr("Backbone"), tr("Weights"), tr("Seed"), tr("Remark")},
                         tr("Runs of this project"))),
      note_(new QLabel),
      plot_(new LossPlot),
      show_(makeAction(this, QStringLiteral("heatmap"), tr("Show"),
                       tr("Show the heatmaps and scores of this detector run"),
                       QStringLiteral("Ctrl+Shift+H"))),
      compare_(makeAction(this, QStringLiteral("compare"), tr("Compare"),
                          tr("Put the two chosen runs side by side"), QStringLiteral("Ctrl+Shift+C"))),
      precision_(makeAction(this, QStringLiteral("precision"), tr("Precision"),
                            tr("Measure what bfloat16 in the backbone would change for this detector run"),
                            QStringLiteral("Ctrl+Shift+M"))),
      resume_(makeAction(this, QStringLiteral("resume"), tr("Go on"),
                         tr("Go on with a training that was stopped, from its last checkpoint"),
                         QStringLiteral("Ctrl+Shift+G"))),
      remove_(makeAction(this, QStringLiteral("delete"), tr("Delete"),
                         tr("Delete the chosen runs with their maps; Ctrl+Z takes it back until the project "
                            "is closed"),
                         QStringLiteral("Del"))) {
    // Elsewhere this key belongs to the text that is edited.
    remove_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setMinimumHeight(80);
    note_->setWordWrap(true);
    note_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* list = new QWidget;
    auto* listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->addWidget(filterRow());
    listColumn->addWidget(table_, 1);
    listColumn->addWidget(toolRow());
    listColumn->addWidget(note_);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(list);
    split->addWidget(plot_);
    split->setChildrenCollapsible(false);
    split->setSizes({kTableHeight, kCourseHeight});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(split);

    auto* settled = new QTimer(this);
    settled->setSingleShot(true);
    settled->setInterval(kLabelsSettle);
    connect(settled, &QTimer::timeout, &session_, &ProjectSession::reload);
    connect(&session_, &ProjectSession::labelsChanged, settled, qOverload<>(&QTimer::start));
    connect(&session_, &ProjectSession::dataChanged, this, &RunsPanel::fill);
    connect(filter_, &QLineEdit::textChanged, this, &RunsPanel::fill);
    connect(kinds_, &QComboBox::currentIndexChanged, this, &RunsPanel::fill);
    connect(table_, &QTableWidget::itemSelectionChanged, this, &RunsPanel::showSelection);
    connect(table_, &QTableWidget::itemActivated, show_, &QAction::trigger);
    connect(show_, &QAction::triggered, this, [this] {
        if (const auto runs = selectedRuns(); runs.size() == 1) session_.setShownRun(runs.front());
    });
    connect(compare_, &QAction::triggered, this, &RunsPanel::compare);
    connect(precision_, &QAction::triggered, this, &RunsPanel::comparePrecisions);
    connect(resume_, &QAction::triggered, this, &RunsPanel::resume);
    needsWriting(resume_, session_);
    connect(remove_, &QAction::triggered, this, &RunsPanel::remove);
    needsWriting(remove_, session_);
    fill();
}

QWidget* RunsPanel::filterRow() {
    filter_->setPlaceholderText(tr("Filter by detector, parameter, backbone, outcome …"));
    filter_->setAccessibleName(tr("Filter of runs"));
    filter_->setToolTip(tr("Only runs that have all of these words somewhere"));
    filter_->setClearButtonEnabled(true);
    filter_->setAcceptDrops(false);
    kinds_->addItem(tr("Detectors and forests"), false);
    kinds_->addItem(tr("All runs"), true);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(filter_, 4);
    row->addWidget(kinds_, 3);
    return box;
}

QWidget* RunsPanel::toolRow() {
    auto* box = new QWidget;
    // In one row where there is room: what they take is missing to the table.
    auto* flow = new FlowLayout(box);
    flow->setContentsMargins(0, 0, 0, 0);
    for (QAction* action : {compare_, resume_, show_, precision_, remove_})
        flow->addWidget(toolButton(action));
    return box;
}

bool RunsPanel::isShown(const RunRecord& run) const {
    const bool all = kinds_->currentData().toBool();
    if (!all && run.kind != RunKind::Train && run.kind != RunKind::Fit) return false;
    const QString text = QStringList{QString::number(run.id),
                                     runTitle(run),
                                     QString::fromStdString(run.subject),
                                     outcomeText(run.outcome),
                                     changedParams(run),
                                     QString::fromStdString(run.backbone),
                                     QString::fromStdString(run.weightsSha256),
                                     QString::number(run.seed),
                                     QString::fromStdString(run.message)}
                             .join(QLatin1Char('\n'));
    const QStringList words = filter_->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(words,
                               [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

void RunsPanel::fill() {
    const std::vector<RunId> selected = selectedRuns();
    const int scrolled = table_->verticalScrollBar()->value();
    {
        const QSignalBlocker quiet(table_);
        table_->setRowCount(0);
        const auto& runs = session_.data().runs;
        for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
            if (isShown(*run)) addRun(*run);
        }
        select(selected);
    }
    table_->verticalScrollBar()->setValue(scrolled);
    showSelection();
}

void RunsPanel::addRun(const RunRecord& run) {
    const ProjectData& project = session_.data();
    const bool running = run.outcome == RunOutcome::Running;
    QString outcome = outcomeText(run.outcome);
    if (const StoppedTraining* training = stopped(project, run.id)) {
        outcome =
            tr("stopped at step %1 of %2").arg(steps(training->curve.steps), steps(training->plannedSteps));
    }
    const auto result = resultOf(project, run.id);
    addRecord(table_, {QString::number(run.id), runTitle(run), resultText(result), outcome,
                       running ? QString() : duration(run.seconds), localTime(run.startedAt),
                       changedParams(run), QString::fromStdString(run.backbone), shortHash(run),
                       QString::number(run.seed), QString::fromStdString(run.message)});
    const int row = table_->rowCount() - 1;
    table_->item(row, Number)->setData(kRunRole, QVariant::fromValue<qlonglong>(run.id));
    table_->item(row, Auroc)->setToolTip(resultTip(result));
    table_->item(row, Auroc)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table_->item(row, Weights)->setToolTip(QString::fromStdString(run.weightsSha256));
}

std::vector<RunId> RunsPanel::selectedRuns() const {
    std::vector<RunId> runs;
    for (int row = 0; row < table_->rowCount(); ++row) {
        const QTableWidgetItem* item = table_->item(row, Number);
        if (item != nullptr && item->isSelected()) runs.push_back(item->data(kRunRole).toLongLong());
    }
    return runs;
}

void RunsPanel::select(const std::vector<RunId>& runs) {
    for (int row = 0; row < table_->rowCount(); ++row) {
        const RunId run = table_->item(row, Number)->data(kRunRole).toLongLong();
        if (std::ranges::find(runs, run) == runs.end()) continue;
        table_->selectionModel()->select(table_->model()->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
        table_->selectionModel()->setCurrentIndex(table_->model()->index(row, 0),
                                                  QItemSelectionModel::NoUpdate);
    }
}

void RunsPanel::showSelection() {
    const std::vector<RunId> runs = selectedRuns();
    const ProjectData& project = session_.data();
    compare_->setEnabled(runs.size() == 2);
    remove_->setEnabled(!runs.empty());
    const auto scored = project.scoredRuns(RunKind::Train);
    show_->setEnabled(runs.size() == 1 &&
                      std::ranges::find(scored, runs.front(), &RunRecord::id) != scored.end());
    const RunRecord* single = runs.size() == 1 ? project.run(runs.front()) : nullptr;
    precision_->setEnabled(single != nullptr && hasPrecision(*single));
    resume_->setEnabled(runs.size() == 1 && stopped(project, runs.front()) != nullptr);
    showCourse();
}

void RunsPanel::showCourse() {
    const std::vector<RunId> runs = selectedRuns();
    const RunRecord* run = runs.size() == 1 ? session_.data().run(runs.front()) : nullptr;
    LossCurve curve;
    if (run != nullptr && run->kind == RunKind::Train) {
        const StoppedTraining* training = stopped(session_.data(), run->id);
        try {
            curve = training != nullptr ? training->curve : session_.lossCurve(run->id);
        } catch (const Error& error) {
            session_.reportError(error);
        }
    }
    plot_->setVisible(!curve.points.empty());
    if (!curve.points.empty()) plot_->setPoints(curve.points);
    QString note;
    if (table_->rowCount() == 0) {
        note = filter_->text().isEmpty() ? tr("No detector was trained yet.")
                                         : tr("No run has all of these words.");
    } else if (runs.size() == 1 && run != nullptr) {
        note = tr("Run %1, %2. %3")
                   .arg(run->id)
                   .arg(runTitle(*run), resultTip(resultOf(session_.data(), run->id)));
        if (!run->message.empty()) note += QLatin1Char(' ') + QString::fromStdString(run->message);
    } else if (runs.size() == 2) {
        note = tr("Two runs are chosen: Compare shows where they differ.");
    } else {
        note = tr("Choose a run to see its course; choose two (Ctrl+click) to compare them.");
    }
    note_->setText(note);
}

void RunsPanel::compare() {
    const std::vector<RunId> runs = selectedRuns();
    if (runs.size() != 2) return;
    // The older one on the left.
    auto* dialog =
        new RunComparison(session_, std::min(runs[0], runs[1]), std::max(runs[0], runs[1]), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void RunsPanel::comparePrecisions() {
    const std::vector<RunId> runs = selectedRuns();
    const RunRecord* run = runs.size() == 1 ? session_.data().run(runs.front()) : nullptr;
    if (run == nullptr) return;
    auto* dialog = new PrecisionDialog(session_, *run, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PrecisionDialog::trainingStarted, this, &RunsPanel::resumed);
    dialog->show();
}

void RunsPanel::resume() {
    const std::vector<RunId> runs = selectedRuns();
    if (runs.size() != 1) return;
    const StoppedTraining* training = stopped(session_.data(), runs.front());
    if (training == nullptr) return;
    goOnWith(session_, *training);
    Q_EMIT resumed();
}

void RunsPanel::remove() {
    session_.removeRuns(selectedRuns());
}

}  // namespace segad::ui
