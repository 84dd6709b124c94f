// Every run of the project with what made it and what came of it: filter, compare two, go on with a stopped
// training, delete (undone with Ctrl+Z until the project is closed), and the course of a training.
#pragma once

#include <QWidget>
#include <vector>

#include "core/project/records.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace segad::ui {

class LossPlot;
class ProjectSession;

class RunsPanel : public QWidget {
    Q_OBJECT

public:
    explicit RunsPanel(ProjectSession& session, QWidget* parent = nullptr);

    /// In the order of the table.
    std::vector<RunId> selectedRuns() const;

Q_SIGNALS:
    /// A training was put into the queue again.
    void resumed();

private:
    QWidget* filterRow();
    QWidget* toolRow();
    void fill();
    void addRun(const RunRecord& run);
    void select(const std::vector<RunId>& runs);
    void showSelection();
    void showCourse();
    bool isShown(const RunRecord& run) const;
    void compare();
    void comparePrecisions();
    void resume();
    void remove();

    ProjectSession& session_;
    QLineEdit* filter_;
    QComboBox* kinds_;
    QTableWidget* table_;
    QLabel* note_;
    LossPlot* plot_;
    QAction* show_;
    QAction* compare_;
    QAction* precision_;
    QAction* resume_;
    QAction* remove_;
};

}  // namespace segad::ui
