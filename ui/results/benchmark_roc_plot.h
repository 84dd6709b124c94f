// The ROC of each method of a benchmark, averaged over repeats (and classes), with a dot at its FPR@95TPR.
#pragma once

#include "core/workflow/benchmark/roc.h"
#include "ui/widgets/curve_plot.h"

namespace segad::ui {

class BenchmarkRocPlot : public CurvePlot {
    Q_OBJECT

public:
    explicit BenchmarkRocPlot(QWidget* parent = nullptr);

    void setRocs(const std::vector<BenchmarkRoc>& rocs);

protected:
    QString readout(const PlottedCurve& curve, const CurvePoint& point) const override;
};

}  // namespace segad::ui
