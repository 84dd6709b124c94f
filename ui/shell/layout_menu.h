// View ▸ Layout: three arrangements of the window that come with the program, and those the user has kept
// under a name.
#pragma once

#include <QMenu>

namespace segad::ui {

class ProjectView;

class LayoutMenu : public QMenu {
    Q_OBJECT

public:
    explicit LayoutMenu(ProjectView& view, QWidget* parent = nullptr);

    /// Keeps how the window is arranged now; a layout of that name is replaced.
    void keep(const QString& name);

private:
    void addPresets();
    void fill();
    void askName();

    ProjectView& view_;
    QMenu* delete_;
    QList<QAction*> own_;
};

}  // namespace segad::ui
