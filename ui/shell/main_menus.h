// The window's menu bar and the actions behind it: those of the frame, which are always there, and the menus
// that an open project fills. What the frame's actions do is the window's.
//
// Life: made anew when the language changes; its actions and menus go with it.
#pragma once

#include <QCoreApplication>
#include <functional>

class QAction;
class QMainWindow;
class QMenu;

namespace segad::ui {

class ProjectSession;
class ProjectView;

class MainMenus {
    // People's own keys and the translations are kept under the name of the window.
    Q_DECLARE_TR_FUNCTIONS(segad::ui::MainWindow)

public:
    /// Of the frame. They belong to the window.
    struct Actions {
        QAction* newProject;
        QAction* open;
        QAction* inspect;
        QAction* import;
        QAction* settings;
        QAction* close;
        QAction* quit;
        QAction* fullScreen;
        QAction* nextPane;
        QAction* previousPane;
        QAction* keys;
        QAction* about;
    };

    /// `window` gets the menu bar, and outlives the menus.
    explicit MainMenus(QMainWindow& window);
    ~MainMenus();
    MainMenus(const MainMenus&) = delete;
    MainMenus& operator=(const MainMenus&) = delete;

    const Actions& actions() const { return actions_; }
    /// The projects that the settings remember; `open` is called with the file of the chosen one.
    void fillRecent(const std::function<void(const QString& file)>& open);
    /// Shows the menus of an open project, once for each.
    void addProject(ProjectSession& session, ProjectView& view);
    /// Hides them; to be called before their project goes.
    void clearProject();

private:
    void buildFile();
    void buildProject();
    void buildHelp();
    QList<QMenu*> projectMenus() const { return {edit_, label_, regions_, view_, go_}; }

    QMainWindow& window_;
    Actions actions_{};
    QMenu* recent_ = nullptr;
    QMenu* edit_ = nullptr;
    QMenu* label_ = nullptr;
    QMenu* regions_ = nullptr;
    QMenu* view_ = nullptr;
    QMenu* go_ = nullptr;
};

}  // namespace segad::ui
