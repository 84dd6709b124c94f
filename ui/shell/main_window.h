// The frame: menus, start page or open project, job bar. It frames and wires; workspaces own themselves.
#pragma once

#include <QMainWindow>
#include <QPointer>
#include <memory>

#include "core/base/file.h"

class QStackedWidget;

namespace segad::ui {

class Importing;
class InspectPanel;
class JobQueue;
class MainMenus;
class MessageLog;
class ProjectPage;
class ProjectSession;
class ProjectView;
class StartPage;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    void openProject(const QString& file);
    /// Shows what is in the folder and imports it when the user agrees. A project must be open.
    void importFolder(const QString& folder);
    /// Inspects without a project: shows the line with this package and folder, and begins when both are
    /// given. An open project is closed. `operatorMode`: on the whole screen at once.
    void inspectWith(const QString& package, const QString& folder, bool operatorMode);
    /// What inspects without a project; null when it is not shown.
    InspectPanel* station() const { return station_; }
    /// The open project, null on the start page.
    ProjectSession* session() { return session_.get(); }
    ProjectView* view() { return view_; }
    MessageLog& messages() { return *messages_; }

Q_SIGNALS:
    /// The project's lists are on the screen.
    void projectShown();
    /// It could not be opened; `words` are on the start page.
    void projectRefused(const QString& words);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildMenus();
    void buildStart();
    /// Start page and menus, and the project's page when one is open, in the language that is spoken now.
    void rebuild();
    void replaceProject();
    void rebuildFrame();
    /// Builds the page of the open project out of sight, then calls `then`.
    void prepareProject(void (MainWindow::*then)());
    /// Puts what was prepared on the screen.
    void showProject();
    void dropProject();
    /// The page of the project, out of the window; the caller deletes it before the session.
    ProjectPage* takePage();
    void chooseStation();
    void showStation();
    void dropStation();
    void allowClosing();
    void fillRecent();
    void fillRecentMenu();
    void chooseProject();
    void closeProject();
    void onOpened();
    void onPrepared();
    void onCreated(const QString& project, const QString& folder);
    void onOpenFailed(const QString& message);
    void refuse(const QString& message);
    void onPanes(bool forward);
    void showKeys();
    void showSettings();
    void showAbout();
    void rememberPlace();

    QStackedWidget* pages_;
    std::unique_ptr<MainMenus> menus_;
    StartPage* start_;
    Importing* importing_;
    std::unique_ptr<JobQueue> settingsJobs_;  ///< weights can be imported before a project is open
    std::unique_ptr<MessageLog> messages_;    ///< of everything since the window was opened
    std::unique_ptr<ProjectSession> session_;
    ProjectPage* page_ = nullptr;    ///< of the open project; null on the start page
    ProjectPage* next_ = nullptr;    ///< being built, and not yet shown
    ProjectView* view_ = nullptr;    ///< of page_
    QPointer<ProjectPage> leaving_;  ///< in the language before, about to be deleted
    InspectPanel* station_ = nullptr;
    bool rebuilding_ = false;  ///< a rebuild is under way or queued
    QString leftOpen_;         ///< open when the program was killed; empty when that is settled
    QString folderToImport_;   ///< dropped or given before the project was open
};

}  // namespace segad::ui
