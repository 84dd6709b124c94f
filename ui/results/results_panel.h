// The Results workspace: every stored evaluation with its figures and the ROC of those selected, read from
// the project file, beside that of the live forest; the thresholds and what they do; what to label next.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/widgets/roc_plot.h"

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QTableWidget;

namespace segad::ui {

class ProjectSession;

class ResultsPanel : public QWidget {
    Q_OBJECT

public:
    /// `train` leads to the workspace where detectors are trained.
    ResultsPanel(ProjectSession& session, QAction* train, QWidget* parent = nullptr);

protected:
    /// The live forest is fitted only while somebody looks.
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QSplitter* buildCurves();
    void fill();
    void showLive();
    void showSelected();
    void showCurves();
    void evaluate();
    void exportPlot();

    ProjectSession& session_;
    QStackedWidget* pages_;
    QTabWidget* tabs_;
    QWidget* benchmarks_ = nullptr;
    QLabel* liveWords_;
    QTableWidget* table_;
    RocPlot* plot_;
    QLabel* details_;
    QAction* evaluate_;
    QAction* export_;
    std::vector<qlonglong> shown_;  ///< evaluation ids the table holds
    std::vector<RocCurve> curves_;  ///< of those selected
};

}  // namespace segad::ui
