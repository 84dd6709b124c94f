#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QTimer>

#include "core/workflow/packaging.h"
#include "ui/inspect/inspect_form.h"
#include "ui/inspect/inspect_panel.h"
#include "ui/session/message_log.h"
#include "ui/session/project_session.h"
#include "ui/shell/importing.h"
#include "ui/shell/job_bar.h"
#include "ui/shell/main_menus.h"
#include "ui/shell/panes.h"
#include "ui/shell/project_page.h"
#include "ui/shell/project_view.h"
#include "ui/shell/settings.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/shell/start_page.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/key_map.h"

namespace segad::ui {

namespace {
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
      importing_(new Importing(this)),
      settingsJobs_(std::make_unique<JobQueue>()),
      messages_(std::make_unique<MessageLog>()) {
    leftOpen_ = settings::takeLeftOpenProject();
    messages_->watch(*settingsJobs_);
    setWindowTitle(tr("SegAD Studio"));
    setAcceptDrops(true);
    resize(1440, 900);
    setCentralWidget(pages_);
    connect(importing_, &Importing::making, this,
            [this](const QString& name) { start_->setBusy(tr("Making %1 …").arg(name)); });
    connect(importing_, &Importing::created, this, &MainWindow::onCreated);
    connect(importing_, &Importing::failed, this, &MainWindow::refuse);
    buildMenus();
    buildStart();
    restoreGeometry(settings::windowGeometry());
}

MainWindow::~MainWindow() {
    if (view_ != nullptr) dropProject();  // before the session: its widgets refer to it
    delete std::exchange(next_, nullptr);
}

void MainWindow::buildStart() {
    start_ = new StartPage(menus_->actions().newProject, menus_->actions().open, menus_->actions().inspect);
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
    rebuilding_ = false;
    // The new page first, out of sight. When the project is closed meanwhile, it goes with it.
    if (view_ != nullptr) {
        prepareProject(&MainWindow::replaceProject);
        return;
    }
    rebuildFrame();
    // One that is being opened begins anew.
    if (next_ != nullptr) prepareProject(&MainWindow::onPrepared);
}

void MainWindow::replaceProject() {
    if (next_ == nullptr || !next_->isBuilt()) return;
    const int workspace = view_->workspace();
    const QByteArray layout = view_->saveLayout();
    view_->setWorkspace(0);  // the layers as they are without the Segments workspace
    const Fields fields = Fields::of(*view_);
    leaving_ = takePage();
    leaving_->deleteLater();  // a step of its own: it takes as long as what follows
    rebuildFrame();
    showProject();
    view_->restoreLayout(layout);
    fields.applyTo(*view_);
    view_->setWorkspace(workspace);
}

void MainWindow::rebuildFrame() {
    pages_->removeWidget(start_);
    delete start_;
    buildMenus();
    buildStart();
    if (station_ == nullptr) return;
    const inspect_settings::Choice choice = station_->form().choice();
    dropStation();
    showStation();
    station_->form().setChoice(choice);
}

void MainWindow::buildMenus() {
    menus_.reset();
    menus_ = std::make_unique<MainMenus>(*this);
    const MainMenus::Actions& actions = menus_->actions();
    connect(actions.newProject, &QAction::triggered, importing_, &Importing::newProject);
    connect(actions.open, &QAction::triggered, this, &MainWindow::chooseProject);
    connect(actions.inspect, &QAction::triggered, this, &MainWindow::chooseStation);
    connect(actions.import, &QAction::triggered, this, [this] { importing_->choose(*session_); });
    connect(actions.close, &QAction::triggered, this, &MainWindow::closeProject);
    connect(actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(actions.fullScreen, &QAction::toggled, this,
            [this](bool on) { on ? showFullScreen() : showNormal(); });
    connect(actions.nextPane, &QAction::triggered, this, [this] { onPanes(true); });
    connect(actions.previousPane, &QAction::triggered, this, [this] { onPanes(false); });
    connect(actions.keys, &QAction::triggered, this, &MainWindow::showKeys);
    connect(actions.settings, &QAction::triggered, this, &MainWindow::showSettings);
    connect(actions.about, &QAction::triggered, this, &MainWindow::showAbout);
    allowClosing();
}

void MainWindow::allowClosing() {
    menus_->actions().close->setEnabled(view_ != nullptr || station_ != nullptr);
}

void MainWindow::fillRecent() {
    start_->showRecent();
    fillRecentMenu();
}

void MainWindow::fillRecentMenu() {
    menus_->fillRecent([this](const QString& file) { openProject(file); });
}

void MainWindow::onCreated(const QString& project, const QString& folder) {
    openProject(project);
    folderToImport_ = folder;
}

void MainWindow::chooseProject() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Open project"), settings::projectFolder(),
                                                      Importing::fileFilter());
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
    prepareProject(&MainWindow::onPrepared);
}

void MainWindow::onPrepared() {
    if (next_ == nullptr || !next_->isBuilt()) return;
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

void MainWindow::prepareProject(void (MainWindow::*then)()) {
    delete next_;
    next_ = new ProjectPage(*session_, *messages_, this);
    next_->hide();
    connect(next_, &ProjectPage::copied, this, &MainWindow::openProject, Qt::QueuedConnection);
    // Not from within its last step.
    connect(next_, &ProjectPage::built, this, then, Qt::QueuedConnection);
}

void MainWindow::showProject() {
    page_ = std::exchange(next_, nullptr);
    view_ = page_->view();
    view_->offerImport(menus_->actions().import);
    pages_->addWidget(page_);
    pages_->setCurrentWidget(page_);
    menus_->addProject(*session_, *view_);
    allowClosing();
    view_->focusParts();
    setWindowTitle(tr("%1 — SegAD Studio").arg(session_->name()));
}

void MainWindow::onOpenFailed(const QString& message) {
    folderToImport_.clear();
    session_.reset();
    refuse(message);
}

void MainWindow::refuse(const QString& message) {
    start_->setBusy(QString());
    if (view_ == nullptr) start_->showProblem(message);  // else it would be found there much later
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
    }
    delete std::exchange(next_, nullptr);
    session_.reset();
    dropStation();
    start_->setBusy(QString());
    setWindowTitle(tr("SegAD Studio"));
}

void MainWindow::chooseStation() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Package"), settings::projectFolder(),
                                     tr("Packages (*%1)").arg(QLatin1String(PackageFile::kSuffix)));
    if (!file.isEmpty()) inspectWith(file, {}, false);
}

