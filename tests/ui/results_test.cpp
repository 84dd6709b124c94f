// The Results workspace: thresholds that are dragged, typed or follow a goal; the live forest; links to the
// gallery.
#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QTemporaryDir>
#include <numeric>

#include "tests/ui/ui_world.h"
#include "ui/results/decision_panel.h"
#include "ui/results/goal_form.h"
#include "ui/results/label_advice.h"
#include "ui/results/score_plots.h"
#include "ui/results/verdict_tables.h"
#include "ui/session/live_results.h"
#include "ui/session/project_session.h"
#include "ui/widgets/qcustomplot_p.h"

using namespace segad;
using namespace segad::ui;

namespace {
ScoreSets someScores() {
    ScoreSets scores;
    for (int i = 0; i < 50; ++i)
        scores.good.push_back(0.01 * i);
    for (int i = 0; i < 20; ++i)
        scores.bad.push_back(0.4 + 0.03 * i);
    return scores;
}

void drag(QWidget& plot, QPoint from, QPoint to) {
    QTest::mousePress(&plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(&plot, (from + to) / 2);
    QTest::mouseMove(&plot, to);
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, to);
}
}  // namespace

class ResultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }

    void binsHoldEveryPartOnce() {
        const ScoreSets scores = someScores();
        const std::vector<ScoreBin> bins = scoreBins(scores, 17);
        QCOMPARE(bins.size(), std::size_t{17});
        int good = 0;
        int bad = 0;
        for (std::size_t i = 0; i < bins.size(); ++i) {
            good += bins[i].good;
            bad += bins[i].bad;
            if (i > 0) QCOMPARE(bins[i].from, bins[i - 1].to);
        }
        QCOMPARE(good, 50);
        QCOMPARE(bad, 20);
        QCOMPARE(bins.front().from, 0.0);
        QCOMPARE(bins.back().to, 0.97);
        QVERIFY(scoreBins({}, 10).empty());
        QCOMPARE(scoreBins({.good = {3, 3}, .bad = {}}, 4).size(), std::size_t{4});
    }

    void theSweepGoesFromNothingMissedToNothingRejected() {
        const std::vector<SweepPoint> points = thresholdSweep(someScores());
        QCOMPARE(points.front().missed, 0.0);
        QCOMPARE(points.front().rejected, 1.0);
        QCOMPARE(points.back().missed, 1.0);
        QCOMPARE(points.back().rejected, 0.0);
        for (std::size_t i = 1; i < points.size(); ++i) {
            QVERIFY(points[i].threshold > points[i - 1].threshold);
            QVERIFY(points[i].missed >= points[i - 1].missed);
            QVERIFY(points[i].rejected <= points[i - 1].rejected);
        }
        QVERIFY(thresholdSweep({.good = {1}, .bad = {}}).empty());
    }

    void aLineIsDraggedAndTakesTheOtherAlong() {
        ScorePlots plots;
        plots.resize(500, 500);
        plots.setScores(QStringLiteral("PatchCore"), someScores());
        plots.setThresholds(0.3, 0.6);
        plots.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plots));
        QCustomPlot& plot = *plots.histogram();
        QTest::qWait(20);
        const auto at = [&](double score) {
            return QPoint(qRound(plot.xAxis->coordToPixel(score)), plot.axisRect()->center().y());
        };
        std::pair<double, double> moved;
        connect(&plots, &ScorePlots::thresholdsMoved, &plots, [&](double review, double reject) {
            moved = {review, reject};
        });
        drag(plot, at(0.6), at(0.8));
        QVERIFY(std::abs(moved.second - 0.8) < 0.02);
        QVERIFY(std::abs(moved.first - 0.3) < 0.02);
        drag(plot, at(0.8), at(0.2));
        QVERIFY(std::abs(moved.second - 0.2) < 0.02);
        QCOMPARE(moved.first, moved.second);
    }

    void aBarIsPickedWhereThereIsNoLine() {
        ScorePlots plots;
        plots.resize(500, 500);
        plots.setScores(QStringLiteral("PatchCore"), someScores());
        plots.setThresholds(0.3, 0.6);
        plots.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plots));
        QTest::qWait(20);
        QSignalSpy picked(&plots, &ScorePlots::binPicked);
        QCustomPlot& plot = *plots.histogram();
        const ScoreBin bin = plots.bins()[4];
        const QPoint middle(qRound(plot.xAxis->coordToPixel((bin.from + bin.to) / 2)),
                            plot.axisRect()->center().y());
        QTest::mouseClick(&plot, Qt::LeftButton, {}, middle);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].toDouble(), bin.from);
        QCOMPARE(picked[0][1].toDouble(), bin.to);
    }

    void plotsAreWrittenInEveryFormat() {
        ScorePlots plots;
        plots.setScores(QStringLiteral("PatchCore"), someScores());
        const QTemporaryDir dir;
        for (const char* name : {"a.png", "a.svg", "a.pdf", "a.csv"}) {
            const QString file = dir.filePath(QString::fromLatin1(name));
            for (const PlotFile& plot : plots.exportable()) {
                QVERIFY(writePlot(plot, file));
                QVERIFY(QFileInfo(file).size() > 500);
                QVERIFY(!writePlot(plot, dir.filePath(QStringLiteral("nowhere/a.png"))));
            }
        }
    }

    void theGoalIsRemembered() {
        {
            GoalForm form;
            QCOMPARE(form.goal().maxMissed, std::optional(0.01));
            QVERIFY(!form.goal().maxRejected);
            Goal goal;
            goal.maxRejected = 0.02;
            goal.defectRate = 0.005;
            goal.costs = GoalCosts{.missed = 100, .rejected = 5, .reviewed = 1};
            goal.promise = true;
            form.setGoal(goal);
            form.findChild<QDoubleSpinBox*>()->setValue(3);
            Q_EMIT form.findChildren<QDoubleSpinBox*>().back()->valueChanged(1);
        }
        const GoalForm again;
        QVERIFY(!again.goal().maxMissed);
        QCOMPARE(again.goal().maxRejected, std::optional(0.02));
        QCOMPARE(again.goal().defectRate, std::optional(0.005));
        QVERIFY(again.goal().promise);
        QCOMPARE(again.goal().costs->missed, 100.0);
    }

    void thresholdsAreJudgedMovedAndStored() {
        open(40);
        DecisionPanel panel(*session_);
        panel.resize(420, 1000);
        panel.show();
        QVERIFY2(!action(panel, QStringLiteral("Use these thresholds"))->isEnabled(), "nothing is read yet");
        QDoubleSpinBox* review = box(panel, QStringLiteral("Review from"));
        QDoubleSpinBox* reject = box(panel, QStringLiteral("Reject from"));
        QTRY_VERIFY(review->isEnabled());
        review->setValue(5);
        reject->setValue(25);
        QVERIFY2(panel.judged().has_value(), qPrintable(panel.findChildren<QLabel*>().back()->text()));
        const std::uint64_t judged = panel.judged()->good.total() + panel.judged()->bad.total();
        QVERIFY(judged > 0);
        // Pushed against each other they stay in order.
        review->setValue(30);
        QCOMPARE(panel.thresholds().second, panel.thresholds().first);
        review->setValue(0.2);
        reject->setValue(0.8);
        QAction* use = action(panel, QStringLiteral("Use these thresholds"));
        QVERIFY(use->isEnabled());
        use->trigger();
        QTRY_VERIFY(session_->jobs().isIdle());
        const auto stored = Project::open(world_->project(), true).runs().thresholds(world_->trainRun());
        QVERIFY(stored.has_value());
        QCOMPARE(stored->review, 0.2);
        QCOMPARE(stored->reject, 0.8);
        QVERIFY(!use->isEnabled());
    }

    void aGoalIsFollowed() {
        open(40);
        DecisionPanel panel(*session_);
        panel.show();
        QAction* find = action(panel, QStringLiteral("Follow the goal"));
        QTRY_VERIFY(find->isEnabled());
        Goal goal;
        goal.maxMissed = 0.0;
        panel.findChild<GoalForm*>()->setGoal(goal);
        QSignalSpy judged(&panel, &DecisionPanel::judgedAnew);
        find->trigger();
        QTRY_VERIFY(panel.judged().has_value() && panel.judged()->missed.share == 0.0);
        QVERIFY(!judged.empty());
        QVERIFY(std::isfinite(panel.thresholds().second));
    }

    void aNumberShowsItsParts() {
        open(40);
        DecisionPanel panel(*session_);
        panel.resize(420, 1000);
        panel.show();
        QDoubleSpinBox* review = box(panel, QStringLiteral("Review from"));
        QTRY_VERIFY(review->isEnabled());
        review->setValue(0.2);
        box(panel, QStringLiteral("Reject from"))->setValue(0.5);
        auto* outcome = panel.findChild<VerdictTables*>()->findChild<QTableWidget*>();
        QTest::mouseClick(outcome->viewport(), Qt::LeftButton, {},
                          outcome->visualItemRect(outcome->item(1, 3)).center());
        const PartQuery& query = session_->view().query();
        QCOMPARE(query.score.run, world_->trainRun());
        QCOMPARE(query.score.from, std::optional(0.5));
        QVERIFY(!query.score.to);
        QCOMPARE(query.choices(Facet::Label), std::set<QString>{QStringLiteral("bad")});
        QCOMPARE(static_cast<std::uint64_t>(session_->view().rows().size()), panel.judged()->bad.reject);
    }

    void theLiveForestFollowsALabel() {
        open(40);
        LiveResults& live = session_->live();
        QSignalSpy updated(&live, &LiveResults::updated);
        QTest::qWait(50);
        QVERIFY2(updated.empty(), "nobody wants it yet");
        live.want(*this);
        QTRY_VERIFY_WITH_TIMEOUT(!live.isUnderway(), 20000);
        QVERIFY2(live.problem().isEmpty(), qPrintable(live.problem()));
        QVERIFY(live.forest() != nullptr);
        const std::size_t bad = live.forest()->bad();
        const LabelAdvice advice(*session_);
        const PartId part = session_->data().parts.back().id;
        const std::vector<PartId> one{part};
        session_->setLabel(one, Label::Unlabelled);
        QVERIFY(live.isUnderway());
        QTRY_VERIFY_WITH_TIMEOUT(!live.isUnderway(), 20000);
        QCOMPARE(live.forest()->bad(), bad - 1);
        QVERIFY(std::ranges::any_of(live.suggestions(), [&](const Suggestion& s) { return s.part == part; }));
        session_->setCurrentPart(session_->data().parts.front().id);
        QCOMPARE(live.nextSuggestion(session_->currentPart()), part);
        QCOMPARE(live.nextSuggestion(part), PartId{0});
        QCOMPARE(advice.findChild<QTableWidget*>()->rowCount(), 1);
    }

private:
    void open(int parts) {
        session_.reset();
        world_ = std::make_unique<test::UiWorld>(parts);
        session_ = std::make_unique<ProjectSession>(world_->project());
        QSignalSpy opened(session_.get(), &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
    }
    static QDoubleSpinBox* box(const QWidget& panel, const QString& name) {
        for (QDoubleSpinBox* found : panel.findChildren<QDoubleSpinBox*>()) {
            if (found->accessibleName() == name) return found;
        }
        return nullptr;
    }
    static QAction* action(const QWidget& panel, const QString& text) {
        for (QAction* found : panel.findChildren<QAction*>()) {
            if (found->text() == text) return found;
        }
        return nullptr;
    }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;
};

QTEST_MAIN(ResultsTest)
#include "results_test.moc"
