// AUROC against the number of bad labels: a line with a band of one deviation for all bad test parts, and for
// those of seen and of unseen types where these are told apart; bare detectors as level lines.
#pragma once

#include <QWidget>

#include "core/workflow/ablation.h"
#include "ui/widgets/plot_export.h"

namespace segad::ui {

class LearningPlot : public QWidget {
    Q_OBJECT

public:
    explicit LearningPlot(QWidget* parent = nullptr);

    void setCurve(const LearningCurve& curve);
    QCustomPlot* plot() const { return plot_; }
    PlotFile exportable() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addLine(const QString& name, SeedFigure LearningPoint::*figure, Qt::PenStyle style);
    void addLevel(const QString& name, double value);
    void fitAxes();

    QCustomPlot* plot_;
    LearningCurve curve_;
    std::size_t lines_ = 0;  ///< drawn so far; each has a colour of its own
};

}  // namespace segad::ui
