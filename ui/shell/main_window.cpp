#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "core/workflow/workflows.h"
#include "ui/data/import_dialog.h"
#include "ui/data/label_tables.h"
#include "ui/data/mask_actions.h"
#include "ui/session/message_log.h"
#include "ui/session/project_session.h"
#include "ui/shell/job_bar.h"
#include "ui/shell/layout_menu.h"
#include "ui/shell/panes.h"
#include "ui/shell/project_notices.h"
#include "ui/shell/project_view.h"
#include "ui/shell/settings.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/shell/start_page.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
QString fileFilter() {
    return MainWindow::tr("SegAD projects (*%1)").arg(QLatin1String(Project::kSuffix));
}

QString withSuffix(QString file) {
    if (!file.endsWith(QLatin1String(Project::kSuffix))) file += QLatin1String(Project::kSuffix);
    return file;
}

/// The one local path that is dragged, when it is a folder or a project.
QString droppedPath(const QMimeData* data) {
    if (!data->hasUrls() || data->urls().isEmpty()) return {};
    const QFileInfo info(data->urls().front().toLocalFile());
    const bool usable = info.isDir() || info.fileName().endsWith(QLatin1String(Project::kSuffix));
    return usable ? info.absoluteFilePath() : QString();
}
}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      pages_(new QStackedWidget),
      start_(nullptr),
      settingsJobs_(std::make_unique<JobQueue>()),
      messages_(std::make_unique<MessageLog>()) {
    leftOpen_ = settings::takeLeftOpenProject();
    messages_->watch(*settingsJobs_);
    setWindowTitle(tr("SegAD Studio"));
    setAcceptDrops(true);
    resize(1440, 900);
    setCentralWidget(pages_);
    buildMenus();
    buildStart();
    restoreGeometry(settings::windowGeometry());
    fillProjectMenus();
}

MainWindow::~MainWindow() {
    if (view_ != nullptr) dropProject();  // before the session: its widgets refer to it
    delete std::exchange(next_, {}).whole;
}

void MainWindow::buildStart() {
    start_ = new StartPage(new_, open_);
    pages_->insertWidget(0, start_);
    connect(start_, &StartPage::recentChosen, this, &MainWindow::openProject, Qt::QueuedConnection);
    connect(start_, &StartPage::recentEdited, this, &MainWindow::fillRecentMenu);
    start_->offerAgain(leftOpen_);
    fillRecent();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    // A change of language comes as several events, one for each file of words, and perhaps out of a widget
    // that is about to go: once, and later.
    if (event->type() != QEvent::LanguageChange || pages_ == nullptr || std::exchange(rebuilding_, true))
        return;
    QTimer::singleShot(0, this, [this] { rebuild(); });
}

void MainWindow::rebuild() {
    // In two steps, so that no one holds up the keys for long: the new page first, out of sight.
    if (view_ != nullptr) prepareProject();
    QTimer::singleShot(0, this, [this] {
        // The project may have been closed meanwhile.
        if (view_ != nullptr && next_.whole != nullptr)
            replaceProject();
        else
            rebuildFrame();
        rebuilding_ = false;
    });
}

void MainWindow::replaceProject() {
    const int workspace = view_->workspace();
    const QByteArray layout = view_->saveLayout();
    view_->setWorkspace(0);  // the layers as they are without the Segments workspace
    const Fields fields = Fields::of(*view_);
    dropProject();
    rebuildFrame();
    showProject();
    view_->restoreLayout(layout);
    fields.applyTo(*view_);
    view_->setWorkspace(workspace);
}

void MainWindow::rebuildFrame() {
    pages_->removeWidget(start_);
    delete start_;
    setMenuBar(new QMenuBar);
    menuBar()->show();  // now: keys only reach menus that are seen
    qDeleteAll(findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<QAction*>(Qt::FindDirectChildrenOnly));
    buildMenus();
    buildStart();
    fillProjectMenus();
}

