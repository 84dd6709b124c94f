#include "ui/shell/tour.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <chrono>
#include <future>
#include <thread>

#include "core/workflow/workflows.h"
#include "ui/session/background.h"
#include "ui/session/message_log.h"
#include "ui/session/project_session.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/project_view.h"
#include "ui/viewer/viewer_panel.h"

namespace segad::ui {

namespace {
constexpr QSize kWindow{1440, 900};
constexpr QSize kSmallWindow{1280, 800};
constexpr int kLookMilliseconds = 15;
/// A read that is done may ask for the next one.
constexpr int kQuietLooks = 4;
constexpr int kPatience = 20'000;
/// Where the job that is only looked at stands.
constexpr int kShownPercent = 43;
/// Small files, quickly written.
constexpr int kPngQuality = 80;

void wait(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Until nothing is being read any more, so that what is on the screen is all there will be.
void settle() {
    QElapsedTimer since;
    since.start();
    for (int quiet = 0; quiet < kQuietLooks && since.elapsed() < kPatience;) {
        wait(kLookMilliseconds);
        quiet = backgroundReads() == 0 ? quiet + 1 : 0;
    }
}

template <class Condition>
bool waitUntil(Condition isTrue) {
    QElapsedTimer since;
    since.start();
    while (!isTrue() && since.elapsed() < kPatience)
        wait(kLookMilliseconds);
    return isTrue();
}

QAction* actionWithKey(const QWidget& window, const QString& key) {
    const QKeySequence wanted(key);
    for (QAction* action : window.findChildren<QAction*>()) {
        if (action->shortcut() == wanted) return action;
    }
    return nullptr;
}

void press(const QWidget& window, const QString& key) {
    QAction* action = actionWithKey(window, key);
    if (action != nullptr && action->isEnabled()) action->trigger();
}

/// A job to look at: it goes some way and stands there until it is stopped.
QString standThere(Job& job) {
    for (;;) {
        job.progress(kShownPercent, 100, "Scoring");
        std::this_thread::sleep_for(std::chrono::milliseconds(kLookMilliseconds));
    }
}
}  // namespace

QString TourLook::name() const {
    return QStringLiteral("%1-%2").arg(language, toString(theme));
}

Tour::Tour(QString folder, QString project) : folder_(std::move(folder)), project_(std::move(project)) {}

QList<TourLook> Tour::looks(int percent) {
    const QString english = languages().front().code;
    QList<TourLook> looks{{english, Theme::Light}, {english, Theme::Dark}};
    if (percent != 100) return looks;
    for (const Language& language : languages().mid(1))
        looks << TourLook{language.code, Theme::Light};
    return looks;
}

void Tour::run(const TourLook& look) {
    number_ = 0;
    setLanguage(look.language);
    applyTheme(look.theme);
    MainWindow window;
    window.resize(kWindow);
    window.show();
    series_ = QStringLiteral("%1-%2").arg(look.name()).arg(qRound(window.devicePixelRatioF() * 100));
    visitStart(window);
    if (!project_.isEmpty()) {
        openProject(window, project_);
        visitMenus(window);
        visitWorkspaces(window);
        visitViewer(window);
        visitLayouts(window);
        visitMessages(window);
        visitRunDialogs(window);
        visitImport(window);
        visitJob(window);
        visitSmallWindow(window);
    }
    visitSettings(window);
    visitEmptyProject(window);
    window.close();
}

void Tour::openProject(MainWindow& window, const QString& file) {
    bool shown = false;
    QString refused;
    QObject guard;
    connect(&window, &MainWindow::projectShown, &guard, [&shown] { shown = true; });
    connect(&window, &MainWindow::projectRefused, &guard, [&refused](const QString& why) { refused = why; });
    window.openProject(file);
    waitUntil([&] { return shown || !refused.isEmpty(); });
    if (!shown)
        throw Error(ErrorCode::InvalidData, file.toStdString(),
                    "does not open as a project: " + refused.toStdString(),
                    "Give the tour a project that opens in the window.");
    // What an earlier look left behind is no part of this one.
    window.resize(kWindow);
    window.view()->resetLayout();
    window.view()->setWorkspace(0);
    const auto& parts = window.session()->data().parts;
    if (!parts.empty()) window.session()->setCurrentPart(parts.back().id);
}

void Tour::visitStart(MainWindow& window) {
    take(QStringLiteral("start"), window);
    visitDialog(window, QStringLiteral("Shift+F1"), QStringLiteral("about"));
}

void Tour::visitMenus(MainWindow& window) {
    for (const QAction* action : window.menuBar()->actions()) {
        if (!action->isVisible() || action->menu() == nullptr) continue;
        action->menu()->popup(window.mapToGlobal(QPoint(0, 0)));
        take(QStringLiteral("menu"), *action->menu());
        action->menu()->close();
    }
}

void Tour::visitWorkspaces(MainWindow& window) {
    ProjectView& view = *window.view();
    for (const QAction* action : view.workspaceActions()) {
        const int workspace = action->data().toInt();
        view.setWorkspace(workspace);
        const QString place = QStringLiteral("workspace-%1").arg(action->shortcut().toString().right(1));
        take(place, window);
        visitTabs(view.page(workspace), place, window);
    }
    view.setWorkspace(0);
}

void Tour::visitTabs(QWidget& page, const QString& place, MainWindow& window) {
    for (QTabWidget* tabs : page.findChildren<QTabWidget*>()) {
        if (!tabs->isVisible()) continue;
        const int first = tabs->currentIndex();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tab == first) continue;
            tabs->setCurrentIndex(tab);
            take(QStringLiteral("%1-tab").arg(place), window);
        }
        tabs->setCurrentIndex(first);
    }
}

