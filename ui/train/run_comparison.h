// Two runs side by side: what made them, with the differences marked, what came of them, and both courses
// in one plot.
#pragma once

#include <QDialog>

#include "core/project/records.h"

class QTableWidget;

namespace segad::ui {

class LossPlot;
class ProjectSession;

class RunComparison : public QDialog {
    Q_OBJECT

public:
    RunComparison(ProjectSession& session, RunId first, RunId second, QWidget* parent = nullptr);

private:
    void fillTable(const RunRecord& first, const RunRecord& second);
    void addLine(const QString& title, const QString& first, const QString& second);
    void showCurves(const RunRecord& first, const RunRecord& second);
    QString verdict(const RunRecord& first, const RunRecord& second) const;

    ProjectSession& session_;
    QTableWidget* table_;
    LossPlot* plot_;
};

}  // namespace segad::ui
