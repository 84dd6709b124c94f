// One open project: workspaces in the middle, gallery and part panel in docks around them.
#pragma once

#include <QMainWindow>

#include "core/dataset/part.h"

class QAction;
class QActionGroup;
class QStackedWidget;

namespace segad::ui {

class Gallery;
class PartPanel;
class ProjectSession;
class ViewerPanel;

class ProjectView : public QMainWindow {
    Q_OBJECT

public:
    explicit ProjectView(ProjectSession& session, QWidget* parent = nullptr);

    /// Actions of the workspaces, in the order of their keys.
    QList<QAction*> workspaceActions() const;
    QList<QAction*> labelActions() const { return labelActions_; }
    QList<QAction*> viewActions() const;
    int workspace() const;
    void setWorkspace(int index);

private:
    void addWorkspace(const QString& iconName, const QString& text, const QString& tip, const QString& key,
                      QWidget* page);
    void buildDocks();
    void buildLabelActions();
    void label(Label label);

    ProjectSession& session_;
    QStackedWidget* pages_;
    QActionGroup* workspaces_;
    Gallery* gallery_;
    PartPanel* part_;
    ViewerPanel* viewer_;
    QList<QAction*> labelActions_;
    QAction* autoAdvance_ = nullptr;
};

}  // namespace segad::ui
