// One open project: workspaces in the middle, gallery and part panel in docks around them.
//
// Life:    made with the viewer and the panels; buildMore() adds one workspace after another, so that no step
// is
//          long. Until it says that there are no more, only that may be called.
#pragma once

#include <QMainWindow>

#include "core/dataset/part.h"

class QAction;
class QActionGroup;
class QDockWidget;
class QSplitter;
class QStackedWidget;
class QToolBar;

namespace segad::ui {

class EmptyState;
class Gallery;
class MessageLog;
class PartPanel;
class ProjectSession;
class ResultsPanel;
class TrainPanel;
class ViewerPanel;
enum class NextStep;

/// Arrangements that come with the program.
enum class LayoutPreset { Labelling, Comparing, Training };

class ProjectView : public QMainWindow {
    Q_OBJECT

public:
    ProjectView(ProjectSession& session, MessageLog& messages, QWidget* parent = nullptr);

    /// Adds the next workspace; false when all are there.
    bool buildMore();

    /// Actions of the workspaces, in the order of their keys.
    QList<QAction*> workspaceActions() const;
    QList<QAction*> labelActions() const { return labelActions_; }
    QList<QAction*> viewActions() const;
    QList<QAction*> regionActions() const;
    int workspace() const;
    /// What a workspace has beside the viewer.
    QWidget& page(int workspace) const;
    void setWorkspace(int index);
    /// Goes where the step is done.
    void showStep(NextStep step);

    /// What brings the first parts, for a project without any.
    void offerImport(QAction* import);

    /// The keys go to the parts, not to the first field that happens to take text.
    void focusParts();

    /// Docks and the share of each workspace beside the viewer, for the next start. A layout of another
    /// version of the window is not restored.
    QByteArray saveLayout();
    void restoreLayout(const QByteArray& layout);
    void resetLayout();
    void arrange(LayoutPreset preset);
    /// The layout and the workspace, to be kept under a name.
    QByteArray arrangement();
    void applyArrangement(const QByteArray& arrangement);

    QAction* resetAction() const { return reset_; }
    /// Shows or hides the messages.
    QAction* messagesAction() const;
    /// What F6 goes round: the docks, the workspace and the viewer.
    QList<QWidget*> panes() const;

private:
    void buildFrame();
    void addWorkspace(const QString& iconName, const QString& text, const QString& tip, const QString& key,
                      QWidget* page);
    QWidget* makeSegmentsPanel();
    void buildDocks(MessageLog& messages);
    QDockWidget* addDock(const QString& name, const QString& title, QWidget* content,
                         Qt::DockWidgetArea area);
    void addToggle(QDockWidget* dock, const QString& text, const QString& tip, const QString& key);
    void showWorkspace(int index);
    /// The workspaces, or what to do first while there are no parts.
    void showWhatThereIs();
    /// While parts of a line are inspected, those of the project are out of sight.
    void setDocksAside(bool aside);
    void noteShare();
    void applyShare();
    void buildLabelActions();

    ProjectSession& session_;
    QStackedWidget* center_;  ///< what to do first, or the workspaces
    EmptyState* empty_;
    QSplitter* split_;
    QStackedWidget* pages_;
    QActionGroup* workspaces_;
    QToolBar* bar_;
    TrainPanel* train_ = nullptr;
    ResultsPanel* results_ = nullptr;
    Gallery* gallery_;
    PartPanel* part_;
    ViewerPanel* viewer_;
    QDockWidget* galleryDock_ = nullptr;
    QDockWidget* partDock_ = nullptr;
    QDockWidget* messagesDock_ = nullptr;
    QList<QDockWidget*> aside_;  ///< hidden by setDocksAside()
    QList<double> shares_;       ///< per workspace: its part of the width it has together with the viewer
    QList<QAction*> labelActions_;
    QList<QAction*> layoutActions_;
    QAction* reset_ = nullptr;
};

}  // namespace segad::ui
