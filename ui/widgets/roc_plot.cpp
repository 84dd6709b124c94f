#include "ui/widgets/roc_plot.h"

#include <QEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <array>
#include <cmath>

#include "ui/widgets/labels.h"
#include "ui/widgets/plot_export.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
constexpr std::array<Qt::PenStyle, 3> kPenStyles{Qt::SolidLine, Qt::DashLine, Qt::DotLine};
}  // namespace

RocPlot::RocPlot(QWidget* parent) : QWidget(parent), plot_(new QCustomPlot), readout_(new QLabel) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(plot_, 1);
    column->addWidget(readout_);
    plot_->setAccessibleName(tr("ROC curve"));
    plot_->setMinimumSize(280, 240);
    plot_->xAxis->setLabel(tr("False positive rate (good parts rejected)"));
    plot_->yAxis->setLabel(tr("True positive rate (bad parts found)"));
    plot_->xAxis->setRange(-0.01, 1.01);
    plot_->yAxis->setRange(-0.01, 1.01);
    plot_->setInteractions(QCP::iRangeZoom | QCP::iRangeDrag);
    plot_->axisRect()->setupFullAxesBox();
    placeLegendBelow(*plot_);
    connect(plot_, &QCustomPlot::mouseMove, this,
            [this](QMouseEvent* event) { showNearest(event->position()); });
    connect(plot_, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        if (const auto hit = nearest(event->position())) {
            const RocCurve& curve = curves_[static_cast<std::size_t>(hit->first)];
            Q_EMIT pointPicked(hit->first, curve.points[hit->second].threshold);
        }
    });
    connect(plot_, &QCustomPlot::mouseDoubleClick, this, [this] {
        plot_->xAxis->setRange(-0.01, 1.01);
        plot_->yAxis->setRange(-0.01, 1.01);
        plot_->replot();
    });
    applyPalette(*plot_, *this);
}

void RocPlot::setCurves(std::vector<RocCurve> curves) {
    curves_ = std::move(curves);
    rebuild();
}

void RocPlot::rebuild() {
    plot_->clearPlottables();
    auto* chance = new QCPCurve(plot_->xAxis, plot_->yAxis);
    chance->setData({0, 1}, {0, 1});
    chance->setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DotLine));
    chance->removeFromLegend();
    for (std::size_t i = 0; i < curves_.size(); ++i) {
        const RocCurve& source = curves_[i];
        auto* curve = new QCPCurve(plot_->xAxis, plot_->yAxis);
        QVector<double> x;
        QVector<double> y;
        for (const RocPointRecord& point : source.points) {
            x.push_back(point.falsePositiveRate);
            y.push_back(point.truePositiveRate);
        }
        curve->setData(x, y);
        curve->setName(source.auroc ? tr("%1   AUROC %2 %").arg(source.name, percent(source.auroc))
                                    : source.name);
        curve->setPen(QPen(curveColor(i), 2.2, kPenStyles[i / curveColorCount() % kPenStyles.size()]));
    }
    plot_->legend->setVisible(!curves_.empty());
    readout_->setText(curves_.empty() ? QString() : tr("Point at a curve to read its threshold"));
    applyPalette(*plot_, *this);
}

void RocPlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyPalette(*plot_, *this);
    }
}

std::optional<std::pair<int, std::size_t>> RocPlot::nearest(const QPointF& position) const {
    constexpr double kReach = 24;
    double best = kReach * kReach;
    std::optional<std::pair<int, std::size_t>> found;
    for (std::size_t c = 0; c < curves_.size(); ++c) {
        for (std::size_t i = 0; i < curves_[c].points.size(); ++i) {
            const RocPointRecord& point = curves_[c].points[i];
            const double dx = plot_->xAxis->coordToPixel(point.falsePositiveRate) - position.x();
            const double dy = plot_->yAxis->coordToPixel(point.truePositiveRate) - position.y();
            if (dx * dx + dy * dy < best) {
                best = dx * dx + dy * dy;
                found = {static_cast<int>(c), i};
            }
        }
    }
    return found;
}

void RocPlot::showNearest(const QPointF& position) {
    const auto hit = nearest(position);
    if (!hit) return;
    const RocCurve& curve = curves_[static_cast<std::size_t>(hit->first)];
    const RocPointRecord& point = curve.points[hit->second];
    const QString threshold =
        std::isfinite(point.threshold) ? QLocale().toString(point.threshold, 'g', 5) : tr("none");
    readout_->setText(
        tr("%1: threshold %2 finds %3 % of the bad parts and rejects %4 % of the good ones")
            .arg(curve.name, threshold, percent(point.truePositiveRate), percent(point.falsePositiveRate)));
}

bool RocPlot::exportTo(const QString& file) const {
    return exportPlots({plot_}, tr("ROC curve"), file);
}

}  // namespace segad::ui
