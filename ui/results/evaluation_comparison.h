// Two stored evaluations side by side: both ROC curves as they were stored, which ranks the parts better that
// both test (with a paired test), and what changed between them in settings, roles of parts and labels. A
// click on a part goes to it.
#pragma once

#include <QDialog>

#include "core/workflow/evaluation_comparison.h"

class QLabel;
class QTabWidget;

namespace segad::ui {

class ProjectSession;
class RocPlot;

class EvaluationComparisonDialog : public QDialog {
    Q_OBJECT

public:
    EvaluationComparisonDialog(ProjectSession& session, EvaluationId first, EvaluationId second,
                               QWidget* parent = nullptr);

Q_SIGNALS:
    /// All is shown, or what went wrong.
    void compared();

private:
    void compare();
    void showComparison(const EvaluationComparison& found);
    QString verdict(const EvaluationComparison& found) const;
    QWidget* settingsTable(const EvaluationComparison& found);
    /// One row a part: its path, what it was, what it is.
    QWidget* partsTable(const QString& name, const std::vector<PartId>& parts,
                        const std::vector<QStringList>& rows);

    ProjectSession& session_;
    const EvaluationId first_;
    const EvaluationId second_;
    QLabel* words_;
    RocPlot* roc_;
    QTabWidget* changes_;
};

}  // namespace segad::ui
