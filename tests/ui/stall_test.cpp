// The window answers: no stretch of the GUI thread is longer than 50 ms, while a job runs.
#include <QAction>
#include <QEventLoop>
#include <QMenuBar>
#include <QSettings>
#include <QTimer>
#include <atomic>
#include <cmath>

#include "tests/ui/ui_world.h"
#include "tests/ui/watchdog.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/shell/language.h"
#include "ui/shell/project_view.h"
#include "ui/shell/theme.h"
#include "ui/shell/tour.h"

using namespace segad;
using namespace segad::ui;

namespace {
constexpr double kMostMilliseconds = 50;
constexpr int kJobMilliseconds = 300;
constexpr std::size_t kReported = 8;
constexpr int kManyParts = 3000;

test::WatchedApplication& watched() {
    return *static_cast<test::WatchedApplication*>(qApp);
}

void live(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void liveUntilRead() {
    for (int quiet = 0; quiet < 5; quiet = backgroundReads() == 0 ? quiet + 1 : 0)
        live(20);
}

/// Work of a kind that a training does: it computes, reports often and lets nobody wait for long.
QString work(Job& job) {
    double sum = 0;
    for (int step = 0; step < kJobMilliseconds; ++step) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(1);
        while (std::chrono::steady_clock::now() < end)
            sum += std::sin(sum + 1);
        job.progress(static_cast<std::uint64_t>(step), kJobMilliseconds, "Doing");
    }
    return {};
}

MainWindow* windowOf(QWidget* shown) {
    for (QWidget* here = shown; here != nullptr; here = here->parentWidget()) {
        if (auto* window = qobject_cast<MainWindow*>(here)) return window;
    }
    return nullptr;
}
}  // namespace

class StallTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QSettings().clear();
        setLanguage(QStringLiteral("en"));
        applyTheme(Theme::Light);
    }
    void cleanupTestCase() { setLanguage(QStringLiteral("en")); }

    void theWholeTour() {
        const test::UiWorld world;
        Tour tour(QString(), QString::fromStdString(world.project().string()));
        bool begun = false;
        connect(&tour, &Tour::arrived, this, [&](const QString& place, QWidget* shown) {
            watched().setPlace(QStringLiteral("the way on from ") + place);
            MainWindow* window = windowOf(shown);
            // From here on with a job. The first opening of a project in a process, which also loads fonts
            // and icons, is a part of the start.
            if (!begun) watched().restart();
            begun = begun || (window != nullptr && window->session() != nullptr);
            if (window != nullptr && window->session() != nullptr && window->session()->jobs().isIdle())
                window->session()->jobs().enqueue(QStringLiteral("Busy"), work);
        });
        tour.run({QStringLiteral("en"), Theme::Light});
        judge();
    }

    void aProjectOfManyParts() {
        const test::UiWorld world(kManyParts);
        MainWindow window;
        window.resize(1440, 900);
        window.show();
        live(200);
        watched().restart();
        watched().setPlace(QStringLiteral("opening"));
        window.openProject(QString::fromStdString(world.project().string()));
        while (window.view() == nullptr)
            live(5);
        window.session()->jobs().enqueue(QStringLiteral("Busy"), work);
        liveUntilRead();
        watched().setPlace(QStringLiteral("workspaces"));
        for (int workspace = 0; workspace < window.view()->workspaceActions().size(); ++workspace) {
            window.view()->setWorkspace(workspace);
            live(50);
        }
        window.view()->setWorkspace(0);
        live(50);
        watched().setPlace(QStringLiteral("stepping"));
        for (int step = 0; step < 10; ++step) {
            press(window, QStringLiteral("Right"));
            live(20);
        }
        watched().setPlace(QStringLiteral("labelling"));
        press(window, QStringLiteral("2"));
        live(1500);
        liveUntilRead();
        judge();
    }

    void anotherLanguageAndOtherColours() {
        const test::UiWorld world;
        const auto window = test::openWindow(world);
        live(200);
        liveUntilRead();
        watched().restart();
        watched().setPlace(QStringLiteral("dark"));
        applyTheme(Theme::Dark);
        live(100);
        watched().setPlace(QStringLiteral("German"));
        setLanguage(QStringLiteral("de"));
        live(300);
        liveUntilRead();
        QCOMPARE(window->menuBar()->actions().front()->text(), QStringLiteral("&Datei"));
        judge();
    }

private:
    static void press(const QWidget& window, const QString& key) {
        QAction* action = test::actionWithKey(window, key);
        QVERIFY2(action != nullptr, qPrintable(key));
        action->trigger();
    }

    static void judge() {
        const auto stalls = watched().worst(kReported);
        for (const test::Stall& stall : stalls)
            qInfo("%s", qPrintable(stall.text()));
#ifdef NDEBUG
        QVERIFY2(stalls.empty() || stalls.front().cpuMilliseconds <= kMostMilliseconds,
                 qPrintable(stalls.front().text()));
#endif
    }
};

int main(int argc, char** argv) {
    segad::test::WatchedApplication application(argc, argv);
    StallTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "stall_test.moc"