void MainWindow::buildMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    new_ = makeAction(this, QStringLiteral("new"), tr("&New project …"),
                      tr("Make a project for a folder of images"), QStringLiteral("Ctrl+N"));
    open_ = makeAction(this, QStringLiteral("folder"), tr("&Open project …"), tr("Open a project file"),
                       QStringLiteral("Ctrl+O"));
    import_ = makeAction(this, QStringLiteral("import"), tr("&Import images …"),
                         tr("Add a folder of images to this project"), QStringLiteral("Ctrl+I"));
    close_ = makeAction(this, QStringLiteral("clear"), tr("&Close project"), tr("Back to the start page"),
                        QStringLiteral("Ctrl+W"));
    QAction* quit = makeAction(this, QStringLiteral("quit"), tr("&Quit"),
                               tr("Close the window; everything is saved already"), QStringLiteral("Ctrl+Q"));
    recent_ = new QMenu(tr("Open &recent"), this);
    recent_->setToolTipsVisible(true);
    file->addAction(new_);
    file->addAction(open_);
    file->addMenu(recent_);
    file->addSeparator();
    file->addAction(import_);
    file->addAction(close_);
    file->addSeparator();
    file->addAction(quit);
    connect(new_, &QAction::triggered, this, &MainWindow::newProject);
    connect(open_, &QAction::triggered, this, &MainWindow::chooseProject);
    connect(import_, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(close_, &QAction::triggered, this, &MainWindow::closeProject);
    connect(quit, &QAction::triggered, this, &QWidget::close);

    edit_ = menuBar()->addMenu(tr("&Edit"));
    label_ = menuBar()->addMenu(tr("&Label"));
    regions_ = menuBar()->addMenu(tr("&Regions"));
    viewMenu_ = menuBar()->addMenu(tr("&View"));
    go_ = menuBar()->addMenu(tr("&Workspace"));

    fullScreen_ = makeAction(this, QStringLiteral("fit-view"), tr("Full screen"), tr("Use the whole screen"),
                             QStringLiteral("F11"));
    fullScreen_->setCheckable(true);
    fullScreen_->setChecked(isFullScreen());
    connect(fullScreen_, &QAction::toggled, this, [this](bool on) { on ? showFullScreen() : showNormal(); });

    nextPane_ = makeAction(this, QString(), tr("Next panel"), tr("Give the keys to the next panel"),
                           QStringLiteral("F6"));
    previousPane_ = makeAction(this, QString(), tr("Previous panel"), tr("Give the keys to the panel before"),
                               QStringLiteral("Shift+F6"));
    connect(nextPane_, &QAction::triggered, this, [this] { onPanes(true); });
    connect(previousPane_, &QAction::triggered, this, [this] { onPanes(false); });

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    QAction* keys = makeAction(this, QStringLiteral("keys"), tr("&Keys"), tr("All keys on one sheet"),
                               QStringLiteral("F1"));
    QAction* preferences = makeAction(this, QStringLiteral("settings"), tr("&Settings …"),
                                      tr("Weights and appearance"), QStringLiteral("Ctrl+,"));
    QAction* about = makeAction(this, QStringLiteral("app-mark"), tr("&About SegAD Studio"),
                                tr("Version and licence"), QStringLiteral("Shift+F1"));
    file->insertAction(quit, preferences);
    file->insertSeparator(quit);
    help->addAction(keys);
    help->addAction(about);
    connect(keys, &QAction::triggered, this, &MainWindow::showKeys);
    connect(preferences, &QAction::triggered, this, &MainWindow::showSettings);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::fillProjectMenus() {
    for (QMenu* menu : {edit_, label_, regions_, viewMenu_, go_})
        menu->clear();
    const bool open = view_ != nullptr;
    import_->setEnabled(open && !session_->isReadOnly());
    close_->setEnabled(open);
    for (QMenu* menu : {edit_, label_, regions_, viewMenu_, go_})
        menu->menuAction()->setVisible(open);
    nextPane_->setEnabled(open);
    previousPane_->setEnabled(open);
    if (open) {
        QAction* undo = session_->undoStack().createUndoAction(view_, tr("&Undo"));
        QAction* redo = session_->undoStack().createRedoAction(view_, tr("&Redo"));
        KeyMap::instance().bind(undo, QStringLiteral("MainWindow/undo"),
                                QKeySequence(QStringLiteral("Ctrl+Z")),
                                tr("Take back the last label or defect type"));
        KeyMap::instance().bind(redo, QStringLiteral("MainWindow/redo"),
                                QKeySequence(QStringLiteral("Ctrl+Shift+Z")),
                                tr("Set again what was taken back"));
        edit_->addActions({undo, redo});
        label_->addActions(view_->labelActions());
        label_->addSeparator();
        label_->addActions((new LabelTables(*session_, view_))->actions());
        regions_->addActions(view_->regionActions());
        regions_->addSeparator();
        regions_->addActions((new MaskActions(*session_, view_))->actions());
        viewMenu_->addActions(view_->viewActions());
        viewMenu_->addSeparator();
        viewMenu_->addMenu(new LayoutMenu(*view_, view_));
        viewMenu_->addActions({nextPane_, previousPane_});
        go_->addActions(view_->workspaceActions());
    }
    viewMenu_->addAction(fullScreen_);
}

void MainWindow::fillRecent() {
    start_->showRecent();
    fillRecentMenu();
}

void MainWindow::fillRecentMenu() {
    recent_->clear();
    for (const settings::RecentProject& project : settings::recentProjects()) {
        const QString file = project.file;
        QAction* action = recent_->addAction(QFileInfo(file).completeBaseName());
        action->setToolTip(QDir::toNativeSeparators(file));
        connect(action, &QAction::triggered, this, [this, file] { openProject(file); });
    }
    recent_->setEnabled(!recent_->isEmpty());
}

void MainWindow::newProject() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder with the images"));
    if (!folder.isEmpty()) newProjectFrom(folder);
}

