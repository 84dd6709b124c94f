#include "ui/results/ablation_panel.h"

#include <QComboBox>
#include <QLocale>
#include <QTableWidget>
#include <algorithm>

#include "core/forest/forest_options.h"
#include "ui/results/report_words.h"
#include "ui/results/scorer_names.h"
#include "ui/widgets/interval_plot.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
// Choices of rows beside the forest kinds, which are their keys.
const QString kAll = QString();
const QString kWithout = QStringLiteral("without");

/// Of what can be chosen; a segment is left out only to see what it is worth.
const AblationRow* best(const AblationReport& report) {
    const AblationRow* found = nullptr;
    for (const AblationRow& row : report.rows) {
        if (!row.withoutSegment.empty()) continue;
        if (row.auroc && (found == nullptr || row.auroc->mean > found->auroc->mean)) found = &row;
    }
    return found;
}

/// Of a forest on all detectors and segments, or of the one with the most.
std::vector<std::string> allDetectors(const AblationReport& report) {
    std::vector<std::string> all;
    for (const AblationRow& row : report.rows) {
        if (row.detectors.size() > all.size()) all = row.detectors;
    }
    return all;
}
}  // namespace

AblationPanel::AblationPanel(ProjectSession& session, QWidget* parent)
    : ReportPanel(
          session,
          {.compute = tr("Compare models"),
           .computeTip = tr("Fit every kind of forest on every set of detectors, ten times each, and judge "
                            "them beside the bare detectors; nothing but the table is kept"),
           .key = QStringLiteral("Ctrl+Alt+Shift+M"),
           .exportTip = tr("Write the bars as PNG, SVG, PDF or CSV"),
           .verdictName = tr("Which model is best"),
           .nothingYet =
               tr("Not compared yet. Every kind of forest is fitted on every set of detectors, with the "
                  "ten "
                  "seeds of the paper, and judged beside the bare detectors: it shows what the forest "
                  "adds, and which detectors you could do without."),
           .columns = {tr("Model"), tr("AUROC %"), tr("95 % interval"), tr("AP %"), tr("FPR@95TPR %"),
                       tr("To best bare"), tr("Chance"), tr("ms/part")},
           .tableName = tr("Models side by side")},
          parent),
      kinds_(choiceBox(tr("Models shown"), tr("Which models the plot and the table show"))),
      plot_(new IntervalPlot) {
    kinds_->addItem(tr("all models"), kAll);
    for (const ForestKind& kind : forestKinds()) {
        kinds_->addItem(tr("detectors and %1").arg(QString::fromStdString(kind.key).toUpper()),
                        QString::fromStdString(kind.key));
    }
    kinds_->addItem(tr("what is lost without a detector or segment"), kWithout);
    connect(kinds_, &QComboBox::activated, this, [this] { display(stored_.has_value()); });
    arrange({kinds_, plot_}, table_);
}

void AblationPanel::compute() {
    session_.jobs().enqueue(tr("Compare models"),
                            [request = AblationRequest{.project = session_.file()}](Job& job) {
                                ablate(request, job);
                                return QString();
                            });
}

void AblationPanel::read() {
    readKept(storedAblation, stored_);
}

PlotFile AblationPanel::exportable() const {
    return plot_->exportable();
}

bool AblationPanel::isShown(const AblationRow& row) const {
    const QString chosen = kinds_->currentData().toString();
    if (chosen == kAll) return true;
    const std::size_t all = allDetectors(stored_->report).size();
    if (chosen == kWithout) {
        const bool oneLess = row.detectors.size() + 1 == all && row.kind == forestKinds().front().key;
        const bool reference = row.detectors.size() == all && row.kind == forestKinds().front().key;
        return !row.withoutSegment.empty() || oneLess || reference;
    }
    return row.kind.empty() || (row.kind == chosen.toStdString() && row.withoutSegment.empty());
}

