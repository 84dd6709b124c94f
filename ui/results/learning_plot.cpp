#include "ui/results/learning_plot.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/results/scorer_names.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
constexpr double kPercent = 100;
constexpr int kLeastHeight = 300;
constexpr float kBandAlpha = 0.16F;
constexpr double kDotSize = 6;
/// Room at the ends of the axis, as a factor: it is logarithmic.
constexpr double kEnds = 1.25;
}  // namespace

LearningPlot::LearningPlot(QWidget* parent) : QWidget(parent), plot_(new QCustomPlot) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(plot_);
    plot_->setAccessibleName(tr("Learning curve"));
    plot_->setMinimumHeight(kLeastHeight);
    plot_->xAxis->setLabel(tr("Bad parts learned from"));
    plot_->yAxis->setLabel(tr("AUROC (%)"));
    plot_->xAxis->setScaleType(QCPAxis::stLogarithmic);
    plot_->axisRect()->setupFullAxesBox();
    placeLegendBelow(*plot_);
    applyPalette(*plot_, *this);
}

void LearningPlot::setCurve(const LearningCurve& curve) {
    curve_ = curve;
    rebuild();
}

void LearningPlot::rebuild() {
    plot_->clearPlottables();
    lines_ = 0;
    const QString forest = QString::fromStdString(curve_.forest).toUpper();
    addLine(tr("%1, mean ± deviation").arg(forest), &LearningPoint::auroc, Qt::SolidLine);
    addLine(tr("… on seen defect types"), &LearningPoint::seen, Qt::DashLine);
    addLine(tr("… on unseen defect types"), &LearningPoint::unseen, Qt::DotLine);
    for (const auto& [name, value] : curve_.bare)
        addLevel(tr("%1 alone").arg(bareTitle(name)), value);
    plot_->legend->setVisible(lines_ > 0);
    fitAxes();
    applyPalette(*plot_, *this);
}

void LearningPlot::addLine(const QString& name, SeedFigure LearningPoint::*figure, Qt::PenStyle style) {
    QVector<double> counts;
    QVector<double> means;
    QVector<double> lows;
    QVector<double> highs;
    for (const LearningPoint& point : curve_.points) {
        const SeedFigure& one = point.*figure;
        if (!one) continue;
        const double deviation = one->deviation.value_or(0);
        counts.push_back(point.bad);
        means.push_back(kPercent * one->mean);
        lows.push_back(kPercent * (one->mean - deviation));
        highs.push_back(std::min(kPercent * (one->mean + deviation), kPercent));
    }
    if (counts.isEmpty()) return;
    const QColor color = curveColor(lines_++);
    QCPGraph* low = plot_->addGraph();
    QCPGraph* high = plot_->addGraph();
    for (QCPGraph* edge : {low, high}) {
        edge->setPen(Qt::NoPen);
        edge->removeFromLegend();
    }
    low->setData(counts, lows, true);
    high->setData(counts, highs, true);
    QColor band = color;
    band.setAlphaF(kBandAlpha);
    high->setBrush(band);
    high->setChannelFillGraph(low);
    QCPGraph* mean = plot_->addGraph();
    mean->setName(name);
    mean->setPen(QPen(color, 2.2, style));
    mean->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, kDotSize));
    mean->setData(counts, means, true);
}

void LearningPlot::addLevel(const QString& name, double value) {
    if (curve_.points.empty()) return;
    QCPGraph* level = plot_->addGraph();
    level->setName(name);
    level->setPen(QPen(curveColor(lines_++), 1.4, Qt::DashDotLine));
    level->setData({curve_.points.front().bad / kEnds, curve_.points.back().bad * kEnds},
                   {kPercent * value, kPercent * value}, true);
}

void LearningPlot::fitAxes() {
    if (curve_.points.empty()) return;
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (const LearningPoint& point : curve_.points)
        ticker->addTick(point.bad, QLocale().toString(point.bad));
    ticker->setSubTickCount(0);
    plot_->xAxis->setTicker(ticker);
    double low = kPercent;
    double high = 0;
    for (int i = 0; i < plot_->graphCount(); ++i) {
        for (const QCPGraphData& point : *plot_->graph(i)->data()) {
            low = std::min(low, point.value);
            high = std::max(high, point.value);
        }
    }
    constexpr double kStep = 5;
    plot_->yAxis->setRange(std::floor(low / kStep) * kStep - 1,
                           std::min(std::ceil(high / kStep) * kStep, kPercent) + 1);
    plot_->xAxis->setRange(curve_.points.front().bad / kEnds, curve_.points.back().bad * kEnds);
}

void LearningPlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) rebuild();
}

PlotFile LearningPlot::exportable() const {
    PlotFile file{.title = tr("Learning curve"), .name = QStringLiteral("learning-curve"), .plot = plot_};
    file.table.columns = {tr("curve"), tr("bad parts learned from"), tr("AUROC (%)"), tr("deviation (%)"),
                          tr("seeds")};
    const auto add = [&](const QString& name, SeedFigure LearningPoint::*figure) {
        for (const LearningPoint& point : curve_.points) {
            const SeedFigure& one = point.*figure;
            if (!one) continue;
            file.table.rows.push_back({name, QString::number(point.bad), csvNumber(kPercent * one->mean),
                                       one->deviation ? csvNumber(kPercent * *one->deviation) : QString(),
                                       QString::number(one->count)});
        }
    };
    add(tr("all bad parts"), &LearningPoint::auroc);
    add(tr("seen defect types"), &LearningPoint::seen);
    add(tr("unseen defect types"), &LearningPoint::unseen);
    for (const auto& [name, value] : curve_.bare)
        file.table.rows.push_back({bareTitle(name), {}, csvNumber(kPercent * value), {}, {}});
    return file;
}

}  // namespace segad::ui
