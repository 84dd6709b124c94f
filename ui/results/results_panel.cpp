#include "ui/results/results_panel.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/workflow/ranked_parts.h"
#include "core/workflow/workflows.h"
#include "ui/results/ablation_panel.h"
#include "ui/results/benchmark_panel.h"
#include "ui/results/breakdown_panel.h"
#include "ui/results/curve_pair.h"
#include "ui/results/decision_panel.h"
#include "ui/results/error_links.h"
#include "ui/results/evaluations_panel.h"
#include "ui/results/influence_panel.h"
#include "ui/results/label_advice.h"
#include "ui/results/learning_panel.h"
#include "ui/results/plot_saving.h"
#include "ui/results/scorer_names.h"
#include "ui/session/background.h"
#include "ui/session/live_results.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/roc_plot.h"
#include "ui/widgets/side_tabs.h"

namespace segad::ui {

namespace {
// Heights relative to each other.
constexpr int kPlotHeight = 400;
constexpr int kTableHeight = 180;
constexpr int kDetailsHeight = 110;
/// Tabs in their order; the first is Curves.
enum Tab {
    kBreakdown = 1,
    kModels,
    kLearningCurve,
    kThresholds,
    kLabels,
    kWhatMatters,
    kEvaluations,
    kBenchmarks
};

QString interval(const EvaluationRecord& evaluation) {
    if (!evaluation.aurocLow || !evaluation.aurocHigh) return QStringLiteral("—");
    return ResultsPanel::tr("%1–%2").arg(percent(evaluation.aurocLow), percent(evaluation.aurocHigh));
}

QString describe(const EvaluationRecord& evaluation) {
    QString text = ResultsPanel::tr("%1 · %2 good and %3 bad test parts · stored %4 by run %5")
                       .arg(scorerTitle(evaluation))
                       .arg(evaluation.good)
                       .arg(evaluation.bad)
                       .arg(localTime(evaluation.createdAt))
                       .arg(evaluation.run);
    text += ResultsPanel::tr(
                "\nAUROC %1 %, 95 % interval %2; average precision %3 %; best F1 %4 %; good parts rejected "
                "when 95 % of the bad ones are found: %5 %")
                .arg(percent(evaluation.auroc), interval(evaluation), percent(evaluation.averagePrecision),
                     percent(evaluation.f1Max), percent(evaluation.fprAt95Tpr));
    if (evaluation.pixelAuroc) {
        text += ResultsPanel::tr("\nPixel AUROC %1 %, AUPRO %2 % (at 256 × 256)")
                    .arg(percent(evaluation.pixelAuroc), percent(evaluation.aupro));
    }
    return text;
}

/// How the live forest stands, or why there is none.
QString liveText(const LiveResults& live) {
    const LiveForest* forest = live.forest();
    if (forest == nullptr) return live.problem();
    if (!forest->auroc) return engineSentence(forest->missing);
    QString text = ResultsPanel::tr("Live forest: AUROC %1 % on %2 good and %3 bad parts, out of fold")
                       .arg(percent(forest->auroc))
                       .arg(forest->good())
                       .arg(forest->bad());
    if (!forest->interval) return text;
    return text + ResultsPanel::tr(" (95 % interval %1–%2)")
                      .arg(percent(forest->interval->interval.low), percent(forest->interval->interval.high));
}

std::optional<RocCurve> liveCurve(const LiveResults& live) {
    const LiveForest* forest = live.forest();
    if (forest == nullptr || !forest->roc) return std::nullopt;
    RocCurve curve{.name = ResultsPanel::tr("live forest"),
                   .auroc = forest->auroc,
                   .points = {},
                   .good = static_cast<int>(forest->good()),
                   .bad = static_cast<int>(forest->bad()),
                   .averagePrecision = forest->averagePrecision};
    for (const RocPoint& point : forest->roc->points)
        curve.points.push_back({point.threshold, point.falsePositiveRate, point.truePositiveRate});
    return curve;
}
}  // namespace

ResultsPanel::ResultsPanel(ProjectSession& session, QAction* train, QWidget* parent)
    : QWidget(parent),
      session_(session),
      pages_(new QStackedWidget),
      tabs_(new SideTabs),
      liveWords_(new QLabel),
      table_(recordTable({tr("Result"), tr("AUROC %"), tr("95 % interval"), tr("AP %"), tr("F1 max %"),
                          tr("FPR@95TPR %"), tr("Good"), tr("Bad"), tr("ms/part"), tr("Seed"), tr("Stored")},
                         tr("Stored evaluations"))),
      plots_(new CurvePair),
      errors_(new ErrorLinks(session)),
      details_(new QLabel),
      evaluate_(makeAction(this, QStringLiteral("results"), tr("Evaluate"),
                           tr("Compute figures and ROC of every scored detector and of the newest forest"),
                           QStringLiteral("Ctrl+Shift+E"))),
      export_(makeAction(this, QStringLiteral("export"), tr("Export plot …"),
                         tr("Write a curve as PNG, SVG, PDF or CSV"), QStringLiteral("Ctrl+Shift+P"))) {
    pool_.setMaxThreadCount(1);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    details_->setWordWrap(true);
    details_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    details_->setAccessibleName(tr("Figures of the selected results"));
    details_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    liveWords_->setWordWrap(true);
    liveWords_->setAccessibleName(tr("The live forest"));
    liveWords_->setToolTip(
        tr("What a forest makes of the labels as they stand: fitted anew after each label, "
           "every part judged only by forests that have not seen it"));
    tabs_->setAccessibleName(tr("Results by question"));
    tabs_->addTab(buildCurves(), tr("Curves"));
    auto* benchmarks =
        makeAction(this, QStringLiteral("results"), tr("Benchmarks"),
                   tr("The paper's experiments, on datasets of their own"), QStringLiteral("Ctrl+Alt+B"));
    connect(benchmarks, &QAction::triggered, this, [this] {
        tabs_->setCurrentIndex(kBenchmarks);
        pages_->setCurrentIndex(1);
    });
    auto* empty = new EmptyState(
        QStringLiteral("results"), tr("No results yet"),
        tr("Train a detector and evaluate it: the ROC curve of every stored evaluation appears here, "
           "with its AUROC. With a few bad parts labelled, fit a forest and see what it adds."));
    empty->addAction(train);
    empty->addAction(evaluate_);
    empty->addAction(benchmarks);
    pages_->addWidget(empty);
    pages_->addWidget(tabs_);
    auto* column = new QVBoxLayout(this);
    column->addWidget(pages_);

    connect(table_, &QTableWidget::itemSelectionChanged, this, &ResultsPanel::showSelected);
    connect(evaluate_, &QAction::triggered, this, &ResultsPanel::evaluate);
    needsWriting(evaluate_, session_);
    connect(export_, &QAction::triggered, this, [this] { savePlots(*this, session_, plots_->exportable()); });
    connect(plots_, &CurvePair::pointPicked, this, &ResultsPanel::showErrors);
    connect(&session_, &ProjectSession::dataChanged, this, &ResultsPanel::fill);
    connect(&session_.live(), &LiveResults::updated, this, &ResultsPanel::showLive);
    fill();
}

bool ResultsPanel::buildMore() {
    switch (tabs_->count()) {
        case kBreakdown:
            tabs_->addTab(scrolled(new BreakdownPanel(session_)), tr("Breakdown"));
            return true;
        case kModels:
            tabs_->addTab(scrolled(new AblationPanel(session_)), tr("Models"));
            return true;
        case kLearningCurve:
            tabs_->addTab(scrolled(new LearningPanel(session_)), tr("Learning curve"));
            return true;
        case kThresholds:
            tabs_->addTab(scrolled(new DecisionPanel(session_)), tr("Thresholds"));
            return true;
        case kLabels:
            tabs_->addTab(new LabelAdvice(session_), tr("Labels"));
            return true;
        case kWhatMatters:
            tabs_->addTab(scrolled(new InfluencePanel(session_)), tr("What matters"));
            return true;
        case kEvaluations:
            tabs_->addTab(new EvaluationsPanel(session_), tr("Evaluations"));
            return true;
        case kBenchmarks:
            tabs_->addTab(new BenchmarkPanel(session_), tr("Benchmarks"));
            return true;
        default:
            return false;
    }
}

ResultsPanel::~ResultsPanel() {
    pool_.clear();
    pool_.waitForDone();
}

QSplitter* ResultsPanel::buildCurves() {
    auto* upper = new QWidget;
    auto* upperColumn = new QVBoxLayout(upper);
    upperColumn->setContentsMargins(0, 0, 0, 0);
    upperColumn->addWidget(liveWords_);
    upperColumn->addWidget(plots_, 1);
    upperColumn->addWidget(errors_);
    auto* lower = new QWidget;
    auto* lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout(buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(actionButton(evaluate_));
    flow->addWidget(actionButton(export_));
    lowerColumn->addWidget(buttons);
    lowerColumn->addWidget(table_, 1);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(upper);
    split->addWidget(lower);
    split->addWidget(scrolled(details_));
    split->setChildrenCollapsible(false);
    split->setSizes({kPlotHeight, kTableHeight, kDetailsHeight});
    return split;
}

void ResultsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    session_.live().want(*this);
}

void ResultsPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    session_.live().want(*this, false);
}

