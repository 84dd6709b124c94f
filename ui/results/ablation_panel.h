// Forest kinds and sets of detectors side by side with the bare detectors, over the paper's seeds: who is
// best, by how much, and whether so few bad parts can tell. Made by a job, kept with the project.
#pragma once

#include "core/workflow/stored_reports.h"
#include "ui/results/report_panel.h"

class QComboBox;

namespace segad::ui {

class IntervalPlot;

class AblationPanel : public ReportPanel {
    Q_OBJECT

public:
    explicit AblationPanel(ProjectSession& session, QWidget* parent = nullptr);

    const std::optional<StoredAblation>& stored() const { return stored_; }

private:
    void read() override;
    void compute() override;
    void fill() override;
    PlotFile exportable() const override;
    bool isShown(const AblationRow& row) const;
    QString title(const AblationRow& row) const;
    /// Who is best, and whether that is more than the best bare detector, in a sentence.
    QString verdict() const;
    void addRow(const AblationRow& row);

    QComboBox* kinds_;
    IntervalPlot* plot_;
    std::optional<StoredAblation> stored_;
};

}  // namespace segad::ui
