// The queue: what runs and what waits, each with progress and remaining time; pause, stop, and another
// order. Below it the course of the training that is selected, or of the one that runs.
#pragma once

#include <QWidget>
#include <functional>

#include "ui/session/job_queue.h"

class QAction;
class QLabel;
class QTableWidget;

namespace segad::ui {

class LossPlot;
class TrainingWatch;

class QueuePanel : public QWidget {
    Q_OBJECT

public:
    explicit QueuePanel(JobQueue& jobs, QWidget* parent = nullptr);

    /// Says in words how well the training of a job ranks the parts by now; empty when nobody can tell.
    void setResults(std::function<QString(quint64 job)> resultOf);
    /// Shows course and result anew.
    void showCourse();

private:
    QWidget* toolRow();
    void fill();
    void showRow(int row, const JobView& job);
    void showActions();
    /// The selected job, else the running one; nullptr when there is none.
    const JobView* chosen() const;
    /// What the curve belongs to: chosen(), else the training that was over last.
    const JobView* watched() const;
    void togglePause();
    void move(int places);
    QString courseText(const JobView& job) const;

    JobQueue& jobs_;
    TrainingWatch& trainings_;
    QTableWidget* table_;
    QLabel* empty_;
    QLabel* course_;
    QLabel* result_;
    std::function<QString(quint64)> resultOf_;
    LossPlot* plot_;
    QAction* pause_;
    QAction* cancel_;
    QAction* up_;
    QAction* down_;
};

}  // namespace segad::ui
