#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <atomic>
#include <chrono>
#include <thread>

#include <opencv2/core.hpp>

#include "tests/ui/inspect_panel_fixture.h"
#include "tests/ui/ui_world.h"
#include "ui/inspect/count_tiles.h"
#include "ui/inspect/history_panel.h"
#include "ui/inspect/inspect_form.h"
#include "ui/inspect/inspect_panel.h"
#include "ui/inspect/line_view.h"
#include "ui/inspect/operator_pin.h"
#include "ui/inspect/operator_window.h"
#include "ui/inspect/pin_dialog.h"
#include "ui/inspect/recent_strip.h"
#include "ui/inspect/trend_plot.h"
#include "ui/inspect/verdict_board.h"
#include "ui/inspect/verdict_sounds.h"
#include "ui/session/project_session.h"
#include "ui/widgets/notice_bar.h"

using namespace segad;
using namespace segad::ui;
using test::normalParts;

class InspectTest : public InspectPanelFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Verdict>("segad::Verdict"); }

    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void thePinIsAPbkdf2Hash() {
        // RFC 7914, section 11.
        QCOMPARE(operator_pin::derivedKey("passwd", "salt", 1, 64).toHex(),
                 QByteArray("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                            "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783"));
    }

    void thePinIsKeptSaltedAndFound() {
        QVERIFY(!operator_pin::isSet());
        for (const char* wrong : {"", "123", "12a4", "1234567890123"})
            QVERIFY(!operator_pin::set(QLatin1String(wrong)));
        QVERIFY(!operator_pin::isSet());
        QVERIFY(operator_pin::set(QStringLiteral("2580")));
        QVERIFY(operator_pin::matches(QStringLiteral("2580")));
        QVERIFY(!operator_pin::matches(QStringLiteral("2581")));
        const QStringList first = QSettings().value(QStringLiteral("inspect/pin")).toStringList();
        QVERIFY(!first.join(QLatin1Char(' ')).contains(QStringLiteral("2580")));
        QVERIFY(operator_pin::set(QStringLiteral("2580")));
        QVERIFY(QSettings().value(QStringLiteral("inspect/pin")).toStringList() != first);
        operator_pin::remove();
        QVERIFY(!operator_pin::matches(QStringLiteral("2580")));
    }

    void theSoundsAreWavFilesThatDiffer() {
        QList<QByteArray> tones;
        for (const Verdict verdict : {Verdict::Pass, Verdict::Review, Verdict::Reject}) {
            const QByteArray wav = verdictTone(verdict);
            QVERIFY(wav.startsWith("RIFF"));
            QCOMPARE(wav.mid(8, 8), QByteArray("WAVEfmt "));
            QVERIFY(!tones.contains(wav));
            tones << wav;
        }
        QVERIFY(tones[2].size() > tones[1].size() && tones[1].size() > tones[0].size());
    }

    void theRateIsThatOfTheLastMinute() {
        PartRate rate;
        QCOMPARE(rate.perMinute(5), 0.0);
        double now = 100;
        for (int i = 0; i < 1200; ++i, now += 0.1)
            rate.add(now);
        QVERIFY2(std::abs(rate.perMinute(now) - 600) < 15, qPrintable(QString::number(rate.perMinute(now))));
        // The line stands still.
        QVERIFY(rate.perMinute(now + 30) < 330);
        QCOMPARE(rate.perMinute(now + 3600), 0.0);
        PartRate young;
        for (int i = 0; i < 50; ++i)
            young.add(i * 0.1);
        QVERIFY(std::abs(young.perMinute(5) - 600) < 15);
    }

    void recentPartsAreAModelOfBoundedSize() {
        RecentParts recent;
        const QAbstractItemModelTester tester(&recent,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        const std::shared_ptr<PartPicture> large = plainPicture(cv::Mat(1000, 1100, CV_8UC3, cv::Scalar(9)));
        for (qint64 number = 1; number <= 500; ++number) {
            auto part = std::make_shared<LivePart>();
            part->number = number;
            part->path = QStringLiteral("%1.png").arg(number);
            part->picture = large;
            recent.add({part});
            QVERIFY(recent.keptBytes() <= RecentParts::kMostBytes);
        }
        QCOMPARE(recent.rowCount(), static_cast<int>(RecentParts::kMostParts));
        QCOMPARE(recent.at(0)->number, 500);
        QCOMPARE(recent.rowOf(490), 10);
        QCOMPARE(recent.rowOf(1), -1);
        QVERIFY(recent.at(0)->picture != nullptr);
        QVERIFY(recent.at(199)->picture == nullptr);
        recent.setRuled(490, Label::Bad);
        QVERIFY(recent.at(10)->ruled == Label::Bad);
    }

    void eachVerdictIsSeen() {
        line_->scores = {-3, 0.5, 2, std::nan("")};
        run();
        const auto* board = panel_->findChild<VerdictBoard*>();
        QCOMPARE(board->word(), QStringLiteral("UNREADABLE"));
        QVERIFY(board->accessibleName().contains(QStringLiteral("UNREADABLE")));
        panel_->live().hold(panel_->live().recent().at(1));
        QCOMPARE(board->word(), QStringLiteral("REJECT"));
        QVERIFY(board->details().contains(QStringLiteral("because of: wire")));
        panel_->live().hold(panel_->live().recent().at(3));
        QCOMPARE(board->word(), QStringLiteral("PASS"));
        const QStringList counts = panel_->findChild<CountTiles*>()->texts();
        QCOMPARE(counts.mid(0, 5), (QStringList{QStringLiteral("1 pass"), QStringLiteral("1 review"),
                                                QStringLiteral("1 reject"), QStringLiteral("1 no verdict"),
                                                QStringLiteral("4 parts")}));
    }

    void aClickShowsAPartAgainAndBackToLive() {
        line_->scores = {2, -3, -3, -3};
        line_->keepsOn = true;
        begin();
        QTRY_COMPARE_WITH_TIMEOUT(panel_->live().recent().rowCount(), 4, kPatience);
        auto* strip = panel_->findChild<RecentStrip*>();
        const QRect cell = strip->visualRect(panel_->live().recent().index(3));
        QTest::mouseClick(strip->viewport(), Qt::LeftButton, {}, cell.center());
        QVERIFY(panel_->live().isHeld());
        QCOMPARE(panel_->findChild<VerdictBoard*>()->word(), QStringLiteral("REJECT"));
        auto* view = panel_->findChild<LineView*>();
        QVERIFY(view->backAction()->isEnabled());
        QTest::keyClick(panel_.get(), Qt::Key_F5, Qt::ControlModifier);
        QVERIFY(!panel_->live().isHeld());
        QCOMPARE(panel_->findChild<VerdictBoard*>()->word(), QStringLiteral("PASS"));
        QTest::keyClick(panel_.get(), Qt::Key_F10, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!panel_->live().isRunning(), kPatience);
    }

    void aWordAgainstAVerdictIsStored() {
        line_->scores = {2};
        run();
        QTest::keyClick(panel_.get(), Qt::Key_F7, Qt::ControlModifier);
        QVERIFY(panel_->live().shown()->ruled == Label::Good);
        const auto said = [this] {
            const InspectionStore store(line_->store(), true);
            return store.latest(panel_->live().started()->totals.id, 1).front().ruled;
        };
        QTRY_VERIFY_WITH_TIMEOUT(said() == Label::Good, kPatience);
        QTest::keyClick(panel_.get(), Qt::Key_F9, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!said(), kPatience);
    }

    void withAProjectThePartIsTakenIntoIt() {
        const test::UiWorld world(4);
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        line_->scores = {-2, 2};
        panel_ = std::make_unique<InspectPanel>(session, new QAction(panel_.get()), std::cref(*line_));
        showPanel();
        panel_->start();
        QTRY_VERIFY_WITH_TIMEOUT(!panel_->live().isRunning(), kPatience);
        QTest::keyClick(panel_.get(), Qt::Key_F7, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(session.data().parts.size(), std::size_t{5}, kPatience);
        const PartRecord& part = session.data().parts.back();
        QCOMPARE(part.path, std::string("part-1001.png"));
        QVERIFY(part.label == Label::Good);
        panel_.reset();  // before the session
    }

    void manyPartsASecondAreShownTwentyTimesASecond() {
        line_->picture = {1200, 900};
        line_->scores = normalParts(200, -2);
        line_->between = std::chrono::milliseconds(2);
        line_->stores = false;
        makePanel();
        QSignalSpy came(&panel_->live(), &LineLive::partsCame);
        QElapsedTimer clock;
        clock.start();
        panel_->start();
        QTRY_VERIFY_WITH_TIMEOUT(!panel_->live().isRunning(), 4 * kPatience);
        QCOMPARE(panel_->live().totals().parts, 200);
        QCOMPARE(panel_->live().totals().pass, 200);
        QVERIFY2(came.size() <= clock.elapsed() / LineLive::kNewsMilliseconds + 3,
                 qPrintable(QString::number(came.size())));
        QVERIFY(panel_->live().recent().keptBytes() <= RecentParts::kMostBytes);
        QCOMPARE(panel_->live().shown()->number, 200);
        QVERIFY(panel_->findChild<TrendPlot*>()->averagePoints() >= 100);
    }

    void normalPartsThatMoveAreWarnedOf() {
        line_->stores = false;
        line_->scores = normalParts(150, -2);
        run();
        auto* bar = driftBar();
        QVERIFY(!bar->isVisible());
        // The next shift: what was usual is remembered.
        line_->scores = normalParts(80, -1.2);
        panel_->start();
        QTRY_VERIFY_WITH_TIMEOUT(!panel_->live().isRunning(), kPatience);
        QVERIFY(panel_->live().trend() == TrendState::Higher);
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QStringLiteral("lens")), qPrintable(bar->text()));
        // New lamps, and the engineer says that this is how it is now.
        QTest::keyClick(panel_.get(), Qt::Key_F5, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!bar->isVisible());
        line_->scores = normalParts(200, -1.2);
        panel_->start();
        QTRY_VERIFY_WITH_TIMEOUT(!panel_->live().isRunning(), kPatience);
        QVERIFY(panel_->live().trend() == TrendState::Steady);
    }

    void theOperatorReadsItFromTwoMetres() {
        line_->scores = {-3, 0.5, 2, std::nan("")};
        run();
        auto* window = panel_->showOperator();
        window->showNormal();
        window->resize(1920, 1080);
        QVERIFY(QTest::qWaitForWindowExposed(window));
        const auto* board = window->findChild<VerdictBoard*>();
        for (const Verdict verdict : {Verdict::Pass, Verdict::Review, Verdict::Reject}) {
            panel_->live().hold(panel_->live().recent().at(3 - static_cast<int>(verdict)));
            QVERIFY(panel_->live().shown()->verdict == verdict);
            QVERIFY2(board->wordHeight() > 1080 * 0.15,
                     qPrintable(board->word() + QString::number(board->wordHeight())));
        }
        window->leave();
    }

    void operatorModeIsLeftWithThePinOnly() {
        operator_pin::set(QStringLiteral("1379"));
        line_->scores = {2, -3};
        run();
        OperatorWindow* window = panel_->showOperator();
        QVERIFY(QTest::qWaitForWindowExposed(window));
        QVERIFY(!panel_->isVisible());
        QVERIFY(window->findChildren<QLineEdit*>().isEmpty());
        window->close();
        QVERIFY(window->isVisible());
        auto* dialog = window->findChild<PinDialog*>();
        QVERIFY(dialog != nullptr);
        QTest::keyClicks(dialog, QStringLiteral("1111"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(window->findChild<PinDialog*>() == nullptr);
        QVERIFY(window->isVisible());

        window->activateWindow();  // which a window manager does by itself
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keyClick(window, Qt::Key_Escape);
        dialog = window->findChild<PinDialog*>();
        QVERIFY(dialog != nullptr);
        // With a finger.
        for (const QChar digit : QStringLiteral("1379")) {
            for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
                if (button->text() == QString(digit)) QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(panel_->operatorWindow() == nullptr);
        QVERIFY(panel_->isVisible());
    }

    void theOperatorsKeysWork() {
        line_->scores = {2, -3, -3};
        run();
        OperatorWindow* window = panel_->showOperator();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keyClick(window, Qt::Key_Right);
        QVERIFY(panel_->live().isHeld());
        QTest::keyClick(window, Qt::Key_Right);
        QCOMPARE(panel_->live().shown()->number, 1);
        QTest::keyClick(window, Qt::Key_G);
        QVERIFY(panel_->live().shown()->ruled == Label::Good);
        QTest::keyClick(window, Qt::Key_Space);
        QVERIFY(!panel_->live().isHeld());
        QCOMPARE(panel_->live().shown()->number, 3);
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(panel_->operatorWindow() == nullptr);
    }

    void theFormSaysWhatIsAsked() {
        makePanel();
        InspectForm& form = panel_->form();
        form.setChoice({});
        QVERIFY(!form.missing().isEmpty());
        const QString folder = QString::fromStdString(line_->folder().string());
        form.setChoice({.package = QStringLiteral("/tmp/line.segad-model"),
                        .folder = folder,
                        .watch = true,
                        .resume = true,
                        .report = true,
                        .placing = Placing::Move});
        QVERIFY(!form.missing().isEmpty());  // where to?
        inspect_settings::Choice choice = form.choice();
        choice.placeIn = QStringLiteral("/tmp/sorted");
        form.setChoice(choice);
        QVERIFY(form.missing().isEmpty());
        const InspectionRequest request = form.request();
        QCOMPARE(request.model, Path("/tmp/line.segad-model"));
        QCOMPARE(request.folder, line_->folder());
        QVERIFY(request.watch && request.resume && request.placing == Placing::Move);
        QCOMPARE(request.placeIn, Path("/tmp/sorted"));
        QCOMPARE(request.report, Path(line_->folder().string() + "-results.html"));
        inspect_settings::setChoice(choice);
        QVERIFY(inspect_settings::choice() == choice);
    }

    void oldInspectionsStayReadable() {
        line_->scores = {2, -3, 0.5, -3, std::nan("")};
        run();
        HistoryPanel& history = panel_->history();
        QTRY_COMPARE_WITH_TIMEOUT(history.inspections(), 1, kPatience);
        auto* model = history.findChild<InspectionModel*>();
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 5, kPatience);
        auto* filter = history.findChild<InspectionFilter*>();
        filter->setShown(InspectionFilter::Show::Reject);
        QCOMPARE(filter->rowCount(), 1);
        filter->setShown(InspectionFilter::Show::NoVerdict);
        QCOMPARE(filter->rowCount(), 1);
        filter->setShown(InspectionFilter::Show::All);
        filter->sort(InspectionModel::Score, Qt::DescendingOrder);
        QCOMPARE(filter->index(0, InspectionModel::Part).data().toString(), QStringLiteral("part-1000.png"));
        // What is said there is stored, too.
        auto* table = history.findChild<QTableView*>();
        table->setCurrentIndex(filter->index(0, 0));
        for (QAction* action : history.actions()) {
            if (action->shortcut() == QKeySequence(QStringLiteral("Ctrl+Shift+F7"))) action->trigger();
        }
        const auto said = [this] {
            const InspectionStore store(line_->store(), true);
            return store.worst(panel_->live().started()->totals.id, 1).front().ruled;
        };
        QTRY_VERIFY_WITH_TIMEOUT(said() == Label::Good, kPatience);
        filter->setShown(InspectionFilter::Show::Said);
        QCOMPARE(filter->rowCount(), 1);
    }

    void whatGoesWrongIsSaid() {
        makePanel([](const InspectionRequest&, Job&) -> InspectionOutcome {
            throw Error(ErrorCode::NotFound, "line.segad-model", "is not there", "Copy it to this machine.");
        });
        panel_->start();
        QTRY_VERIFY_WITH_TIMEOUT(!panel_->live().isRunning(), kPatience);
        QVERIFY(panel_->live().problem().contains(QStringLiteral("line.segad-model")));
        QVERIFY(barSays(panel_->live().problem()));
    }

    void theWindowInspectsWithoutAProject() {
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(test::actionWithKey(window, QStringLiteral("F12")) != nullptr);
        window.inspectWith(QString::fromStdString((dir_->path() / "none.segad-model").string()),
                           QString::fromStdString(line_->folder().string()), false);
        QVERIFY(window.station() != nullptr && window.station()->isVisible());
        // It began at once, and says that there is no such package.
        QTRY_VERIFY_WITH_TIMEOUT(!window.station()->live().problem().isEmpty(), kPatience);
        QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
        QVERIFY(window.station() == nullptr);
    }

private:
    NoticeBar* driftBar() const {
        for (NoticeBar* bar : panel_->findChildren<NoticeBar*>()) {
            if (bar->accessibleName() == LineView::tr("The line has changed")) return bar;
        }
        return nullptr;
    }
};

QTEST_MAIN(InspectTest)
#include "inspect_test.moc"
