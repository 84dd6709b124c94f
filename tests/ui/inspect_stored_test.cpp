// The line beside what is stored of it and what else goes on: after a restart, while other jobs run, while
// the folder is away; and what is said of a part.
#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <atomic>

#include "tests/ui/inspect_panel_fixture.h"
#include "tests/ui/ui_world.h"
#include "ui/inspect/history_panel.h"
#include "ui/inspect/inspect_panel.h"
#include "ui/inspect/part_stage.h"
#include "ui/inspect/trend_plot.h"
#include "ui/inspect/verdict_board.h"
#include "ui/results/scorer_names.h"
#include "ui/session/job_queue.h"

using namespace segad;
using namespace segad::ui;
using test::normalParts;

class InspectStoredTest : public InspectPanelFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Verdict>("segad::Verdict"); }

    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void afterARestartTheLastPartsAreBack() {
        line_->scores = normalParts(120, -2);
        line_->scores.push_back(2);
        run();
        const auto readings = panel_->live().readings().size();
        panel_.reset();
        jobs_ = std::make_unique<JobQueue>();
        makePanel();
        LineLive& live = panel_->live();
        QTRY_COMPARE_WITH_TIMEOUT(live.recent().rowCount(), 121, kPatience);
        QVERIFY(live.isRestored() && !live.isRunning());
        QCOMPARE(live.totals().reject, 1);
        QCOMPARE(live.readings().size(), readings);
        QVERIFY(panel_->findChild<TrendPlot*>()->averagePoints() > 10);
        const auto* board = panel_->findChild<VerdictBoard*>();
        QCOMPARE(board->word(), QStringLiteral("REJECT"));
        QVERIFY(board->details().front().startsWith(QStringLiteral("looked at again")));
        QTRY_VERIFY_WITH_TIMEOUT(!live.recent().at(120)->thumbnail.isNull(), kPatience);
        // A word against a verdict goes to the stored inspection.
        QTest::keyClick(panel_.get(), Qt::Key_F7, Qt::ControlModifier);
        const auto said = [&] {
            return InspectionStore(line_->store(), true).latest(live.totals().id, 1).front().ruled;
        };
        QTRY_VERIFY_WITH_TIMEOUT(said() == Label::Good, kPatience);
        // A new inspection begins with an empty line.
        line_->scores = {-3};
        QTest::keyClick(panel_.get(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!live.isRunning(), kPatience);
        QCOMPARE(live.recent().rowCount(), 1);
    }

    void theTrendShowsPartsThatAreFarAbove() {
        line_->scores = normalParts(40, -2);
        line_->scores.insert(line_->scores.end(), {0.5, 900, 20});
        run();
        QCOMPARE(panel_->findChild<TrendPlot*>()->failedPoints(), 3);
    }

    void whereNothingIsNewThatIsSaid() {
        line_->scores = normalParts(30, -2);
        run();
        QVERIFY(!says(QStringLiteral("judged before")));
        QVERIFY(says(QStringLiteral("30 of 100")));
        line_->continues = true;
        QTest::keyClick(panel_.get(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!panel_->live().isRunning(), kPatience);
        QVERIFY(says(QStringLiteral("Nothing new: all 30 picture")));
        QVERIFY(says(QStringLiteral("30 of 100")));
    }

    void aWatchLetsOtherJobsRunAndSaysThatTheFolderIsAway() {
        line_->scores = {-3};
        line_->keepsOn = true;
        line_->away.emplace(ErrorCode::Io, "/line", "is not there; waiting for it", "Mount the drive again.");
        makePanel();
        inspect_settings::Choice choice = panel_->form().choice();
        choice.watch = true;
        panel_->form().setChoice(choice);
        panel_->start();
        QTRY_COMPARE_WITH_TIMEOUT(panel_->live().recent().rowCount(), 1, kPatience);
        const quint64 job = jobs_->enqueue(QStringLiteral("train"), [](Job&) { return QString(); });
        QTRY_COMPARE_WITH_TIMEOUT(jobs_->find(job)->state, JobState::Done, kPatience);
        QVERIFY(panel_->live().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(panel_->live().away().contains(QStringLiteral("/line")), kPatience);
        QVERIFY(barSays(panel_->live().away()));
        QTest::keyClick(panel_.get(), Qt::Key_F10, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!panel_->live().isRunning(), kPatience);
        QVERIFY(!barSays(panel_->live().away()));
    }

    void anInspectionThatWaitsSaysForWhat() {
        std::atomic<bool> trained{false};
        jobs_->enqueue(QStringLiteral("Train PatchCore"), [&trained](Job&) {
            while (!trained)
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            return QString();
        });
        line_->scores = {-3};
        begin();
        QTRY_COMPARE_WITH_TIMEOUT(panel_->live().waitsFor(), QStringLiteral("Train PatchCore"), kPatience);
        QVERIFY(panel_->findChild<VerdictBoard*>()->word().contains(QStringLiteral("Train PatchCore")));
        trained = true;
        QTRY_VERIFY_WITH_TIMEOUT(!panel_->live().isRunning(), kPatience);
        QVERIFY(panel_->live().waitsFor().isEmpty());
    }

    void theHeatmapOfAStoredPartNeedsWhatJudged() {
        line_->scores = {-3, 2};
        run();
        HistoryPanel& history = panel_->history();
        auto* model = history.findChild<InspectionModel*>();
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 2, kPatience);
        auto* table = history.findChild<QTableView*>();
        table->setCurrentIndex(table->model()->index(0, 0));
        const auto notice = [&] { return history.findChild<PartStage*>()->canvas().notice(); };
        QTRY_VERIFY_WITH_TIMEOUT(notice().contains(QStringLiteral("Heatmaps")), kPatience);
        QTest::keyClick(panel_.get(), Qt::Key_F2, Qt::ControlModifier | Qt::ShiftModifier);
        int pressed = 0;
        for (const QPushButton* button : panel_->findChildren<QPushButton*>())
            pressed += button->isChecked() ? 1 : 0;
        QCOMPARE(pressed, 2);  // on the line and in the list
        QTRY_VERIFY_WITH_TIMEOUT(notice().startsWith(QStringLiteral("no heatmap: ")), kPatience);
        QVERIFY2(notice().contains(QStringLiteral("line.segad-model")), qPrintable(notice()));
    }

    void aPartWithoutASegmentMapIsCalledThat() {
        line_->scores = {std::nan("")};
        line_->noVerdict = NoVerdict::NoSegments;
        run();
        QCOMPARE(panel_->findChild<VerdictBoard*>()->word(), QStringLiteral("NO SEGMENT MAP"));
        const RecentParts::Part part = panel_->live().shown();
        QVERIFY(part->picture != nullptr);
        QVERIFY2(noticeOn(*part).contains(QStringLiteral("Put its segment map")),
                 qPrintable(noticeOn(*part)));
        QVERIFY(partLine(*part).contains(QStringLiteral("no segment map")));
    }

    void namesAreThoseOfTheWindow() {
        QCOMPARE(titleOfName("patchcore"), QStringLiteral("PatchCore"));
        QCOMPARE(titleOfName("patchcore (map maximum)"), QStringLiteral("PatchCore, map maximum"));
        QCOMPARE(titleOfName("brf(patchcore)"), QStringLiteral("BRF on PatchCore"));
        line_->scores = {-3};
        run();
        bool said = false;
        for (const QLabel* label : panel_->findChildren<QLabel*>())
            said = said || label->text().startsWith(QStringLiteral("BRF on PatchCore"));
        QVERIFY(said);
    }
};

QTEST_MAIN(InspectStoredTest)
#include "inspect_stored_test.moc"