QString AblationPanel::title(const AblationRow& row) const {
    if (row.kind.empty()) return bareTitle(row.name);
    const QString forest = scorerTitle(row.kind, row.detectors, allDetectors(stored_->report));
    if (row.withoutSegment.empty()) return forest;
    return tr("%1, without %2").arg(forest, QString::fromStdString(row.withoutSegment));
}

QString AblationPanel::verdict() const {
    const AblationReport& report = stored_->report;
    const AblationRow* first = best(report);
    const auto bare = std::ranges::find(report.rows, report.bestBare, &AblationRow::name);
    if (first == nullptr || bare == report.rows.end()) return {};
    if (first->name == report.bestBare) {
        return tr("No forest is better than the best bare detector, %1 (AUROC %2 %).")
            .arg(title(*first), withDeviation(first->auroc));
    }
    const QString text =
        tr("Best: %1 (AUROC %2 %), against %3 % of the best bare detector, %4.")
            .arg(title(*first), withDeviation(first->auroc), withDeviation(bare->auroc), title(*bare));
    if (!first->bareDifference || !first->barePValue) return text;
    const QString points = tr("%1 points").arg(pointsText(*first->bareDifference));
    return text + QLatin1Char(' ') +
           (isClear(first->barePValue)
                ? tr("The difference of %1 is hardly chance (DeLong's paired test, %2).")
                      .arg(points, pText(*first->barePValue))
                : tr("The difference of %1 may well be chance (DeLong's paired test, %2, %3 bad parts to "
                     "test).")
                      .arg(points, pText(*first->barePValue))
                      .arg(report.bad));
}

void AblationPanel::addRow(const AblationRow& row) {
    const QString interval =
        row.aurocInterval ? tr("%1–%2").arg(percent(row.aurocInterval->low), percent(row.aurocInterval->high))
                          : QStringLiteral("—");
    addRecord(table_, {title(row), withDeviation(row.auroc), interval, withDeviation(row.averagePrecision),
                       withDeviation(row.fprAt95Tpr),
                       row.bareDifference ? pointsText(*row.bareDifference) : QStringLiteral("—"),
                       row.barePValue ? pText(*row.barePValue) : QStringLiteral("—"),
                       QLocale().toString(row.secondsPerPart * 1000, 'f', 0)});
    table_->item(table_->rowCount() - 1, 0)
        ->setToolTip(tr("%1\nDetectors: %2").arg(title(row), detectorTitles(row.detectors)));
}

void AblationPanel::fill() {
    const AblationReport& report = stored_->report;
    QStringList lines{basisText(stored_->madeAt, stored_->outdated, report.seeds, report.good, report.bad)};
    lines << tr("Forests learn from %n bad part(s).", nullptr, report.badForFit)
          << warningLines(report.warnings);
    setVerdict(verdict());
    setRemarks(lines);
    std::vector<const AblationRow*> rows;
    for (const AblationRow& row : report.rows) {
        if (row.auroc && isShown(row)) rows.push_back(&row);
    }
    std::ranges::stable_sort(rows, std::greater(), [](const AblationRow* row) { return row->auroc->mean; });
    QStringList names;
    BarSeries bars{.name = tr("AUROC"), .bars = {}};
    for (const AblationRow* row : rows) {
        addRow(*row);
        names << title(*row);
        const double deviation = row->auroc->deviation.value_or(0);
        bars.bars.push_back({.value = row->auroc->mean,
                             .low = row->auroc->mean - deviation,
                             .high = std::min(row->auroc->mean + deviation, 1.0),
                             .words = tr("%1: AUROC %2 %").arg(title(*row), withDeviation(row->auroc))});
    }
    plot_->setBars({.title = tr("Models side by side"),
                    .fileName = QStringLiteral("ablation"),
                    .rows = tr("Model"),
                    .values = tr("AUROC (%), mean ± deviation"),
                    .hint = tr("Bars begin at 50 %, which is chance"),
                    .range = tr("mean − and + deviation"),
                    .briefValues = tr("AUROC (%)")},
                   names, {std::move(bars)});
}

}  // namespace segad::ui