void MainWindow::newProjectFrom(const QString& folder) {
    const QFileInfo info(folder);
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Where to keep the project"),
        info.absolutePath() + QStringLiteral("/") + info.fileName() + QLatin1String(Project::kSuffix),
        fileFilter());
    if (file.isEmpty()) return;
    const QString named = withSuffix(file);
    try {
        createProject(Path(named.toStdString()));
    } catch (const Error& error) {
        onOpenFailed(QString::fromUtf8(error.what()));
        return;
    }
    folderToImport_ = folder;
    openProject(named);
}

void MainWindow::chooseProject() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Open project"), QString(), fileFilter());
    if (!file.isEmpty()) openProject(file);
}

void MainWindow::openProject(const QString& file) {
    closeProject();
    start_->showProblem(QString());
    leftOpen_.clear();
    start_->offerAgain(QString());
    start_->setBusy(tr("Opening %1 …").arg(QFileInfo(file).fileName()));
    session_ = std::make_unique<ProjectSession>(Path(QFileInfo(file).absoluteFilePath().toStdString()));
    messages_->watch(*session_);
    connect(session_.get(), &ProjectSession::opened, this, &MainWindow::onOpened, Qt::QueuedConnection);
    connect(session_.get(), &ProjectSession::openFailed, this, &MainWindow::onOpenFailed,
            Qt::QueuedConnection);
}

void MainWindow::onOpened() {
    prepareProject();
    // In two steps, so that the keys are not held up for long.
    QTimer::singleShot(0, next_.whole, [this] { onPrepared(); });
}

void MainWindow::onPrepared() {
    const QString file = QString::fromStdString(toUtf8(session_->file()));
    start_->setBusy(QString());
    settings::addRecentProject(file, static_cast<int>(session_->data().parts.size()));
    settings::setOpenProject(file);
    fillRecent();
    showProject();
    view_->restoreLayout(settings::windowLayout());
    view_->setWorkspace(settings::lastWorkspace(file));
    session_->setCurrentPart(settings::lastPart(file));
    Q_EMIT projectShown();
    if (!folderToImport_.isEmpty()) importFolder(std::exchange(folderToImport_, {}));
}

