// The course of a training while it runs: the loss of what is learned from as a line (left axis) and what
// stays unexplained of pictures held out as points (right axis, per cent).
#pragma once

#include <QWidget>
#include <vector>

#include "core/nn/loss_curve.h"

class QCustomPlot;
class QLabel;

namespace segad::ui {

class LossPlot : public QWidget {
    Q_OBJECT

public:
    explicit LossPlot(QWidget* parent = nullptr);

    /// In the order of their steps; the axes follow.
    void setPoints(std::vector<LossPoint> points);
    const std::vector<LossPoint>& points() const { return points_; }

    /// The newest figures in words, as below the plot.
    QString readout() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();

    QCustomPlot* plot_;
    QLabel* readout_;
    std::vector<LossPoint> points_;
};

}  // namespace segad::ui