void ResultsPanel::showLive() {
    liveWords_->setText(liveText(session_.live()));
    liveWords_->setVisible(!liveWords_->text().isEmpty());
    showCurves();
}

void ResultsPanel::fill() {
    const ProjectData& project = session_.data();
    const bool scored = !project.scoredRuns(RunKind::Train).empty();
    evaluate_->setEnabled(scored);
    // Benchmarks have datasets of their own: they need nothing of this project.
    const bool nothing = project.evaluations.empty() && !scored && tabs_->currentIndex() != kBenchmarks;
    pages_->setCurrentIndex(nothing ? 0 : 1);
    std::vector<qlonglong> ids;
    for (const EvaluationRecord& evaluation : project.evaluations)
        ids.push_back(evaluation.id);
    if (ids == shown_) {  // the selection stays
        showThresholds();
        return;
    }
    shown_ = ids;
    const QSignalBlocker blocked(table_);
    table_->setRowCount(0);
    for (auto evaluation = project.evaluations.rbegin(); evaluation != project.evaluations.rend();
         ++evaluation) {
        addRecord(table_, {scorerTitle(*evaluation), percent(evaluation->auroc), interval(*evaluation),
                           percent(evaluation->averagePrecision), percent(evaluation->f1Max),
                           percent(evaluation->fprAt95Tpr), QString::number(evaluation->good),
                           QString::number(evaluation->bad),
                           QLocale().toString(evaluation->secondsPerPart * 1000, 'f', 0),
                           QString::number(evaluation->seed), localTime(evaluation->createdAt)});
        table_->item(table_->rowCount() - 1, 0)
            ->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(evaluation->id));
    }
    // The newest evaluation run is what one wants to see: all its curves together.
    const RunId newest = project.evaluations.empty() ? 0 : project.evaluations.back().run;
    for (int row = 0; row < table_->rowCount(); ++row) {
        const auto& evaluation =
            project.evaluations[project.evaluations.size() - 1 - static_cast<std::size_t>(row)];
        if (evaluation.run != newest) continue;
        for (int column = 0; column < table_->columnCount(); ++column)
            table_->item(row, column)->setSelected(true);
    }
    showSelected();
}

