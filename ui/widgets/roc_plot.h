// ROC curves on one pair of axes: bad parts found against good parts rejected.
#pragma once

#include <optional>
#include <vector>

#include "core/project/records.h"
#include "ui/widgets/curve_plot.h"

namespace segad::ui {

struct RocCurve {
    QString name;
    std::optional<double> auroc;
    std::vector<RocPointRecord> points;
    // What precision is made of.
    int good = 0;
    int bad = 0;
    std::optional<double> averagePrecision = std::nullopt;
};

class RocPlot : public CurvePlot {
    Q_OBJECT

public:
    explicit RocPlot(QWidget* parent = nullptr);

    void setCurves(std::vector<RocCurve> curves);
    const std::vector<RocCurve>& curves() const { return curves_; }

protected:
    QString readout(const PlottedCurve& curve, const CurvePoint& point) const override;

private:
    std::vector<RocCurve> curves_;
};

/// The same rankings, read as precision and recall.
class PrecisionRecallPlot : public CurvePlot {
    Q_OBJECT

public:
    explicit PrecisionRecallPlot(QWidget* parent = nullptr);

    /// Curves without both good and bad parts are left empty.
    void setCurves(const std::vector<RocCurve>& curves);

protected:
    QString readout(const PlottedCurve& curve, const CurvePoint& point) const override;
};

}  // namespace segad::ui
