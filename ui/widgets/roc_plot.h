// ROC curves on one pair of axes: true positive rate (bad parts found) against false positive rate (good
// parts rejected), with the value under the cursor.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/project/records.h"

class QCustomPlot;
class QLabel;

namespace segad::ui {

struct RocCurve {
    QString name;
    std::optional<double> auroc;
    std::vector<RocPointRecord> points;
};

class RocPlot : public QWidget {
    Q_OBJECT

public:
    explicit RocPlot(QWidget* parent = nullptr);

    void setCurves(std::vector<RocCurve> curves);
    const std::vector<RocCurve>& curves() const { return curves_; }

    /// Writes PNG, SVG or PDF by suffix; false when the file can't be written.
    bool exportTo(const QString& file) const;

Q_SIGNALS:
    /// The user clicked a point of a curve.
    void pointPicked(int curve, double threshold);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void showNearest(const QPointF& position);
    /// Curve and point nearest to a widget position.
    std::optional<std::pair<int, std::size_t>> nearest(const QPointF& position) const;

    QCustomPlot* plot_;
    QLabel* readout_;
    std::vector<RocCurve> curves_;
};

}  // namespace segad::ui
