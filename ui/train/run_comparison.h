// Two runs side by side: what made them, with the differences marked, what came of them, how they rank the
// parts that neither has learned from (with a paired test), both courses in one plot and both ROC curves in
// another.
#pragma once

#include <QDialog>
#include <optional>

#include "core/workflow/run_comparison.h"

class QLabel;
class QTableWidget;

namespace segad::ui {

class LossPlot;
class ProjectSession;
class RocPlot;

class RunComparison : public QDialog {
    Q_OBJECT

public:
    RunComparison(ProjectSession& session, RunId first, RunId second, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The rankings are compared and shown.
    void ranked();

private:
    void compare();
    void showRankings(const RankingComparison& found);
    void fillTable(const RunRecord& first, const RunRecord& second);
    void addLine(const QString& title, const QString& first, const QString& second);
    void showCurves(const RunRecord& first, const RunRecord& second);

    ProjectSession& session_;
    const RunId first_;
    const RunId second_;
    QLabel* words_;
    QTableWidget* table_;
    LossPlot* plot_;
    RocPlot* roc_;
};

}  // namespace segad::ui