void Tour::visitViewer(MainWindow& window) {
    // The layers one after another, then the grid; every key is one that switches back.
    for (const QString& key : {QStringLiteral("H"), QStringLiteral("S"), QStringLiteral("C")}) {
        press(window, key);
        take(QStringLiteral("viewer-%1").arg(key.toLower()), window);
        press(window, key);
    }
    for (const QToolButton* button : window.findChild<ViewerPanel*>()->findChildren<QToolButton*>()) {
        if (!button->isVisible() || button->menu() == nullptr) continue;
        button->menu()->popup(button->mapToGlobal(button->rect().bottomLeft()));
        take(QStringLiteral("viewer-options"), *button->menu());
        button->menu()->close();
    }
}

void Tour::visitLayouts(MainWindow& window) {
    for (const LayoutPreset preset :
         {LayoutPreset::Comparing, LayoutPreset::Training, LayoutPreset::Labelling}) {
        window.view()->arrange(preset);
        take(QStringLiteral("layout"), window);
    }
}

void Tour::visitMessages(MainWindow& window) {
    // An error as a person meets it: a picture that another program has cut off.
    window.session()->reportError(
        Error(ErrorCode::InvalidData, "0199.png", "the picture ends in the middle", "Copy it again."));
    window.view()->messagesAction()->trigger();
    take(QStringLiteral("messages"), window);
    window.view()->messagesAction()->trigger();
    window.messages().clear();
}

void Tour::visitRunDialogs(MainWindow& window) {
    constexpr int kTrain = 3;
    window.view()->setWorkspace(kTrain);
    auto* compare = actionWithKey(window, QStringLiteral("Ctrl+Shift+C"));
    auto* table = compare == nullptr ? nullptr : compare->parent()->findChild<QTableWidget*>();
    if (table == nullptr) return;
    table->selectRow(0);
    visitDialog(window, QStringLiteral("Ctrl+Shift+M"), QStringLiteral("precision"));
    if (table->rowCount() > 1) {
        table->setRangeSelected({0, 0, 1, table->columnCount() - 1}, true);
        visitDialog(window, QStringLiteral("Ctrl+Shift+C"), QStringLiteral("compare-runs"));
    }
    table->clearSelection();
    window.view()->setWorkspace(0);
}

void Tour::visitSettings(MainWindow& window) {
    visitDialog(window, QStringLiteral("F1"), QStringLiteral("keys"));
    visitDialog(window, QStringLiteral("Ctrl+,"), QStringLiteral("settings"));
}

