// What happens to a project around its use: it is read-only, its images have moved, a training was killed,
// the program was killed, the list of recent projects.
#include <QAction>
#include <QContextMenuEvent>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QThreadPool>

#include <sys/stat.h>
#include <unistd.h>

#include "core/nn/loss_curve.h"
#include "core/nn/safetensors_writer.h"
#include "tests/ui/ui_world.h"
#include "ui/session/project_session.h"
#include "ui/shell/project_view.h"
#include "ui/shell/read_only_bar.h"
#include "ui/shell/recent_list.h"
#include "ui/shell/recovery_bar.h"
#include "ui/shell/relocate_bar.h"
#include "ui/shell/settings.h"
#include "ui/shell/start_page.h"

using namespace segad;
using namespace segad::ui;

namespace {
/// A folder nobody of this process may write to, root neither: it is somebody else meanwhile.
class WriteProtected {
public:
    explicit WriteProtected(const Path& folder) : folder_(folder), root_(::geteuid() == 0) {
        ::chmod(folder_.c_str(), 0555);
        if (root_) [[maybe_unused]]
            const int result = ::setresuid(kNobody, kNobody, 0);
    }
    ~WriteProtected() {
        if (root_) [[maybe_unused]]
            const int result = ::setresuid(0, 0, 0);
        ::chmod(folder_.c_str(), 0755);
    }
    WriteProtected(const WriteProtected&) = delete;
    WriteProtected& operator=(const WriteProtected&) = delete;

private:
    static constexpr uid_t kNobody = 65534;
    Path folder_;
    bool root_;
};

QAction* actionNamed(const QWidget& owner, const QString& text) {
    for (QAction* action : owner.findChildren<QAction*>()) {
        if (action->text() == text) return action;
    }
    return nullptr;
}
}  // namespace

class ProjectLifeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("segad-test"));
        QCoreApplication::setApplicationName(QStringLiteral("project-life-test"));
    }
    void init() { QSettings().clear(); }
    void cleanup() { QThreadPool::globalInstance()->waitForDone(); }

    void aWriteProtectedProjectIsOpenedForLookingOnly() {
        const test::UiWorld world;
        const test::TempDir elsewhere;
        ::chmod(elsewhere.path().c_str(), 0777);
        const WriteProtected guard(world.project().parent_path());
        const auto window = test::openWindow(world);
        QVERIFY(window->session() != nullptr && window->session()->isReadOnly());
        ProjectSession& session = *window->session();
        auto* bar = window->findChild<ReadOnlyBar*>();
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QStringLiteral("write-protected")), qPrintable(bar->text()));
        QCOMPARE(session.data().parts.size(), std::size_t{6});
        // What would change something is there and says why it can't.
        for (const char* key : {"1", "2", "0", "Ctrl+Shift+T", "Ctrl+Shift+F"}) {
            const QAction* action = test::actionWithKey(*window, QLatin1String(key));
            QVERIFY2(action != nullptr, key);
            QVERIFY2(!action->isEnabled(), key);
            QVERIFY2(action->toolTip().contains(QStringLiteral("write-protected")), key);
        }
        QVERIFY(test::actionWithKey(*window, QStringLiteral("Right"))->isEnabled());
        QSignalSpy errors(&session, &ProjectSession::errorOccurred);
        const std::vector<PartId> first{session.data().parts[0].id};
        session.setLabel(first, Label::Bad);
        QCOMPARE(errors.count(), 1);
        QVERIFY(session.data().parts[0].label == Label::Good);
        QVERIFY(!session.undoStack().canUndo());
        // The copy is opened and can be worked on.
        const QString copy = QString::fromStdString((elsewhere / "copy.segad").string());
        QSignalSpy shown(window.get(), &MainWindow::projectShown);
        bar->copyTo(copy);
        QVERIFY(test::waitFor(shown));
        QCOMPARE(QString::fromStdString(window->session()->file().string()), copy);
        QVERIFY(!window->session()->isReadOnly());
        QVERIFY(!window->findChild<ReadOnlyBar*>()->isVisible());
        window->session()->setLabel(first, Label::Bad);
        QVERIFY(Project::open(copy.toStdString(), true).parts().find(first[0])->label == Label::Bad);
        window->close();
    }

    void movedImagesAreNoticedAndFoundAgain() {
        const test::UiWorld world;
        const Path away = world.project().parent_path() / "archive" / "images";
        std::filesystem::create_directories(away.parent_path());
        std::filesystem::rename(world.folder(), away);
        const auto window = test::openWindow(world);
        auto* bar = window->findChild<RelocateBar*>();
        QTRY_VERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QStringLiteral("The 6 image(s) of")), qPrintable(bar->text()));
        QVERIFY2(bar->text().contains(QString::fromStdString(away.string())), qPrintable(bar->text()));
        ProjectSession& session = *window->session();
        QSignalSpy moved(&session, &ProjectSession::picturesMoved);
        for (QPushButton* button : bar->findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Use it")) QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(test::waitFor(moved));
        QTRY_VERIFY(!bar->isVisible());
        QCOMPARE(session.imageFile(session.data().parts[0]), away / session.data().parts[0].path);
        window->close();
    }

    void aWrongFolderIsRefusedAndTheBarStays() {
        const test::UiWorld world;
        const test::TempDir far;
        std::filesystem::rename(world.folder(), far / "elsewhere");
        std::filesystem::create_directories(far / "empty");
        const auto window = test::openWindow(world);
        auto* bar = window->findChild<RelocateBar*>();
        QTRY_VERIFY(bar->isVisible());
        QSignalSpy finished(&window->session()->jobs(), &JobQueue::jobFinished);
        bar->relocateTo(QString::fromStdString((far / "empty").string()));
        QVERIFY(!actionNamed(*bar, QStringLiteral("Locate …"))->isEnabled());
        QVERIFY(test::waitFor(finished));
        QVERIFY(window->session()->jobs().jobs().back().state == JobState::Failed);
        QTRY_VERIFY(actionNamed(*bar, QStringLiteral("Locate …"))->isEnabled());
        QVERIFY(bar->isVisible());
        bar->relocateTo(QString::fromStdString((far / "elsewhere").string()));
        QTRY_VERIFY(!bar->isVisible());
        window->close();
    }

    void aKilledTrainingIsOfferedAgain() {
        const test::UiWorld world;
        RunId run = 0;
        {
            Project project = Project::open(world.project());
            RunRecord training{.kind = RunKind::Train, .subject = "rd4ad"};
            training.id = run = project.runs().start(training);
            std::filesystem::create_directories(project.runs().checkpointFolder(run));
            const std::vector<float> nothing{0};
            const Json header{{"planned", 40}, {"curve", toJson(LossCurve{.steps = 12})}};
            writeSafetensors(project.runs().checkpointFolder(run) / "all-1.safetensors",
                             {{{{"step", {1}, DType::Float32}, {nothing.data(), nothing.size()}}}},
                             {{"format", "segad-checkpoint-1"}, {"header", header.dump()}});
            training.outcome = RunOutcome::Failed;
            training.message = "interrupted";
            project.runs().finish(training);
        }
        const auto window = test::openWindow(world);
        auto* bar = window->findChild<RecoveryBar*>();
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QStringLiteral("run %1").arg(run)), qPrintable(bar->text()));
        JobQueue& jobs = window->session()->jobs();
        QCOMPARE(jobs.jobs().size(), std::size_t{0});
        for (QPushButton* button : bar->findChildren<QPushButton*>())
            QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(jobs.jobs().size(), std::size_t{1});
        QVERIFY(!bar->isVisible());
        jobs.cancel(jobs.jobs().front().id);
        QTRY_VERIFY(jobs.isIdle());
        window->close();
    }

    void whatWasOpenWhenTheProgramWasKilledIsOfferedAgain() {
        const test::UiWorld world;
        const QString file = QString::fromStdString(world.project().string());
        {
            const auto window = test::openWindow(world);
            QCOMPARE(settings::takeLeftOpenProject(), QString());  // it lives
            window->close();
        }
        // A process that is gone: another start time under our number.
        const QByteArray gone = QByteArray("h b n 1 1").toBase64(QByteArray::Base64UrlEncoding);
        QSettings().setValue(QStringLiteral("open/") + QString::fromLatin1(gone), file);
        QCOMPARE(settings::takeLeftOpenProject(), QString());  // on another machine, nobody can tell
        QSettings().remove(QStringLiteral("open"));
        settings::setOpenProject(file);
        const QStringList keys = [] {
            QSettings store;
            store.beginGroup(QStringLiteral("open"));
            return store.childKeys();
        }();
        QCOMPARE(keys.size(), 1);
        QByteArray mark = QByteArray::fromBase64(keys[0].toLatin1(), QByteArray::Base64UrlEncoding);
        mark.replace(mark.lastIndexOf(' ') + 1, 99, "1");
        QSettings().remove(QStringLiteral("open"));
        QSettings().setValue(
            QStringLiteral("open/") + QString::fromLatin1(mark.toBase64(QByteArray::Base64UrlEncoding)),
            file);
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto* start = window.findChild<StartPage*>();
        auto* bar = start->findChild<NoticeBar*>();
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(file), qPrintable(bar->text()));
        QSignalSpy shown(&window, &MainWindow::projectShown);
        QTest::keyClick(&window, Qt::Key_O, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(test::waitFor(shown));
        QVERIFY(window.session() != nullptr);
        window.close();
        QCOMPARE(settings::takeLeftOpenProject(), QString());
    }

    void recentProjectsArePinnedRemovedAndMissed() {
        const test::UiWorld world;
        const QString there = QString::fromStdString(world.project().string());
        settings::addRecentProject(there, 6);
        settings::addRecentProject(QStringLiteral("/nowhere/gone.segad"), 20);
        RecentList list;
        list.resize(520, 300);
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        QCOMPARE(list.count(), 2);
        QCOMPARE(list.item(0)->text(), QStringLiteral("gone"));
        const auto details = [&](int row) {
            return list.item(row)->data(Qt::AccessibleDescriptionRole).toString();
        };
        QTRY_VERIFY2(details(0).contains(QStringLiteral("not there any more")), qPrintable(details(0)));
        QVERIFY2(details(1).contains(QStringLiteral("6 part(s)")), qPrintable(details(1)));
        QVERIFY(!details(1).contains(QStringLiteral("not there")));
        list.setFocus();
        list.setCurrentRow(1);
        QTest::keyClick(&list, Qt::Key_P);
        QCOMPARE(list.item(0)->text(), QStringLiteral("world"));
        QCOMPARE(list.currentRow(), 0);
        list.setCurrentRow(1);
        QSignalSpy edited(&list, &RecentList::edited);
        QTest::keyClick(&list, Qt::Key_Delete);
        QCOMPARE(list.count(), 1);
        QCOMPARE(edited.count(), 1);
        QSignalSpy chosen(&list, &RecentList::chosen);
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toString(), there);
        // The mouse: the mark at the end takes it off, the words open it.
        const QRect line = list.visualItemRect(list.item(0));
        QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::NoModifier, line.center());
        QCOMPARE(chosen.count(), 2);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::NoModifier,
                          {line.right() - 10, line.center().y()});
        QCOMPARE(list.count(), 0);
        // Ten that are not pinned.
        for (int i = 0; i < 15; ++i)
            settings::addRecentProject(QStringLiteral("/p/%1.segad").arg(i), i);
        QCOMPARE(settings::recentProjects().size(), 10);
        QCOMPARE(settings::recentProjects().front().file, QStringLiteral("/p/14.segad"));
    }
};

QTEST_MAIN(ProjectLifeTest)
#include "project_life_test.moc"
