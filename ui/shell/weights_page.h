// Settings ▸ Weights: which backbone weights there are, importing more, and making a compact backbone.
#pragma once

#include <QWidget>

#include "ui/session/distil_run.h"

class QLabel;
class QTableWidget;

namespace segad::ui {

class DistilCard;
class JobQueue;

class WeightsPage : public QWidget {
    Q_OBJECT

public:
    /// `work` makes the compact backbone.
    explicit WeightsPage(JobQueue& jobs, DistilRun::Work work = distil, QWidget* parent = nullptr);

private:
    void fill();
    void importFile();

    JobQueue& jobs_;
    QTableWidget* table_;
    QLabel* message_;
    DistilCard* distil_;
    quint64 job_ = 0;
};

}  // namespace segad::ui