void Tour::visitDialog(MainWindow& window, const QString& key, const QString& place) {
    QAction* action = actionWithKey(window, key);
    if (action == nullptr || !action->isEnabled()) return;
    // A box that waits for its answer comes back only when it is closed: look at it from inside.
    bool seen = false;
    const auto look = [&] {
        for (QDialog* dialog : window.findChildren<QDialog*>()) {
            if (!dialog->isVisible() || std::exchange(seen, true)) continue;
            take(place, *dialog);
            for (QTabWidget* tabs : dialog->findChildren<QTabWidget*>()) {
                for (int tab = 1; tab < tabs->count(); ++tab) {
                    tabs->setCurrentIndex(tab);
                    take(QStringLiteral("%1-tab").arg(place), *dialog);
                }
            }
            dialog->close();
        }
    };
    QTimer::singleShot(0, this, look);
    action->trigger();
    waitUntil([&] { return seen; });
    settle();
}

void Tour::visitImport(MainWindow& window) {
    const PartRecord* part = window.session()->currentRecord();
    if (part == nullptr) return;
    const Path folder = window.session()->imageFile(*part).parent_path();
    window.importFolder(QString::fromStdString(folder.string()));
    waitUntil([&] { return window.session()->jobs().isIdle(); });
    for (QDialog* dialog : window.findChildren<QDialog*>()) {
        if (!dialog->isVisible()) continue;
        take(QStringLiteral("import"), *dialog);
        dialog->reject();
    }
}

void Tour::visitJob(MainWindow& window) {
    constexpr int kTrain = 3;
    JobQueue& jobs = window.session()->jobs();
    const quint64 job = jobs.enqueue(tr("Tour"), standThere);
    window.view()->setWorkspace(kTrain);
    waitUntil([&] { return jobs.running() != nullptr && jobs.running()->status.fraction > 0; });
    QWidget& page = window.view()->page(kTrain);
    for (QTabWidget* tabs : page.findChildren<QTabWidget*>()) {
        if (tabs->isVisible()) tabs->setCurrentIndex(tabs->count() - 1);
    }
    take(QStringLiteral("job"), window);
    jobs.cancel(job);
    waitUntil([&] { return jobs.isIdle(); });
    take(QStringLiteral("job-stopped"), window);
    visitDialog(window, QStringLiteral("Ctrl+J"), QStringLiteral("jobs"));
    for (QTabWidget* tabs : page.findChildren<QTabWidget*>())
        tabs->setCurrentIndex(0);
    window.view()->setWorkspace(0);
}

void Tour::visitSmallWindow(MainWindow& window) {
    window.resize(kSmallWindow);
    for (int workspace = 0; workspace < window.view()->workspaceActions().size(); ++workspace) {
        window.view()->setWorkspace(workspace);
        take(QStringLiteral("small"), window);
    }
    window.view()->setWorkspace(0);
    window.resize(kWindow);
}

void Tour::visitEmptyProject(MainWindow& window) {
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("new")) + QLatin1String(Project::kSuffix);
    // Elsewhere: a file made for the tour's sake is no time in which the window does not answer.
    auto made = std::async(std::launch::async, [&file] { createProject(Path(file.toStdString())); });
    waitUntil([&] { return made.wait_for(std::chrono::seconds(0)) == std::future_status::ready; });
    made.get();
    openProject(window, file);
    for (int workspace = 0; workspace < window.view()->workspaceActions().size(); ++workspace) {
        window.view()->setWorkspace(workspace);
        take(QStringLiteral("empty"), window);
    }
    press(window, QStringLiteral("Ctrl+W"));
}

void Tour::take(const QString& place, QWidget& shown) {
    settle();
    ++number_;
    const QString name = QStringLiteral("%1-%2").arg(number_, 2, 10, QLatin1Char('0')).arg(place);
    Q_EMIT arrived(QStringLiteral("%1/%2").arg(series_, name), &shown);
    if (folder_.isEmpty()) return;
    const QString file = QStringLiteral("%1/%2/%3.png").arg(folder_, series_, name);
    const bool made = QDir().mkpath(QFileInfo(file).path());
    if (!made || !shown.grab().toImage().save(file, "PNG", kPngQuality))
        throw Error(ErrorCode::Io, file.toStdString(), "could not be written",
                    "Give the tour a folder with room that may be written to.");
    pictures_ << file;
}

}  // namespace segad::ui
