// Whether more bad labels would help: AUROC against the number of bad parts a forest learns from, mean and
// deviation over the paper's seeds, beside the bare detectors. Made by a job, kept with the project.
#pragma once

#include <QWidget>
#include <optional>

#include "core/workflow/stored_reports.h"

class QAction;
class QLabel;
class QPushButton;
class QTableWidget;

namespace segad::ui {

class LearningPlot;
class ProjectSession;
class SeenReader;

class LearningPanel : public QWidget {
    Q_OBJECT

public:
    explicit LearningPanel(ProjectSession& session, QWidget* parent = nullptr);

    const std::optional<StoredCurve>& stored() const { return stored_; }

Q_SIGNALS:
    /// What the project keeps has been read.
    void filled();

private:
    void read();
    void compute();
    void display();
    /// What the last doubling of labels has brought, in a sentence.
    QString verdict() const;

    ProjectSession& session_;
    SeenReader* reader_;
    QLabel* verdict_;
    QLabel* words_;
    LearningPlot* plot_;
    QTableWidget* table_;
    QAction* compute_;
    QPushButton* export_;
    std::optional<StoredCurve> stored_;
    QString problem_;
};

}  // namespace segad::ui
