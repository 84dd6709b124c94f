// One figure of a benchmark, class by class: a mark with its deviation for each method, a ring where a figure
// was published.
#pragma once

#include <QWidget>

#include "core/workflow/benchmark/table.h"
#include "ui/widgets/plot_export.h"

class QCustomPlot;

namespace segad::ui {

class BenchmarkPlot : public QWidget {
    Q_OBJECT

public:
    explicit BenchmarkPlot(QWidget* parent = nullptr);

    void setTable(BenchmarkTable table);
    /// With a table of what is drawn.
    PlotFile exportable() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    QString axisTitle() const;

    QCustomPlot* plot_;
    BenchmarkTable table_;
};

}  // namespace segad::ui
