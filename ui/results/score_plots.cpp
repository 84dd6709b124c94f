#include "ui/results/score_plots.h"

#include <QEvent>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/metric/roc.h"
#include "ui/results/threshold_lines.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/qcustomplot_p.h"
#include "ui/widgets/roc_plot.h"

namespace segad::ui {

namespace {
constexpr int kBins = 40;
constexpr int kLeastHeight = 150;
constexpr int kRocHeight = 240;
/// From this width on the ROC stands beside the others.
constexpr int kWide = 640;
constexpr double kRoomAbove = 1.18;  ///< for the words beside the lines

/// Bars of one label; bad ones are hatched, so that no colour vision is needed to tell them.
QCPBars* bars(QCustomPlot& plot, Label label, Qt::BrushStyle style) {
    auto* made = new QCPBars(plot.xAxis, plot.yAxis);
    made->setName(labelText(label));
    made->setAntialiased(false);
    made->setPen(QPen(labelColor(label), 1));
    QColor inside = labelColor(label);
    inside.setAlphaF(style == Qt::SolidPattern ? 0.45F : 1.0F);
    made->setBrush(QBrush(inside, style));
    return made;
}
}  // namespace

std::vector<ScoreBin> scoreBins(const ScoreSets& scores, int count) {
    std::vector<ScoreBin> bins;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const auto* set : {&scores.good, &scores.bad}) {
        for (const double score : *set) {
            low = std::min(low, score);
            high = std::max(high, score);
        }
    }
    if (low > high) return bins;
    if (low == high) {
        const double margin = std::max(std::abs(low) * 0.01, 1e-6);
        low -= margin;
        high += margin;
    }
    const double width = (high - low) / count;
    for (int i = 0; i < count; ++i)
        bins.push_back({.from = low + i * width, .to = i + 1 == count ? high : low + (i + 1) * width});
    const auto binOf = [&](double score) -> ScoreBin& {
        const int index = static_cast<int>((score - low) / width);
        return bins[static_cast<std::size_t>(std::clamp(index, 0, count - 1))];
    };
    for (const double score : scores.good)
        ++binOf(score).good;
    for (const double score : scores.bad)
        ++binOf(score).bad;
    return bins;
}

std::vector<SweepPoint> thresholdSweep(const ScoreSets& scores) {
    std::vector<SweepPoint> points;
    const auto roc = rocCurve(scores);
    if (!roc) return points;
    points.reserve(roc->points.size());
    for (auto point = roc->points.rbegin(); point != roc->points.rend(); ++point)
        points.push_back({point->threshold, 1 - point->truePositiveRate, point->falsePositiveRate});
    // Of the curve it is infinite; here the plot ends just above the highest score.
    points.back().threshold =
        std::nextafter(points[points.size() - 2].threshold, std::numeric_limits<double>::infinity());
    return points;
}

ScorePlots::ScorePlots(QWidget* parent)
    : QWidget(parent),
      histogram_(new QCustomPlot),
      sweep_(new QCustomPlot),
      roc_(new RocPlot),
      row_(new QBoxLayout(QBoxLayout::TopToBottom, this)),
      histogramLines_(new ThresholdLines(histogram_)),
      sweepLines_(new ThresholdLines(sweep_)) {
    histogram_->setAccessibleName(tr("Histogram of the scores"));
    histogram_->setToolTip(
        tr("Click a bar to see its parts in the gallery; drag the lines to set thresholds"));
    histogram_->xAxis->setLabel(tr("Score"));
    histogram_->yAxis->setLabel(tr("Parts"));
    sweep_->setAccessibleName(tr("Errors at each threshold"));
    sweep_->setToolTip(tr(
        "What is missed and what is rejected wrongly, were there one threshold; click to see these parts"));
    sweep_->xAxis->setLabel(tr("Threshold"));
    sweep_->yAxis->setLabel(tr("Share (%)"));
    sweep_->yAxis->setRange(0, 100 * kRoomAbove);
    auto* column = new QVBoxLayout;
    row_->setContentsMargins(0, 0, 0, 0);
    row_->addLayout(column, 1);
    row_->addWidget(roc_, 1);
    roc_->setMinimumHeight(kRocHeight);
    roc_->setZoomable(false);
    for (QCustomPlot* plot : {histogram_, sweep_}) {
        plot->setMinimumHeight(kLeastHeight);
        plot->axisRect()->setupFullAxesBox();
        placeLegendBelow(*plot);
        plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
        column->addWidget(plot, 1);
    }
    for (ThresholdLines* lines : {histogramLines_, sweepLines_})
        connect(lines, &ThresholdLines::moved, this, &ScorePlots::move);
    connect(roc_, &CurvePlot::thresholdsMoved, this, &ScorePlots::move);
    connect(roc_, &CurvePlot::pointPicked, this,
            [this](int /*curve*/, double threshold) { Q_EMIT thresholdPicked(threshold); });
    connect(histogram_, &QCustomPlot::mousePress, this,
            [this](QMouseEvent* event) { pickBin(event->position().x(), event->position().y()); });
    connect(sweep_, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        if (points_.empty() || !sweep_->axisRect()->rect().contains(event->position().toPoint())) return;
        Q_EMIT thresholdPicked(sweep_->xAxis->pixelToCoord(event->position().x()));
    });
    restyle();
}

