// What goes wrong: one list, nothing that has to be clicked away.
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QSettings>
#include <QTableView>
#include <QToolButton>

#include "core/base/job.h"
#include "tests/ui/ui_world.h"
#include "ui/session/message_log.h"
#include "ui/session/project_session.h"
#include "ui/shell/job_bar.h"
#include "ui/shell/messages_panel.h"
#include "ui/shell/project_view.h"

using namespace segad;
using namespace segad::ui;

namespace {
const Error kUnreadable(ErrorCode::InvalidData, "a.png", "is cut off", "Copy it again.");
const Error kFull(ErrorCode::DiskFull, "world.segad", "can't be written", "Free some room.");
}  // namespace

class MessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }

    void repetitionsAreFoldedAndTheNewestIsFirst() {
        MessageLog log;
        const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::Fatal);
        log.add({.about = QStringLiteral("a.png"), .what = QStringLiteral("is cut off")});
        log.add({.about = QStringLiteral("b.png"), .what = QStringLiteral("is cut off")});
        log.add({.about = QStringLiteral("a.png"), .what = QStringLiteral("is cut off")});
        QCOMPARE(log.rowCount(), 2);
        QCOMPARE(log.messages()[0].about, QStringLiteral("a.png"));
        QCOMPARE(log.messages()[0].times, 2);
        QCOMPARE(log.unseen(), 3);
        QVERIFY(log.data(log.index(0, MessageLog::When)).toString().contains(QStringLiteral("2 times")));
        for (int i = 0; i < 600; ++i)
            log.add({.what = QString::number(i)});
        QCOMPARE(log.rowCount(), 500);
        log.clear();
        QCOMPARE(log.rowCount(), 0);
    }

    void errorsOfTheProjectAreListedWithFileAndRemedy() {
        const test::UiWorld world;
        const auto window = test::openWindow(world);
        auto* dock = window->findChild<QDockWidget*>(QStringLiteral("messages"));
        QVERIFY(dock->isHidden());
        ProjectSession& session = *window->session();
        for (int i = 0; i < 3; ++i)
            session.reportError(kUnreadable);
        session.reportError(kFull);
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY2(barText(*window).contains(QStringLiteral("world.segad: can't be written. Free some room.")),
                 qPrintable(barText(*window)));
        auto* count = bar(*window)->findChild<QToolButton*>();
        QCOMPARE(count->text(), QStringLiteral("⚠ 2"));
        QVERIFY(count->font().bold());
        QTest::mouseClick(count, Qt::LeftButton);
        QVERIFY(dock->isVisible());
        QVERIFY(!count->font().bold());

        auto* table = dock->findChild<QTableView*>();
        QCOMPARE(table->model()->rowCount(), 2);
        table->setFocus();
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.endsWith(QStringLiteral("a.png: is cut off. Copy it again.")), qPrintable(copied));
        QTest::keyClick(table, Qt::Key_X, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(!count->isVisible());
    }

    void aJobThatFailsAndItsWarningsAreListed() {
        const test::UiWorld world;
        const auto window = test::openWindow(world);
        window->session()->jobs().enqueue(QStringLiteral("Look"), [](Job& job) -> QString {
            job.warn(kUnreadable);
            throw kFull;
        });
        QTRY_COMPARE(window->messages().rowCount(), 2);
        const auto& messages = window->messages().messages();
        QVERIFY(messages[0].kind == Message::Kind::Error && messages[1].kind == Message::Kind::Warning);
        QCOMPARE(messages[0].about, QStringLiteral("Look"));
        QVERIFY(messages[0].what.contains(QStringLiteral("Free some room")));
    }

    void theListOutlivesTheProject() {
        const test::UiWorld world;
        auto window = test::openWindow(world);
        window->session()->reportError(kFull);
        QSignalSpy shown(window.get(), &MainWindow::projectShown);
        window->openProject(QString::fromStdString(world.project().string()));
        QVERIFY(test::waitFor(shown));
        QCOMPARE(window->messages().rowCount(), 1);
        QVERIFY(barText(*window).contains(QStringLiteral("Free some room")));
    }

private:
    static JobBar* bar(const MainWindow& window) { return window.findChild<JobBar*>(); }
    static QString barText(const MainWindow& window) { return bar(window)->findChild<QLabel*>()->text(); }
};

QTEST_MAIN(MessagesTest)
#include "messages_test.moc"
