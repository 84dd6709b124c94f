#include "ui/shell/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <algorithm>

#include "tests/ui/ui_world.h"
#include "ui/results/curve_pair.h"
#include "ui/session/project_session.h"
#include "ui/shell/layout_menu.h"
#include "ui/shell/project_view.h"
#include "ui/shell/theme.h"
#include "ui/viewer/viewer_panel.h"
#include "ui/widgets/empty_state.h"

using namespace segad;
using namespace segad::ui;

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("segad-test"));
        QCoreApplication::setApplicationName(QStringLiteral("main-window-test"));
    }

    void init() { QSettings().clear(); }

    void labelsByKeyWithUndo() {
        const test::UiWorld world;
        MainWindow window;
        window.show();
        open(window, world);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        ProjectSession& session = *window.session();
        session.setCurrentPart(session.data().parts[0].id);
        QTest::keyClick(&window, Qt::Key_2);
        QVERIFY(session.data().parts[0].label == Label::Bad);
        QTest::keyClick(&window, Qt::Key_0);
        QVERIFY(session.data().parts[0].label == Label::Unlabelled);
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(session.data().parts[0].label == Label::Good);
        QTest::keyClick(&window, Qt::Key_Right);
        QCOMPARE(session.currentPart(), session.data().parts[1].id);
    }

    void everyWorkspaceIsReachedByKeyAndTheRocIsReadFromTheProject() {
        const test::UiWorld world;
        MainWindow window;
        window.show();
        open(window, world);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier);
        const auto* plot = window.findChild<CurvePair*>()->roc();
        QVERIFY(plot->isVisible());
        QCOMPARE(plot->curves().size(), std::size_t{1});
        QCOMPARE(*plot->curves()[0].auroc, 0.875);
        QCOMPARE(plot->curves()[0].points.size(), std::size_t{4});
        QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!plot->isVisible());
    }

    void everyWorkspaceFitsASmallScreenAndTheViewerKeepsItsRoom() {
        const test::UiWorld world;
        MainWindow window;
        window.resize(1280, 800);
        window.show();
        open(window, world);
        const auto* viewer = window.findChild<ViewerPanel*>();
        for (int workspace = 0; workspace < 6; ++workspace) {
            window.view()->setWorkspace(workspace);
            QTRY_VERIFY2(window.width() <= 1280 && window.minimumSizeHint().width() <= 1280,
                         qPrintable(QString::number(window.minimumSizeHint().width())));
            // Parts of a line are no parts of the project: Inspect has the room to itself.
            QTRY_VERIFY2(
                workspace == 5 ? viewer->isHidden() : viewer->width() >= 340,
                qPrintable(QStringLiteral("%1 in workspace %2").arg(viewer->width()).arg(workspace)));
        }
    }

    void theLayoutIsRemembered() {
        const test::UiWorld world;
        const auto share = [](const QSplitter* split) {
            return static_cast<double>(split->sizes()[0]) / (split->sizes()[0] + split->sizes()[1]);
        };
        double wanted = 0;
        {
            MainWindow window;
            window.resize(1500, 800);
            window.show();
            open(window, world);
            window.view()->setWorkspace(3);
            auto* split =
                window.view()->centralWidget()->findChild<QSplitter*>(QString(), Qt::FindDirectChildrenOnly);
            split->setSizes({600, 1});
            Q_EMIT split->splitterMoved(600, 1);
            wanted = share(split);
            QVERIFY(wanted > 0.5);
            window.findChild<QDockWidget*>(QStringLiteral("part"))->hide();
            window.view()->setWorkspace(0);
            window.close();
        }
        MainWindow window;
        window.show();
        open(window, world);
        QCOMPARE(window.size(), QSize(1500, 800));
        QVERIFY(window.findChild<QDockWidget*>(QStringLiteral("part"))->isHidden());
        window.view()->setWorkspace(3);
        const auto* split =
            window.view()->centralWidget()->findChild<QSplitter*>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_VERIFY2(std::abs(share(split) - wanted) < 0.02, qPrintable(QString::number(share(split))));
        window.view()->resetLayout();
        QVERIFY(!window.findChild<QDockWidget*>(QStringLiteral("part"))->isHidden());
    }

    void aProjectWithoutPartsSaysWhatToDoFirstInEveryWorkspace() {
        const test::TempDir dir;
        Project::create(dir / "new.segad");
        MainWindow window;
        window.show();
        QSignalSpy shown(&window, &MainWindow::projectShown);
        window.openProject(QString::fromStdString((dir / "new.segad").string()));
        QVERIFY(test::waitFor(shown));
        for (int workspace = 0; workspace < window.view()->workspaceActions().size(); ++workspace) {
            window.view()->setWorkspace(workspace);
            QPushButton* import = nullptr;
            for (EmptyState* empty : window.view()->findChildren<EmptyState*>()) {
                if (empty->isVisible()) import = empty->findChild<QPushButton*>();
            }
            QVERIFY(import != nullptr && import->isEnabled());
            QVERIFY(import->text().contains(QStringLiteral("Import")));
        }
    }

    void layoutsAreKeptUnderNames() {
        const test::UiWorld world;
        MainWindow window;
        window.resize(1440, 900);
        window.show();
        open(window, world);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto dock = [&](const char* name) {
            return window.findChild<QDockWidget*>(QLatin1String(name));
        };
        QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(window.view()->workspace(), 3);
        QVERIFY(dock("gallery")->isHidden() && dock("part")->isHidden());
        window.findChild<LayoutMenu*>()->keep(QStringLiteral("Evening: 1/2"));
        QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(window.view()->workspace(), 0);
        QVERIFY(!dock("gallery")->isHidden() && !dock("part")->isHidden());
        const auto entry = [&](bool remove) {
            auto* menu = window.findChild<LayoutMenu*>();
            const QList<QAction*> all =
                remove ? menu->findChild<QMenu*>(QStringLiteral("entries"))->actions() : menu->actions();
            const auto found = std::ranges::find(all, QStringLiteral("Evening: 1/2"), &QAction::text);
            return found == all.end() ? nullptr : *found;
        };
        entry(false)->trigger();
        QCOMPARE(window.view()->workspace(), 3);
        QVERIFY(dock("gallery")->isHidden());
        entry(true)->trigger();
        QTRY_VERIFY(entry(false) == nullptr && entry(true) == nullptr);
    }

    void everyActionHasTextAndTooltip() {
        const test::UiWorld world;
        MainWindow window;
        open(window, world);
        for (const QAction* action : window.findChildren<QAction*>()) {
            if (action->isSeparator() || action->menu() != nullptr || action->text().isEmpty()) continue;
            QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->text()));
        }
    }

    void aFileThatIsNoProjectIsRefusedWithWords() {
        const test::TempDir dir;
        writeFileAtomically(dir / "no.segad", "this is not a project");
        MainWindow window;
        window.show();
        QSignalSpy refused(&window, &MainWindow::projectRefused);
        window.openProject(QString::fromStdString((dir / "no.segad").string()));
        QVERIFY(test::waitFor(refused));
        QVERIFY(window.session() == nullptr);
        const auto labels = window.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->isVisible() && label->text().contains(QStringLiteral("no.segad"));
        }));
    }

    void bothThemesCanBeSet() {
        applyTheme(Theme::Dark);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
        applyTheme(Theme::Light);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 128);
    }

    void whatAToolBarHasNoRoomForIsFoundInTheDark() {
        applyTheme(Theme::Dark);
        QToolBar bar;
        for (int i = 0; i < 20; ++i)
            bar.addAction(QStringLiteral("Tool %1").arg(i));
        bar.resize(200, bar.sizeHint().height());
        bar.show();
        auto* arrow = bar.findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button"));
        QVERIFY(arrow != nullptr);
        QTRY_VERIFY(arrow->isVisible());
        const QImage seen = arrow->grab().toImage();
        int lightest = 0;
        for (int y = 0; y < seen.height(); ++y)
            for (int x = 0; x < seen.width(); ++x)
                lightest = std::max(lightest, seen.pixelColor(x, y).lightness());
        applyTheme(Theme::Light);
        QVERIFY2(lightest > 160, qPrintable(QString::number(lightest)));
    }

private:
    static void open(MainWindow& window, const test::UiWorld& world) {
        QSignalSpy shown(&window, &MainWindow::projectShown);
        window.openProject(QString::fromStdString(world.project().string()));
        QVERIFY(test::waitFor(shown));
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
