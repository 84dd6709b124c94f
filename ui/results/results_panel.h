// The Results workspace: every stored evaluation with its figures and the ROC of those selected, read from
// the project file, beside that of the live forest; the thresholds and what they do; what to label next.
#pragma once

#include <QThreadPool>
#include <QWidget>
#include <vector>

#include "ui/widgets/roc_plot.h"

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QTableWidget;

namespace segad::ui {

class CurvePair;
class ErrorLinks;
class ProjectSession;

class ResultsPanel : public QWidget {
    Q_OBJECT

public:
    /// `train` leads to the workspace where detectors are trained.
    ResultsPanel(ProjectSession& session, QAction* train, QWidget* parent = nullptr);
    ~ResultsPanel() override;

    /// A panel has many pages, and the window should answer in between: builds one more; false when there are
    /// all.
    bool buildMore();

protected:
    /// The live forest is fitted only while somebody looks.
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QSplitter* buildCurves();
    void fill();
    void showLive();
    void showSelected();
    void showCurves();
    /// Marks those of the first forest among the selected.
    void showThresholds();
    const EvaluationRecord* shownEvaluation(std::size_t curve) const;
    /// The parts that a threshold of a curve gets wrong.
    void showErrors(int curve, double threshold);
    void evaluate();

    ProjectSession& session_;
    QThreadPool pool_;
    QStackedWidget* pages_;
    QTabWidget* tabs_;
    QLabel* liveWords_;
    QTableWidget* table_;
    CurvePair* plots_;
    ErrorLinks* errors_;
    QLabel* details_;
    QAction* evaluate_;
    QAction* export_;
    std::vector<qlonglong> shown_;       ///< evaluation ids the table holds
    std::vector<RocCurve> curves_;       ///< of those selected
    std::vector<EvaluationId> curveOf_;  ///< the evaluation of curves_[i]
};

}  // namespace segad::ui
