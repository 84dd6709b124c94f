// The course of a training while it runs: the loss of what is learned from as a line (left axis) and, for
// trainings that look at pictures held out, what stays unexplained of them as points (right axis, per cent).
// Or the losses of several trainings, each a line.
#pragma once

#include <QWidget>
#include <vector>

#include "core/nn/loss_curve.h"

class QCPGraph;
class QCustomPlot;
class QLabel;

namespace segad::ui {

/// Three digits; all those before the point of a large one: FastFlow's loss is a likelihood of ten thousands.
QString lossText(double loss);

/// The course of one of several trainings.
struct NamedCurve {
    QString name;
    std::vector<LossPoint> points;
};

class LossPlot : public QWidget {
    Q_OBJECT

public:
    explicit LossPlot(QWidget* parent = nullptr);

    /// In the order of their steps; the axes follow.
    void setPoints(std::vector<LossPoint> points);
    const std::vector<LossPoint>& points() const { return points_; }

    /// Several in one plot, in place of the one; the legend has their names.
    void setCurves(const std::vector<NamedCurve>& curves);

    /// The newest figures in words, as below the plot.
    QString readout() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void showLine(std::size_t index, const QString& name, const std::vector<LossPoint>& points);
    void fitAxes();
    void showLegend(bool shown);

    QCustomPlot* plot_;
    QLabel* readout_;
    std::vector<QCPGraph*> lines_;
    QCPGraph* heldOut_;
    std::vector<LossPoint> points_;
};

}  // namespace segad::ui
