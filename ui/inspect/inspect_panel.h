// The Inspect workspace: a folder goes through the open project or through a package, each part gets a
// verdict that is seen at once, and everything stays readable afterwards. Works without a project, too: a
// line has only a package.
#pragma once

#include <QThreadPool>
#include <QWidget>

#include "ui/inspect/line_live.h"

class QAction;
class QLabel;
class QStackedWidget;
class QTabWidget;

namespace segad::ui {

class HistoryPanel;
class InspectForm;
class LineView;
class OperatorWindow;
class PackageMaker;
class PartScorer;
class ProjectSession;
class Rulings;
class VerdictSounds;

class InspectPanel : public QWidget {
    Q_OBJECT

public:
    /// `train` leads to the workspace where detectors are trained. `work` inspects.
    InspectPanel(ProjectSession& session, QAction* train, LineLive::Work work = inspect,
                 QWidget* parent = nullptr);
    /// Without a project.
    explicit InspectPanel(JobQueue& jobs, LineLive::Work work = inspect, QWidget* parent = nullptr);
    ~InspectPanel() override;

    LineLive& live() { return live_; }
    InspectForm& form() { return *form_; }
    HistoryPanel& history() { return *history_; }
    /// Begins with what the form says.
    void start();
    /// Fills the screen; null while it is not shown.
    OperatorWindow* showOperator();
    OperatorWindow* operatorWindow() const;

Q_SIGNALS:
    /// The line shows what was stored before the program was started, if there was anything.
    void restored();
    /// What went wrong, to which part, and what to do: without a session to report it.
    void errorOccurred(const QString& what, const QString& about, const QString& remedy);

protected:
    /// A folder or package that is dropped here is one to inspect, not one to import.
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    InspectPanel(JobQueue& jobs, ProjectSession* session, QAction* train, LineLive::Work work,
                 QWidget* parent);
    void makeActions();
    QWidget* makeLine();
    void refresh();
    void showStore();
    /// Shows what the last inspection has stored, until one is begun.
    void restoreLine();
    Path store() const;
    void showJudge();
    bool projectJudges() const;
    bool isReady() const;
    void rule(const RecentParts::Part& part, std::optional<Label> label);
    void watchView(LineView& view);
    void onSessionChanged();
    void onLiveChanged();

    JobQueue& jobs_;
    ProjectSession* session_;
    LineLive::Work work_;
    LineLive& live_;
    QAction* start_ = nullptr;
    QAction* stop_ = nullptr;
    QAction* operator_ = nullptr;
    QAction* judge_ = nullptr;
    QThreadPool pool_;
    Path restored_;  ///< store of which the line was restored
    Rulings* rulings_;
    PartScorer* scorer_;
    VerdictSounds* sounds_;
    QStackedWidget* pages_;  ///< what to do first, or the workspace
    QTabWidget* tabs_;
    InspectForm* form_;
    QLabel* what_;
    LineView* view_;
    HistoryPanel* history_;
    PackageMaker* packages_ = nullptr;  ///< only with a project
    std::size_t inspections_ = 0;       ///< of the session, when they were last looked at
};

}  // namespace segad::ui
