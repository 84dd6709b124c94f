// The Results workspace: every stored evaluation with its figures, and the ROC of those selected, read
// from the project file.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QStackedWidget;
class QTableWidget;

namespace segad::ui {

class ProjectSession;
class RocPlot;

class ResultsPanel : public QWidget {
    Q_OBJECT

public:
    /// `train` leads to the workspace where detectors are trained.
    ResultsPanel(ProjectSession& session, QAction* train, QWidget* parent = nullptr);

private:
    void fill();
    void showSelected();
    void evaluate();
    void exportPlot();

    ProjectSession& session_;
    QStackedWidget* pages_;
    QTableWidget* table_;
    RocPlot* plot_;
    QLabel* details_;
    QAction* evaluate_;
    QAction* export_;
    std::vector<qlonglong> shown_;  ///< evaluation ids the table holds
};

}  // namespace segad::ui