void ResultsPanel::showSelected() {
    curves_.clear();
    curveOf_.clear();
    errors_->clear();
    QStringList texts;
    QStringList remarks;  // what several curves share is said once
    try {
        for (const EvaluationRecord& evaluation : session_.data().evaluations) {
            for (int row = 0; row < table_->rowCount(); ++row) {
                QTableWidgetItem* item = table_->item(row, 0);
                if (!item->isSelected() || item->data(Qt::UserRole).toLongLong() != evaluation.id) continue;
                curves_.push_back({.name = scorerTitle(evaluation),
                                   .auroc = evaluation.auroc,
                                   .points = session_.roc(evaluation.id),
                                   .good = evaluation.good,
                                   .bad = evaluation.bad,
                                   .averagePrecision = evaluation.averagePrecision});
                curveOf_.push_back(evaluation.id);
                texts.push_back(describe(evaluation));
                if (const RunRecord* run = session_.data().run(evaluation.scoredBy)) {
                    const QString remark = QString::fromStdString(run->message);
                    if (!remark.isEmpty() && !remarks.contains(remark)) remarks.push_back(remark);
                }
            }
        }
    } catch (const Error& error) {
        session_.reportError(error);
    }
    details_->setText((texts + remarks).join(QStringLiteral("\n\n")));
    showCurves();
}

