// Whether more bad labels would help: AUROC against the number of bad parts a forest learns from, mean and
// deviation over the paper's seeds, beside the bare detectors. Made by a job, kept with the project.
#pragma once

#include "core/workflow/stored_reports.h"
#include "ui/results/report_panel.h"

namespace segad::ui {

class LearningPlot;

class LearningPanel : public ReportPanel {
    Q_OBJECT

public:
    explicit LearningPanel(ProjectSession& session, QWidget* parent = nullptr);

    const std::optional<StoredCurve>& stored() const { return stored_; }

private:
    void read() override;
    void compute() override;
    void fill() override;
    PlotFile exportable() const override;
    /// What the last doubling of labels has brought, in a sentence.
    QString verdict() const;

    LearningPlot* plot_;
    std::optional<StoredCurve> stored_;
};

}  // namespace segad::ui