void MainWindow::prepareProject() {
    delete next_.whole;
    next_.whole = new QWidget(this);
    next_.whole->hide();
    next_.view = new ProjectView(*session_, *messages_);
    next_.jobBar = new JobBar(session_->jobs(), *messages_, next_.view->messagesAction());
    auto* column = new QVBoxLayout(next_.whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* notices = new ProjectNotices(*session_);
    connect(notices, &ProjectNotices::copied, this, &MainWindow::openProject, Qt::QueuedConnection);
    connect(notices, &ProjectNotices::trainAsked, next_.view, &ProjectView::showTrain);
    column->addWidget(notices);
    column->addWidget(next_.view, 1);
    column->addWidget(next_.jobBar);
}

void MainWindow::showProject() {
    page_ = std::exchange(next_, {});
    view_ = page_.view;
    view_->offerImport(import_);
    pages_->addWidget(page_.whole);
    pages_->setCurrentWidget(page_.whole);
    fillProjectMenus();
    view_->focusParts();
    setWindowTitle(tr("%1 — SegAD Studio").arg(session_->name()));
}

void MainWindow::onOpenFailed(const QString& message) {
    start_->setBusy(QString());
    folderToImport_.clear();
    session_.reset();
    start_->showProblem(message);
    messages_->add({.what = message});
    Q_EMIT projectRefused(message);
}

void MainWindow::rememberPlace() {
    if (view_ == nullptr) return;
    settings::setWindow(saveGeometry(), view_->saveLayout());
    settings::setLast(QString::fromStdString(toUtf8(session_->file())), session_->currentPart(),
                      view_->workspace());
}

void MainWindow::closeProject() {
    if (view_ != nullptr) {
        rememberPlace();
        settings::setOpenProject(QString());
        dropProject();  // before the session: its widgets refer to it
        fillProjectMenus();
    }
    delete std::exchange(next_, {}).whole;
    session_.reset();
    start_->setBusy(QString());
    setWindowTitle(tr("SegAD Studio"));
}

void MainWindow::dropProject() {
    for (QMenu* menu : {edit_, label_, regions_, viewMenu_, go_})
        menu->clear();
    view_ = nullptr;
    pages_->removeWidget(page_.whole);
    delete std::exchange(page_, {}).whole;
}

void MainWindow::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder with the images"));
    if (!folder.isEmpty()) importFolder(folder);
}

void MainWindow::importFolder(const QString& folder) {
    if (!session_->mayWrite()) return;
    auto* dialog = new ImportDialog(*session_, Path(folder.toStdString()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto import = [request = dialog->request()](Job& job) {
            const ImportReport report = segad::importFolder(request, job);
            return tr("%n part(s) added", nullptr, report.added);
        };
        // It holds the write lock from the first part to the last.
        session_->jobs().enqueue(tr("Import images"), import, /*pausable=*/false);
    });
    dialog->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedPath(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString path = droppedPath(event->mimeData());
    if (path.isEmpty()) return;
    event->acceptProposedAction();
    if (!QFileInfo(path).isDir())
        openProject(path);
    else if (view_ != nullptr)
        importFolder(path);
    else
        newProjectFrom(path);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (session_ && !session_->jobs().isIdle()) {
        const auto answer = QMessageBox::question(
            this, tr("Quit"),
            tr("A job is still running. Stop it and quit? The project stays as it was before the job."));
        if (answer != QMessageBox::Yes) {
            event->ignore();
            return;
        }
    }
    closeProject();
    event->accept();
}

void MainWindow::onPanes(bool forward) {
    if (view_ != nullptr) focusNextPane(view_->panes() + QList<QWidget*>{page_.jobBar}, forward);
}

void MainWindow::showKeys() {
    auto* sheet = new ShortcutSheet(this, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->show();
}

void MainWindow::showSettings() {
    // What was begun before a project was open is still shown, and can be stopped.
    const bool before = session_ == nullptr || !settingsJobs_->isIdle();
    auto* dialog = new SettingsDialog(before ? *settingsJobs_ : session_->jobs(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout() {
    QMessageBox::about(
        this, tr("About SegAD Studio"),
        tr("<b>SegAD Studio %1</b><p>Finds defective parts from images: anomaly maps, pooled over the "
           "segments of a "
           "product, judged by a boosted random forest (SegAD, Baitieva et al., CVPR 2024).</p>"
           "<p>Free software under the GNU General Public License, version 3 or later. There is no "
           "warranty.</p>")
            .arg(QApplication::applicationVersion()));
}

}  // namespace segad::ui