void ScorePlots::move(double review, double reject) {
    setThresholds(review, reject);
    Q_EMIT thresholdsMoved(review, reject);
}

void ScorePlots::setScores(const QString& scorer, const ScoreSets& scores) {
    bins_ = scoreBins(scores, kBins);
    points_ = thresholdSweep(scores);
    drawHistogram();
    drawSweep();
    drawRoc(scorer, scores);
    restyle();
}

void ScorePlots::setThresholds(double review, double reject) {
    for (ThresholdLines* lines : {histogramLines_, sweepLines_}) {
        lines->set(review, reject);
        lines->setVisible(!bins_.empty());
    }
    if (points_.empty()) {
        roc_->clearThresholds();
    } else {
        roc_->setThresholds(0, review, reject, true);
    }
}

void ScorePlots::drawHistogram() {
    histogram_->clearPlottables();
    histogram_->legend->setVisible(!bins_.empty());
    if (bins_.empty()) return;
    const double width = bins_.front().to - bins_.front().from;
    QCPBars* good = bars(*histogram_, Label::Good, Qt::SolidPattern);
    QCPBars* bad = bars(*histogram_, Label::Bad, Qt::BDiagPattern);
    int highest = 1;
    QVector<double> middles;
    QVector<double> goodCounts;
    QVector<double> badCounts;
    for (const ScoreBin& bin : bins_) {
        middles.push_back((bin.from + bin.to) / 2);
        goodCounts.push_back(bin.good);
        badCounts.push_back(bin.bad);
        highest = std::max({highest, bin.good, bin.bad});
    }
    good->setWidth(width);
    bad->setWidth(width);
    good->setData(middles, goodCounts, true);
    bad->setData(middles, badCounts, true);
    histogram_->xAxis->setRange(bins_.front().from - width, bins_.back().to + width);
    histogram_->yAxis->setRange(0, highest * kRoomAbove);
}

void ScorePlots::drawSweep() {
    sweep_->clearPlottables();
    sweep_->legend->setVisible(!points_.empty());
    if (!bins_.empty()) sweep_->xAxis->setRange(histogram_->xAxis->range());
    if (points_.empty()) return;
    QVector<double> thresholds;
    QVector<double> missed;
    QVector<double> rejected;
    for (const SweepPoint& point : points_) {
        thresholds.push_back(point.threshold);
        missed.push_back(100 * point.missed);
        rejected.push_back(100 * point.rejected);
    }
    const auto add = [&](const QString& name, const QVector<double>& shares, Label label,
                         Qt::PenStyle style) {
        QCPGraph* graph = sweep_->addGraph();
        graph->setName(name);
        graph->setLineStyle(QCPGraph::lsStepRight);
        graph->setPen(QPen(labelColor(label), 2, style));
        graph->setData(thresholds, shares, true);
    };
    add(tr("bad parts missed"), missed, Label::Bad, Qt::SolidLine);
    add(tr("good parts rejected"), rejected, Label::Good, Qt::DashLine);
}

void ScorePlots::drawRoc(const QString& scorer, const ScoreSets& scores) {
    roc_->setVisible(!points_.empty());
    const auto ranking = rocCurve(scores);
    if (!ranking) {
        roc_->setCurves({});
        return;
    }
    RocCurve curve{.name = scorer, .auroc = auroc(scores), .points = {}};
    for (const RocPoint& point : ranking->points)
        curve.points.push_back({point.threshold, point.falsePositiveRate, point.truePositiveRate});
    roc_->setCurves({std::move(curve)});
}

void ScorePlots::restyle() {
    histogramLines_->restyle();
    sweepLines_->restyle();
    applyPalette(*histogram_, *this);
    applyPalette(*sweep_, *this);
}

void ScorePlots::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) restyle();
}

void ScorePlots::pickBin(double x, double y) {
    if (!histogram_->axisRect()->rect().contains(QPointF(x, y).toPoint())) return;
    const double score = histogram_->xAxis->pixelToCoord(x);
    for (const ScoreBin& bin : bins_) {
        if (score >= bin.from && score < bin.to && bin.good + bin.bad > 0) Q_EMIT binPicked(bin.from, bin.to);
    }
}

void ScorePlots::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    row_->setDirection(width() >= kWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

std::vector<PlotFile> ScorePlots::exportable() const {
    PlotFile histogram{
        .title = tr("Histogram of the scores"), .name = QStringLiteral("histogram"), .plot = histogram_};
    histogram.table.columns = {tr("score from"), tr("to"), tr("good parts"), tr("bad parts")};
    for (const ScoreBin& bin : bins_) {
        histogram.table.rows.push_back(
            {csvNumber(bin.from), csvNumber(bin.to), QString::number(bin.good), QString::number(bin.bad)});
    }
    PlotFile sweep{.title = tr("Errors at each threshold"), .name = QStringLiteral("errors"), .plot = sweep_};
    sweep.table.columns = {tr("threshold"), tr("bad parts missed (%)"), tr("good parts rejected (%)")};
    for (const SweepPoint& point : points_) {
        sweep.table.rows.push_back(
            {csvNumber(point.threshold), csvNumber(100 * point.missed), csvNumber(100 * point.rejected)});
    }
    std::vector<PlotFile> plots{std::move(histogram)};
    if (points_.empty()) return plots;
    plots.push_back(std::move(sweep));
    plots.push_back(roc_->exportable());
    return plots;
}

}  // namespace segad::ui
