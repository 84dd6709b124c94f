// One figure of a benchmark, class by class: a mark with its deviation for each method, a ring where a figure
// was published.
#pragma once

#include <QWidget>

#include "core/workflow/benchmark/table.h"

class QCustomPlot;

namespace segad::ui {

class BenchmarkPlot : public QWidget {
    Q_OBJECT

public:
    explicit BenchmarkPlot(QWidget* parent = nullptr);

    void setTable(BenchmarkTable table);
    /// Writes PNG, SVG or PDF by suffix; false when the file can't be written.
    bool exportTo(const QString& file) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();

    QCustomPlot* plot_;
    BenchmarkTable table_;
};

}  // namespace segad::ui
