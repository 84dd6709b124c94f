#include "ui/inspect/trend_plot.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/widgets/labels.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
constexpr int kLeastParts = 50;
constexpr double kRoom = 0.12;
/// Bad parts score so high that the normal ones would be a flat line: those above so many times the height of
/// what passes stand at the upper edge.
constexpr double kMostAbove = 2.5;
}  // namespace

TrendPlot::TrendPlot(QWidget* parent) : QWidget(parent), plot_(new QCustomPlot) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(plot_);
    plot_->setMinimumSize(200, 120);
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->setAccessibleName(tr("Trend of the scores"));
    plot_->xAxis->setLabel(tr("Part"));
    plot_->yAxis->setLabel(tr("Score"));
    plot_->xAxis->setNumberFormat(QStringLiteral("f"));
    plot_->xAxis->setNumberPrecision(0);
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis})
        axis->ticker()->setTickCount(4);
    low_ = plot_->addGraph();
    high_ = plot_->addGraph();
    high_->setChannelFillGraph(low_);
    passed_ = plot_->addGraph();
    failed_ = plot_->addGraph();
    average_ = plot_->addGraph();
    review_ = plot_->addGraph();
    reject_ = plot_->addGraph();
    high_->setName(tr("usual"));
    passed_->setName(tr("pass"));
    failed_->setName(tr("do not pass"));
    average_->setName(tr("average of those that pass"));
    review_->setName(tr("review from"));
    reject_->setName(tr("reject from"));
    for (QCPGraph* points : {passed_, failed_})
        points->setLineStyle(QCPGraph::lsNone);
    low_->removeFromLegend();
    plot_->legend->setVisible(true);
    placeLegendBelow(*plot_);
    plot_->legend->setWrap(2);
    plot_->legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    restyle();
}

void TrendPlot::setReadings(const std::deque<NumberedReading>& readings) {
    QVector<QCPGraphData> passed;
    QVector<QCPGraphData> failed;
    QVector<QCPGraphData> average;
    QVector<QCPGraphData> low;
    QVector<QCPGraphData> high;
    for (const NumberedReading& one : readings) {
        const auto key = static_cast<double>(one.number);
        (one.reading.passed ? passed : failed).push_back({key, one.reading.score});
        if (!one.reading.chart) continue;
        average.push_back({key, one.reading.chart->average});
        low.push_back({key, one.reading.chart->low});
        high.push_back({key, one.reading.chart->high});
    }
    passed_->data()->set(passed, true);
    failed_->data()->set(failed, true);
    average_->data()->set(average, true);
    low_->data()->set(low, true);
    high_->data()->set(high, true);
    fitAxes(readings);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void TrendPlot::fitAxes(const std::deque<NumberedReading>& readings) {
    const double first = readings.empty() ? 1 : static_cast<double>(readings.front().number);
    const double last = readings.empty() ? kLeastParts : static_cast<double>(readings.back().number);
    plot_->xAxis->setRange(first, std::max(last, first + kLeastParts));
    review_->data()->clear();
    reject_->data()->clear();
    if (readings.empty()) {
        plot_->yAxis->setRange(0, 1);
        return;
    }
    bool found = false;
    QCPRange normal;
    for (const QCPGraph* graph : {passed_, average_, low_, high_}) {
        bool some = false;
        const QCPRange range = graph->data()->valueRange(some);
        if (!some) continue;
        normal = found ? normal.expanded(range) : range;
        found = true;
    }
    bool bad = false;
    const QCPRange failing = failed_->data()->valueRange(bad);
    if (!found) normal = failing;
    const double height = std::max(normal.size(), 1e-9);
    const double highest = normal.upper + kMostAbove * height;
    double top = normal.upper;
    if (thresholds_) {
        for (const double threshold : {thresholds_->review, thresholds_->reject})
            if (threshold <= highest) top = std::max(top, threshold);
    }
    if (bad) top = std::max(top, std::min(failing.upper, highest));
    plot_->yAxis->setRange(normal.lower - kRoom * height, top + kRoom * height);
    for (QCPGraphData& point : *failed_->data())
        point.value = std::min(point.value, top + kRoom * height / 2);
    if (!thresholds_) return;
    drawThreshold(*review_, thresholds_->review);
    drawThreshold(*reject_, thresholds_->reject);
}

void TrendPlot::drawThreshold(QCPGraph& line, double score) {
    if (!plot_->yAxis->range().contains(score)) return;
    line.addData(plot_->xAxis->range().lower, score);
    line.addData(plot_->xAxis->range().upper, score);
}

void TrendPlot::hideLegend() {
    plot_->plotLayout()->take(plot_->legend);
    plot_->plotLayout()->simplify();
    plot_->legend->setVisible(false);
    plot_->xAxis->setLabel({});
    plot_->yAxis->setLabel({});
}

void TrendPlot::setThresholds(const ThresholdRecord& thresholds) {
    thresholds_ = thresholds;
}

int TrendPlot::averagePoints() const {
    return average_->dataCount();
}

int TrendPlot::failedPoints() const {
    const QCPRange shown = plot_->yAxis->range();
    return static_cast<int>(std::ranges::count_if(
        *failed_->data(), [&](const QCPGraphData& point) { return shown.contains(point.value); }));
}

void TrendPlot::restyle() {
    QColor faint = palette().color(QPalette::Text);
    faint.setAlphaF(0.4F);
    passed_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, faint, faint, 3.5));
    failed_->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCross, QPen(verdictColor(Verdict::Reject), 1.6), Qt::NoBrush, 7));
    const QColor line = palette().color(QPalette::Link);
    average_->setPen(QPen(line, 2.5));
    QColor band = verdictColor(Verdict::Pass);
    for (QCPGraph* limit : {low_, high_})
        limit->setPen(QPen(band, 1, Qt::DashLine));
    band.setAlphaF(0.16F);
    high_->setBrush(band);
    review_->setPen(QPen(verdictColor(Verdict::Review), 1.5, Qt::DashDotLine));
    reject_->setPen(QPen(verdictColor(Verdict::Reject), 1.5, Qt::DashDotLine));
    applyPalette(*plot_, *this);
}

void TrendPlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) restyle();
}

}  // namespace segad::ui
