// Where the two thresholds of a run lie and what they do: histogram, sweep and ROC with thresholds to drag,
// parts by label and verdict, the three rates with their intervals, and a goal that the thresholds follow.
//
// Threads: GUI thread; scores are read on another one, and so are thresholds that follow a goal.
#pragma once

#include <QThreadPool>
#include <QWidget>
#include <optional>

#include "core/workflow/threshold_goal.h"

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace segad::ui {

class ErrorLinks;
class GoalForm;
class ProjectSession;
class ScorePlots;
class VerdictTables;

class DecisionPanel : public QWidget {
    Q_OBJECT

public:
    explicit DecisionPanel(ProjectSession& session, QWidget* parent = nullptr);
    ~DecisionPanel() override;

    /// As shown; not yet stored.
    std::pair<double, double> thresholds() const { return {review_, reject_}; }
    const std::optional<GoalThresholds>& judged() const { return judged_; }

Q_SIGNALS:
    /// Scores, thresholds or both are new.
    void judgedAnew();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fillRuns();
    /// Scores or labels have changed: they are read now, or when somebody looks.
    void becomeStale();
    /// Reads the scores of the run that is chosen; thresholds that were moved by hand stay.
    void read();
    void take(RunId run, const segad::RunScores& scores);
    void setThresholds(double review, double reject);
    void judge();
    void followGoal();
    void use();
    /// Shows the parts with scores in [from, to], of one label if there is one, in the gallery.
    void showParts(std::optional<double> from, std::optional<double> to, std::optional<Label> label);
    RunId run() const;
    JudgedParts parts() const;

    ProjectSession& session_;
    QThreadPool pool_;
    QComboBox* runs_;
    QComboBox* parts_;
    ScorePlots* plots_;
    ErrorLinks* errors_;
    QDoubleSpinBox* reviewBox_;
    QDoubleSpinBox* rejectBox_;
    VerdictTables* tables_;
    QLabel* words_;
    GoalForm* goal_;
    QAction* find_;
    QAction* use_;
    QAction* export_;
    ScoreSets scores_;
    std::vector<RankedPart> ranked_;  ///< the same, with the parts
    RunId shownRun_ = 0;
    double review_ = 0;
    double reject_ = 0;
    bool stale_ = true;
    bool moved_ = false;      ///< away from what is stored
    bool fromGoal_ = false;   ///< they are those of the goal
    quint64 generation_ = 0;  ///< of what was asked for
    std::optional<GoalThresholds> judged_;
    QStringList notes_;
};

}  // namespace segad::ui
