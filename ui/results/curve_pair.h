// ROC and precision–recall of the same rankings: beside each other where there is room, else one or the
// other.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/widgets/roc_plot.h"

class QToolButton;

namespace segad::ui {

class CurvePair : public QWidget {
    Q_OBJECT

public:
    explicit CurvePair(QWidget* parent = nullptr);

    void setCurves(const std::vector<RocCurve>& curves);
    /// Marks the thresholds of a run on its curve.
    void setThresholds(int curve, double review, double reject);
    void clearThresholds();
    std::vector<PlotFile> exportable() const { return {roc_->exportable(), recall_->exportable()}; }
    RocPlot* roc() const { return roc_; }
    PrecisionRecallPlot* recall() const { return recall_; }

Q_SIGNALS:
    /// A point of a curve was clicked, in either plot.
    void pointPicked(int curve, double threshold);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QWidget* choice_;
    QToolButton* rocButton_;
    QToolButton* recallButton_;
    RocPlot* roc_;
    PrecisionRecallPlot* recall_;
};

}  // namespace segad::ui
