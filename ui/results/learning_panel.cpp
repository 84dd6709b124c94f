#include "ui/results/learning_panel.h"

#include <QLocale>
#include <QTableWidget>
#include <algorithm>

#include "ui/results/learning_plot.h"
#include "ui/results/report_words.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

LearningPanel::LearningPanel(ProjectSession& session, QWidget* parent)
    : ReportPanel(session,
                  {.compute = tr("Compute the curve"),
                   .computeTip =
                       tr("Fit forests on 1, 2, 3, 5, 10 … bad parts, ten times each, and judge them on the "
                          "same test parts; nothing but the curve is kept"),
                   .key = QStringLiteral("Ctrl+Alt+Shift+N"),
                   .exportTip = tr("Write the curve as PNG, SVG, PDF or CSV"),
                   .verdictName = tr("Whether more labels help"),
                   .nothingYet = tr(
                       "Not computed yet. The curve shows how much better the forest gets with each bad part "
                       "you label, and so whether it is worth while to go on."),
                   .columns = {tr("Bad labels"), tr("AUROC %"), tr("Seen types %"), tr("Unseen types %")},
                   .tableName = tr("AUROC against the number of bad labels")},
                  parent),
      plot_(new LearningPlot) {
    arrange({plot_}, plot_);
}

void LearningPanel::compute() {
    session_.jobs().enqueue(tr("Learning curve"),
                            [request = LearningCurveRequest{.project = session_.file()}](Job& job) {
                                learningCurve(request, job);
                                return QString();
                            });
}

void LearningPanel::read() {
    readKept(storedLearningCurve, stored_);
}

PlotFile LearningPanel::exportable() const {
    return plot_->exportable();
}

QString LearningPanel::verdict() const {
    const std::vector<LearningPoint>& points = stored_->curve.points;
    if (points.empty() || !points.back().auroc) return {};
    const LearningPoint& last = points.back();
    const auto half = std::ranges::find_if(
        points, [&](const LearningPoint& point) { return 2 * point.bad >= last.bad && point.auroc; });
    const QString now =
        tr("With %n bad label(s) the AUROC is %1 %.", nullptr, last.bad).arg(withDeviation(last.auroc));
    if (half == points.end() || half->bad == last.bad) return now;
    const double gain = last.auroc->mean - half->auroc->mean;
    const double noise = std::max(last.auroc->deviation.value_or(0), half->auroc->deviation.value_or(0));
    const QString gained = pointsText(gain);
    return now + QLatin1Char(' ') +
           (gain > noise
                ? tr("From %1 to %2 bad labels it rose by %3 points: more of them are likely to help.")
                      .arg(half->bad)
                      .arg(last.bad)
                      .arg(gained)
                : tr("From %1 to %2 bad labels it changed by %3 points, less than the seeds differ: more of "
                     "the same kinds are unlikely to help.")
                      .arg(half->bad)
                      .arg(last.bad)
                      .arg(gained));
}

void LearningPanel::fill() {
    const LearningCurve& curve = stored_->curve;
    setVerdict(verdict());
    QStringList lines{basisText(stored_->madeAt, stored_->outdated, curve.seeds, curve.good, curve.bad)};
    setRemarks(lines + warningLines(curve.warnings));
    plot_->setCurve(curve);
    bool novel = false;
    for (const LearningPoint& point : curve.points) {
        novel = novel || point.unseen.has_value();
        addRecord(table_, {QLocale().toString(point.bad), withDeviation(point.auroc),
                           withDeviation(point.seen), withDeviation(point.unseen)});
    }
    table_->setColumnHidden(2, !novel);
    table_->setColumnHidden(3, !novel);
}

}  // namespace segad::ui
