// Settings ▸ Weights: makes a compact backbone that sees what an imported one sees (segad distil), and shows
// how far it is. The work itself belongs to DistilRun: this card may be closed and opened again meanwhile.
#pragma once

#include <QWidget>
#include <optional>

#include "core/workflow/distil_plan.h"
#include "ui/session/distil_run.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QSpinBox;

namespace segad::ui {

class LossPlot;

class DistilCard : public QWidget {
    Q_OBJECT

public:
    explicit DistilCard(JobQueue& jobs, DistilRun::Work work = distil, QWidget* parent = nullptr);

    /// As the fields are filled in.
    DistilRequest request() const;

    /// Offers the teachers that are imported now.
    void fillTeachers();

Q_SIGNALS:
    /// A backbone was made and imported.
    void backboneMade();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Fills in what was asked for last, when this queue has made one already.
    void showLast();
    QWidget* form();
    QWidget* course();
    void connectFields();
    void chooseImages();
    void chooseFile();
    /// Another kind of network: other teachers, another name, other steps.
    void changeStudent();
    void followName();
    void readCheckpoint();
    void showState();
    void showPlan();
    void showRun();
    void start();
    /// What keeps the request from being carried out; empty when nothing does.
    QString obstacle() const;
    bool goesOn() const;
    std::string student() const;
    /// What to know about the chosen teacher, with a blank before it; mostly empty.
    QString remark() const;

    DistilRun& run_;
    DistilRun::Work work_;
    QComboBox* student_;
    QComboBox* teacher_;
    QLineEdit* images_;
    QSpinBox* steps_;
    QSpinBox* seed_;
    QLineEdit* name_;
    QLineEdit* file_;
    QLabel* hint_;
    LossPlot* plot_;
    QProgressBar* progress_;
    QLabel* state_;
    QAction* chooseImages_;
    QAction* chooseFile_;
    QAction* start_;
    QAction* stop_;
    QString shownName_;  ///< that the file was last named after
    std::optional<DistilCheckpoint> checkpoint_;
    QString checkpointProblem_;
};

}  // namespace segad::ui