void ResultsPanel::showCurves() {
    std::vector<RocCurve> curves = curves_;
    if (auto curve = liveCurve(session_.live())) curves.push_back(std::move(*curve));
    export_->setEnabled(!curves.empty());
    plots_->setCurves(curves);
    showThresholds();
}

void ResultsPanel::showThresholds() {
    plots_->clearThresholds();
    for (std::size_t i = 0; i < curveOf_.size(); ++i) {
        const EvaluationRecord* evaluation = shownEvaluation(i);
        if (evaluation == nullptr || evaluation->forest.empty()) continue;
        const auto stored = session_.data().thresholds.find(evaluation->scoredBy);
        if (stored == session_.data().thresholds.end()) continue;
        plots_->setThresholds(static_cast<int>(i), stored->second.review, stored->second.reject);
        return;  // one pair of marks is read at a glance, three are not
    }
}

const EvaluationRecord* ResultsPanel::shownEvaluation(std::size_t curve) const {
    const auto& all = session_.data().evaluations;
    const auto found = std::ranges::find(all, curveOf_[curve], &EvaluationRecord::id);
    return found == all.end() ? nullptr : &*found;
}

void ResultsPanel::showErrors(int curve, double threshold) {
    const auto index = static_cast<std::size_t>(curve);
    if (index >= curveOf_.size()) {
        std::vector<RankedPart> parts;
        if (const LiveForest* forest = session_.live().forest()) {
            for (const LiveScore& score : forest->parts) {
                if (score.use == LiveUse::Counted)
                    parts.push_back({.part = score.part, .label = score.label, .score = score.margin});
            }
        }
        errors_->setErrors(tr("live forest"), threshold, errorsAt(parts, threshold));
        return;
    }
    struct Answer {
        RankingErrors errors;
        QString problem;
    };
    pool_.clear();
    runInBackground(
        this, pool_,
        [file = session_.file(), id = curveOf_[index], threshold]() -> Answer {
            try {
                return {.errors = errorsAt(rankedParts(Project::open(file, true), id), threshold),
                        .problem = {}};
            } catch (const Error& error) {
                return {.errors = {}, .problem = errorText(error)};
            }
        },
        [this, name = curves_[index].name, threshold](const Answer& answer) {
            if (answer.problem.isEmpty())
                errors_->setErrors(name, threshold, answer.errors);
            else
                details_->setText(answer.problem);
        });
}

void ResultsPanel::evaluate() {
    const EvaluateRequest request{.project = session_.file()};
    session_.jobs().enqueue(tr("Evaluate"), [request](Job& job) {
        evaluateProject(request, job);
        return QString();
    });
}

}  // namespace segad::ui
