#include "ui/results/benchmark_roc_plot.h"

#include <limits>

#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
constexpr double kTpr = 0.95;
/// A mean of curves has no threshold.
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
}  // namespace

BenchmarkRocPlot::BenchmarkRocPlot(QWidget* parent)
    : CurvePlot({.title = tr("Mean ROC of the benchmark"),
                 .fileName = QStringLiteral("benchmark-roc"),
                 .xAxis = {tr("Good parts rejected (%)"), tr("Rejected (%)")},
                 .yAxis = {tr("Bad parts found (%)"), tr("Found (%)")},
                 .room = Qt::AlignRight,
                 .hint = tr("Mean over the repeats; a dot is the FPR@95TPR of the table"),
                 .thresholds = false},
                parent) {
    setReferences({{{kNone, 0, 0}, {kNone, 1, 1}}, {{kNone, 0, kTpr}, {kNone, 1, kTpr}}});
}

void BenchmarkRocPlot::setRocs(const std::vector<BenchmarkRoc>& rocs) {
    std::vector<PlottedCurve> curves;
    for (const BenchmarkRoc& roc : rocs) {
        const QString name = engineText(roc.title);
        PlottedCurve curve{.name = name, .legend = name, .points = {}};
        if (roc.auroc) {
            curve.legend =
                tr("%1   AUROC %2 %, FPR@95TPR %3 %").arg(name, percent(roc.auroc), percent(roc.fprAt95Tpr));
        }
        for (const RocVertex& vertex : roc.line)
            curve.points.push_back({kNone, vertex.falsePositiveRate, vertex.truePositiveRate});
        if (roc.fprAt95Tpr) curve.mark = CurvePoint{kNone, *roc.fprAt95Tpr, kTpr};
        curves.push_back(std::move(curve));
    }
    setPlotted(std::move(curves));
}

QString BenchmarkRocPlot::readout(const PlottedCurve& curve, const CurvePoint& point) const {
    return tr("%1: with %2 % of the good parts rejected, %3 % of the bad ones are found")
        .arg(curve.name, percent(point.x), percent(point.y));
}

}  // namespace segad::ui
