// Forest kinds and sets of detectors side by side with the bare detectors, over the paper's seeds: who is
// best, by how much, and whether so few bad parts can tell. Made by a job, kept with the project.
#pragma once

#include <QWidget>
#include <optional>

#include "core/workflow/stored_reports.h"

class QAction;
class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace segad::ui {

class IntervalPlot;
class ProjectSession;
class SeenReader;

class AblationPanel : public QWidget {
    Q_OBJECT

public:
    explicit AblationPanel(ProjectSession& session, QWidget* parent = nullptr);

    const std::optional<StoredAblation>& stored() const { return stored_; }

Q_SIGNALS:
    /// What the project keeps has been read.
    void filled();

private:
    void read();
    void compute();
    void display();
    bool isShown(const AblationRow& row) const;
    QString title(const AblationRow& row) const;
    /// Who is best, and whether that is more than the best bare detector, in a sentence.
    QString verdict() const;
    void addRow(const AblationRow& row);

    ProjectSession& session_;
    SeenReader* reader_;
    QLabel* verdict_;
    QLabel* words_;
    QComboBox* kinds_;
    IntervalPlot* plot_;
    QTableWidget* table_;
    QAction* compute_;
    QPushButton* export_;
    std::optional<StoredAblation> stored_;
    QString problem_;
};

}  // namespace segad::ui
