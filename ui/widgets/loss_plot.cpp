#include "ui/widgets/loss_plot.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/widgets/labels.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
constexpr double kPercent = 100;
constexpr double kEmptySteps = 1000;
constexpr int kDigits = 7;
constexpr double kHeadroom = 1.05;
}  // namespace

QString lossText(double loss) {
    constexpr double kLarge = 1000;
    return std::abs(loss) < kLarge ? QLocale().toString(loss, 'g', 3) : QLocale().toString(loss, 'f', 0);
}

LossPlot::LossPlot(QWidget* parent) : QWidget(parent), plot_(new QCustomPlot), readout_(new QLabel) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(plot_, 1);
    column->addWidget(readout_);
    readout_->setWordWrap(true);
    plot_->setAccessibleName(tr("Loss curve"));
    plot_->setMinimumSize(240, 130);
    plot_->xAxis->setLabel(tr("Step"));
    plot_->yAxis->setLabel(tr("Loss"));
    plot_->yAxis2->setLabel(tr("Unexplained (%)"));
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis, plot_->yAxis2}) {
        axis->setNumberFormat(QStringLiteral("g"));
        axis->setNumberPrecision(kDigits);
        axis->ticker()->setTickCount(4);
    }
    heldOut_ = plot_->addGraph(plot_->xAxis, plot_->yAxis2);
    heldOut_->setName(tr("unexplained of pictures held out"));
    heldOut_->setPen(QPen(curveColor(1), 1, Qt::DashLine));
    heldOut_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, curveColor(1), curveColor(1), 7));
    placeLegendBelow(*plot_);
    plot_->legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    rebuild();
}

void LossPlot::setPoints(std::vector<LossPoint> points) {
    points_ = std::move(points);
    rebuild();
}

QString LossPlot::readout() const {
    if (points_.empty()) return tr("The curve appears as soon as something was learned.");
    const LossPoint& last = points_.back();
    QString text = tr("Step %1: loss %2")
                       .arg(QLocale().toString(static_cast<qlonglong>(last.step)), lossText(last.loss));
    const auto judged = std::find_if(points_.rbegin(), points_.rend(),
                                     [](const LossPoint& point) { return point.validation.has_value(); });
    if (judged != points_.rend())
        text += tr("; %1 % of pictures held out unexplained").arg(percent(judged->validation));
    return text;
}

void LossPlot::setCurves(const std::vector<NamedCurve>& curves) {
    points_.clear();
    while (lines_.size() > curves.size()) {
        plot_->removeGraph(lines_.back());
        lines_.pop_back();
    }
    for (std::size_t i = 0; i < curves.size(); ++i)
        showLine(i, curves[i].name, curves[i].points);
    heldOut_->data()->clear();
    fitAxes();
    readout_->hide();
    applyPalette(*plot_, *this);
}

void LossPlot::showLine(std::size_t index, const QString& name, const std::vector<LossPoint>& points) {
    QVector<double> steps;
    QVector<double> losses;
    for (const LossPoint& point : points) {
        steps.push_back(static_cast<double>(point.step));
        losses.push_back(point.loss);
    }
    if (index == lines_.size()) {
        QCPGraph* line = plot_->addGraph();
        // Told apart without colours, too.
        line->setPen(QPen(curveColor(index), 2, index % 2 == 0 ? Qt::SolidLine : Qt::DashLine));
        lines_.push_back(line);
    }
    lines_[index]->setName(name);
    lines_[index]->setData(steps, losses, true);
}

void LossPlot::rebuild() {
    while (lines_.size() > 1) {
        plot_->removeGraph(lines_.back());
        lines_.pop_back();
    }
    showLine(0, tr("loss"), points_);
    QVector<double> judgedSteps;
    QVector<double> shares;
    for (const LossPoint& point : points_) {
        if (!point.validation) continue;
        judgedSteps.push_back(static_cast<double>(point.step));
        shares.push_back(*point.validation * kPercent);
    }
    heldOut_->setData(judgedSteps, shares, true);
    fitAxes();
    readout_->show();
    readout_->setText(readout());
    applyPalette(*plot_, *this);
}

void LossPlot::showLegend(bool shown) {
    QCPLayoutGrid* grid = plot_->plotLayout();
    const bool placed = plot_->legend->layout() == grid;
    plot_->legend->setVisible(shown);
    if (shown && !placed) placeLegendBelow(*plot_);
    if (shown || !placed) return;
    // An invisible one keeps its row; taken out it still belongs to the plot.
    grid->take(plot_->legend);
    grid->simplify();
}

void LossPlot::fitAxes() {
    double lastStep = 0;
    double lowest = 0;
    double highest = 0;
    for (const QCPGraph* line : lines_) {
        for (const QCPGraphData& point : *line->data()) {
            lastStep = std::max(lastStep, point.key);
            lowest = std::min(lowest, point.value);
            highest = std::max(highest, point.value);
        }
    }
    double share = 0;
    for (const QCPGraphData& point : *heldOut_->data())
        share = std::max(share, point.value);
    const bool judged = !heldOut_->data()->isEmpty();
    plot_->yAxis2->setVisible(judged);
    heldOut_->setVisible(judged);
    if (judged)
        heldOut_->addToLegend();
    else
        heldOut_->removeFromLegend();
    showLegend(judged || lines_.size() > 1);
    const double room = (highest - lowest) * (kHeadroom - 1);
    plot_->xAxis->setRange(0, lastStep > 0 ? std::max(1.0, lastStep) : kEmptySteps);
    // A likelihood may be negative: then zero is not the floor.
    plot_->yAxis->setRange(lowest < 0 ? lowest - room : 0, highest > lowest ? highest + room : 1);
    plot_->yAxis2->setRange(0, share > 0 ? share * kHeadroom : kPercent);
}

void LossPlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette(*plot_, *this);
}

}  // namespace segad::ui
