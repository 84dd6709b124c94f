// Settings ▸ Weights: which backbone weights are imported, and importing more.
#pragma once

#include <QWidget>

class QLabel;
class QTableWidget;

namespace segad::ui {

class JobQueue;

class WeightsPage : public QWidget {
    Q_OBJECT

public:
    explicit WeightsPage(JobQueue& jobs, QWidget* parent = nullptr);

private:
    void fill();
    void importFile();

    JobQueue& jobs_;
    QTableWidget* table_;
    QLabel* message_;
    quint64 job_ = 0;
};

}  // namespace segad::ui
