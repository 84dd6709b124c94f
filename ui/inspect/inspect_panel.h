// The Inspect workspace: a folder of new parts goes through the project's newest forest; verdicts, counts
// and the parts behind them.
#pragma once

#include <QWidget>

#include "core/project/records.h"

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableWidget;

namespace segad::ui {

class ProjectSession;

class InspectPanel : public QWidget {
    Q_OBJECT

public:
    /// `train` leads to the workspace where detectors are trained.
    InspectPanel(ProjectSession& session, QAction* train, QWidget* parent = nullptr);

protected:
    /// A folder that is dropped here is one to inspect, not one to import.
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* countersRow();
    void chooseFolder();
    void inspect();
    void fillInspections();
    void showInspection();
    bool isReady() const;

    ProjectSession& session_;
    QLineEdit* folder_;
    QCheckBox* report_;
    QAction* inspect_;
    QStackedWidget* pages_;  ///< what to do first, or the workspace
    QLabel* note_;
    QComboBox* inspections_;
    QWidget* counters_;
    QLabel* pass_;
    QLabel* review_;
    QLabel* reject_;
    QLabel* failed_;
    QTableWidget* parts_;
};

}  // namespace segad::ui