void MainWindow::inspectWith(const QString& package, const QString& folder, bool operatorMode) {
    closeProject();
    showStation();
    inspect_settings::Choice choice = station_->form().choice();
    choice.package = package;
    if (!folder.isEmpty()) choice.folder = folder;
    station_->form().setChoice(choice);
    if (!folder.isEmpty()) station_->start();
    if (operatorMode) station_->showOperator();
}

void MainWindow::showStation() {
    station_ = new InspectPanel(*settingsJobs_);
    station_->setContentsMargins(12, 6, 12, 10);
    KeyMap::setArea(station_, tr("Inspect"));
    connect(station_, &InspectPanel::errorOccurred, this,
            [this](const QString& what, const QString& about, const QString& remedy) {
                messages_->add({.about = about, .what = what, .remedy = remedy});
            });
    pages_->addWidget(station_);
    pages_->setCurrentWidget(station_);
    allowClosing();
}

void MainWindow::dropStation() {
    if (station_ == nullptr) return;
    pages_->removeWidget(station_);
    delete std::exchange(station_, nullptr);
    allowClosing();
}

void MainWindow::dropProject() {
    delete leaving_.data();
    delete takePage();
}

ProjectPage* MainWindow::takePage() {
    menus_->clearProject();
    view_ = nullptr;
    allowClosing();
    pages_->removeWidget(page_);
    page_->hide();
    return std::exchange(page_, nullptr);
}

void MainWindow::importFolder(const QString& folder) {
    importing_->import(*session_, folder);
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
        importing_->newProjectFrom(path);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    const bool inspects = station_ != nullptr && !settingsJobs_->isIdle();
    if (inspects || (session_ && !session_->jobs().isIdle())) {
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
    if (view_ != nullptr) focusNextPane(view_->panes() + QList<QWidget*>{page_->jobBar()}, forward);
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
