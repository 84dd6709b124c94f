#include "ui/widgets/loss_plot.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

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

LossPlot::LossPlot(QWidget* parent) : QWidget(parent), plot_(new QCustomPlot), readout_(new QLabel) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(plot_, 1);
    column->addWidget(readout_);
    readout_->setWordWrap(true);
    plot_->setAccessibleName(tr("Loss curve"));
    plot_->setMinimumSize(240, 180);
    plot_->xAxis->setLabel(tr("Step"));
    plot_->yAxis->setLabel(tr("Loss"));
    plot_->yAxis2->setLabel(tr("Unexplained (%)"));
    plot_->yAxis2->setVisible(true);
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis, plot_->yAxis2}) {
        axis->setNumberFormat(QStringLiteral("g"));
        axis->setNumberPrecision(kDigits);
        axis->ticker()->setTickCount(4);
    }
    QCPGraph* learned = plot_->addGraph();
    learned->setName(tr("loss"));
    learned->setPen(QPen(curveColor(0), 2));
    QCPGraph* heldOut = plot_->addGraph(plot_->xAxis, plot_->yAxis2);
    heldOut->setName(tr("unexplained of pictures held out"));
    heldOut->setPen(QPen(curveColor(1), 1, Qt::DashLine));
    heldOut->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, curveColor(1), curveColor(1), 7));
    placeLegendBelow(*plot_);
    plot_->legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    plot_->legend->setVisible(true);
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
                       .arg(QLocale().toString(static_cast<qlonglong>(last.step)),
                            QLocale().toString(last.loss, 'g', 3));
    const auto judged = std::find_if(points_.rbegin(), points_.rend(),
                                     [](const LossPoint& point) { return point.validation.has_value(); });
    if (judged != points_.rend())
        text += tr("; %1 % of pictures held out unexplained").arg(percent(judged->validation));
    return text;
}

void LossPlot::rebuild() {
    QVector<double> steps;
    QVector<double> losses;
    QVector<double> judgedSteps;
    QVector<double> shares;
    for (const LossPoint& point : points_) {
        steps.push_back(static_cast<double>(point.step));
        losses.push_back(point.loss);
        if (!point.validation) continue;
        judgedSteps.push_back(static_cast<double>(point.step));
        shares.push_back(*point.validation * kPercent);
    }
    const auto highest = [](const QVector<double>& values, double otherwise) {
        return values.empty() ? otherwise : std::ranges::max(values) * kHeadroom;
    };
    plot_->graph(0)->setData(steps, losses, true);
    plot_->graph(1)->setData(judgedSteps, shares, true);
    plot_->xAxis->setRange(0, points_.empty() ? kEmptySteps : std::max(1.0, steps.back()));
    plot_->yAxis->setRange(0, highest(losses, 1));
    plot_->yAxis2->setRange(0, highest(shares, kPercent));
    readout_->setText(readout());
    applyPalette(*plot_, *this);
}

void LossPlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette(*plot_, *this);
}

}  // namespace segad::ui
