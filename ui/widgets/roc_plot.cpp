#include "ui/widgets/roc_plot.h"

#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
/// Share of what is called bad that is bad; 1 where nothing is called bad, as the engine has it.
double precisionAt(const RocCurve& curve, const RocPointRecord& point) {
    const double found = point.truePositiveRate * curve.bad;
    const double rejected = point.falsePositiveRate * curve.good;
    return found + rejected > 0 ? found / (found + rejected) : 1;
}
}  // namespace

RocPlot::RocPlot(QWidget* parent)
    : CurvePlot({.title = tr("ROC curve"),
                 .fileName = QStringLiteral("roc"),
                 .xAxis = {tr("Good parts rejected (%)"), tr("Rejected (%)")},
                 .yAxis = {tr("Bad parts found (%)"), tr("Found (%)")},
                 .room = Qt::AlignRight},
                parent) {
    setReferences({{{0, 0, 0}, {0, 1, 1}}});
}

void RocPlot::setCurves(std::vector<RocCurve> curves) {
    curves_ = std::move(curves);
    std::vector<PlottedCurve> plotted;
    for (const RocCurve& source : curves_) {
        PlottedCurve curve{.name = source.name, .legend = source.name, .points = {}};
        if (source.auroc) curve.legend = tr("%1   AUROC %2 %").arg(source.name, percent(source.auroc));
        for (const RocPointRecord& point : source.points)
            curve.points.push_back({point.threshold, point.falsePositiveRate, point.truePositiveRate});
        plotted.push_back(std::move(curve));
    }
    setPlotted(std::move(plotted));
}

QString RocPlot::readout(const PlottedCurve& curve, const CurvePoint& point) const {
    return tr("%1: threshold %2 finds %3 % of the bad parts and rejects %4 % of the good ones")
        .arg(curve.name, thresholdText(point.threshold), percent(point.y), percent(point.x));
}

PrecisionRecallPlot::PrecisionRecallPlot(QWidget* parent)
    : CurvePlot({.title = tr("Precision–recall curve"),
                 .fileName = QStringLiteral("precision-recall"),
                 .xAxis = {tr("Recall: bad parts found (%)"), tr("Recall (%)")},
                 .yAxis = {tr("Precision: bad among those called bad (%)"), tr("Precision (%)")},
                 .room = Qt::AlignLeft},
                parent) {}

void PrecisionRecallPlot::setCurves(const std::vector<RocCurve>& curves) {
    std::vector<PlottedCurve> plotted;
    for (const RocCurve& source : curves) {
        PlottedCurve curve{.name = source.name, .legend = source.name, .points = {}};
        if (source.averagePrecision)
            curve.legend = tr("%1   AP %2 %").arg(source.name, percent(source.averagePrecision));
        for (const RocPointRecord& point : source.points) {
            if (source.good == 0 || source.bad == 0) break;
            curve.points.push_back({point.threshold, point.truePositiveRate, precisionAt(source, point)});
        }
        plotted.push_back(std::move(curve));
    }
    setPlotted(std::move(plotted));
}

QString PrecisionRecallPlot::readout(const PlottedCurve& curve, const CurvePoint& point) const {
    return tr("%1: threshold %2 finds %3 % of the bad parts; of the parts it calls bad, %4 % are")
        .arg(curve.name, thresholdText(point.threshold), percent(point.x), percent(point.y));
}

}  // namespace segad::ui
