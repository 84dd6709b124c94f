#include "ui/shell/main_menus.h"

#include <QDir>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenuBar>

#include "ui/data/label_tables.h"
#include "ui/data/mask_actions.h"
#include "ui/session/project_session.h"
#include "ui/shell/layout_menu.h"
#include "ui/shell/project_view.h"
#include "ui/shell/settings.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

MainMenus::MainMenus(QMainWindow& window) : window_(window) {
    window_.setMenuBar(new QMenuBar);
    window_.menuBar()->show();  // now: keys only reach menus that are seen
    buildFile();
    buildProject();
    buildHelp();
    clearProject();
}

MainMenus::~MainMenus() {
    qDeleteAll(window_.findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    qDeleteAll(window_.findChildren<QAction*>(Qt::FindDirectChildrenOnly));
}

void MainMenus::buildFile() {
    QMenu* file = window_.menuBar()->addMenu(tr("&File"));
    actions_.newProject = makeAction(&window_, QStringLiteral("new"), tr("&New project …"),
                                     tr("Make a project for a folder of images"), QStringLiteral("Ctrl+N"));
    actions_.open = makeAction(&window_, QStringLiteral("folder"), tr("&Open project …"),
                               tr("Open a project file"), QStringLiteral("Ctrl+O"));
    actions_.import = makeAction(&window_, QStringLiteral("import"), tr("&Import images …"),
                                 tr("Add a folder of images to this project"), QStringLiteral("Ctrl+I"));
    actions_.close = makeAction(&window_, QStringLiteral("clear"), tr("&Close project"),
                                tr("Back to the start page"), QStringLiteral("Ctrl+W"));
    actions_.quit = makeAction(&window_, QStringLiteral("quit"), tr("&Quit"),
                               tr("Close the window; everything is saved already"), QStringLiteral("Ctrl+Q"));
    actions_.inspect = makeAction(&window_, QStringLiteral("inspect"), tr("Inspect &with a package …"),
                                  tr("Judge parts on a line, without a project"), QStringLiteral("F12"));
    actions_.settings = makeAction(&window_, QStringLiteral("settings"), tr("&Settings …"),
                                   tr("Weights and appearance"), QStringLiteral("Ctrl+,"));
    recent_ = new QMenu(tr("Open &recent"), &window_);
    recent_->setToolTipsVisible(true);
    file->addAction(actions_.newProject);
    file->addAction(actions_.open);
    file->addMenu(recent_);
    file->addAction(actions_.inspect);
    file->addSeparator();
    file->addAction(actions_.import);
    file->addAction(actions_.close);
    file->addSeparator();
    file->addAction(actions_.settings);
    file->addSeparator();
    file->addAction(actions_.quit);
}

void MainMenus::buildProject() {
    edit_ = window_.menuBar()->addMenu(tr("&Edit"));
    label_ = window_.menuBar()->addMenu(tr("&Label"));
    regions_ = window_.menuBar()->addMenu(tr("&Paint"));
    view_ = window_.menuBar()->addMenu(tr("&View"));
    go_ = window_.menuBar()->addMenu(tr("&Workspace"));
    actions_.fullScreen = makeAction(&window_, QStringLiteral("fit-view"), tr("Full screen"),
                                     tr("Use the whole screen"), QStringLiteral("F11"));
    actions_.fullScreen->setCheckable(true);
    actions_.fullScreen->setChecked(window_.isFullScreen());
    actions_.nextPane = makeAction(&window_, QString(), tr("Next panel"),
                                   tr("Give the keys to the next panel"), QStringLiteral("F6"));
    actions_.previousPane = makeAction(&window_, QString(), tr("Previous panel"),
                                       tr("Give the keys to the panel before"), QStringLiteral("Shift+F6"));
}

void MainMenus::buildHelp() {
    QMenu* help = window_.menuBar()->addMenu(tr("&Help"));
    actions_.keys = makeAction(&window_, QStringLiteral("keys"), tr("&Keys"), tr("All keys on one sheet"),
                               QStringLiteral("F1"));
    actions_.about = makeAction(&window_, QStringLiteral("app-mark"), tr("&About SegAD Studio"),
                                tr("Version and licence"), QStringLiteral("Shift+F1"));
    help->addAction(actions_.keys);
    help->addAction(actions_.about);
}

void MainMenus::fillRecent(const std::function<void(const QString& file)>& open) {
    recent_->clear();
    for (const settings::RecentProject& project : settings::recentProjects()) {
        const QString file = project.file;
        QAction* action = recent_->addAction(QFileInfo(file).completeBaseName());
        action->setToolTip(QDir::toNativeSeparators(file));
        QObject::connect(action, &QAction::triggered, &window_, [open, file] { open(file); });
    }
    recent_->setEnabled(!recent_->isEmpty());
}

void MainMenus::addProject(ProjectSession& session, ProjectView& view) {
    QAction* undo = session.undoStack().createUndoAction(&view, tr("&Undo"));
    QAction* redo = session.undoStack().createRedoAction(&view, tr("&Redo"));
    KeyMap::instance().bind(undo, QStringLiteral("MainWindow/undo"), QKeySequence(QStringLiteral("Ctrl+Z")),
                            tr("Take back the last label or defect type"));
    KeyMap::instance().bind(redo, QStringLiteral("MainWindow/redo"),
                            QKeySequence(QStringLiteral("Ctrl+Shift+Z")),
                            tr("Set again what was taken back"));
    for (QMenu* menu : projectMenus()) {
        menu->clear();
        menu->menuAction()->setVisible(true);
    }
    edit_->addActions({undo, redo});
    label_->addActions(view.labelActions());
    label_->addSeparator();
    label_->addActions((new LabelTables(session, &view))->actions());
    regions_->addActions(view.regionActions());
    regions_->addSeparator();
    regions_->addActions((new MaskActions(session, &view))->actions());
    view_->addActions(view.viewActions());
    view_->addSeparator();
    view_->addMenu(new LayoutMenu(view, &view));
    view_->addActions({actions_.nextPane, actions_.previousPane, actions_.fullScreen});
    go_->addActions(view.workspaceActions());
    actions_.import->setEnabled(!session.isReadOnly());
    actions_.nextPane->setEnabled(true);
    actions_.previousPane->setEnabled(true);
}

void MainMenus::clearProject() {
    for (QMenu* menu : projectMenus()) {
        menu->clear();
        menu->menuAction()->setVisible(false);
    }
    actions_.import->setEnabled(false);
    actions_.nextPane->setEnabled(false);
    actions_.previousPane->setEnabled(false);
}

}  // namespace segad::ui
