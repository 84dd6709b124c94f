// The plots of Results: curves whose points lead to parts, breakdowns, reports that are kept, export.
#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>

#include "core/base/json.h"
#include "tests/ui/ui_world.h"
#include "ui/results/ablation_panel.h"
#include "ui/results/breakdown_panel.h"
#include "ui/results/curve_pair.h"
#include "ui/results/decision_panel.h"
#include "ui/results/error_links.h"
#include "ui/results/learning_panel.h"
#include "ui/results/results_panel.h"
#include "ui/results/score_plots.h"
#include "ui/results/scorer_names.h"
#include "ui/session/project_session.h"
#include "ui/widgets/interval_plot.h"
#include "ui/widgets/qcustomplot_p.h"
#include "ui/widgets/side_tabs.h"

using namespace segad;
using namespace segad::ui;

namespace {
/// Two good and two bad parts: thresholds falling.
std::vector<CurvePoint> somePoints() {
    return {{std::numeric_limits<double>::infinity(), 0, 0}, {4, 0, 0.5}, {3, 0, 1}, {2, 0.5, 1}, {1, 1, 1}};
}

ui::RocCurve someCurve() {
    return {.name = QStringLiteral("PatchCore"),
            .auroc = 0.875,
            .points = {{9, 0, 0}, {3, 0, 0.75}, {2, 0.5, 1}, {0, 1, 1}},
            .good = 4,
            .bad = 4};
}

QPoint pixelOf(const QCustomPlot& plot, double x, double y) {
    return QPointF(plot.xAxis->coordToPixel(x), plot.yAxis->coordToPixel(y)).toPoint();
}

QString contentOf(const QString& file) {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) return {};
    return QString::fromUtf8(in.readAll());
}

SeedFigure figure(double mean, double deviation) {
    return SeedStats{.count = 10, .mean = mean, .deviation = deviation};
}

AblationReport someReport() {
    AblationReport report{.seeds = 10, .good = 60, .bad = 30, .badForFit = 10, .bestBare = "rd4ad"};
    const std::vector<std::string> both{"patchcore", "rd4ad"};
    report.rows = {
        {.name = "patchcore", .detectors = {"patchcore"}, .auroc = figure(0.81, 0.01)},
        {.name = "patchcore (map maximum)", .detectors = {"patchcore"}, .auroc = figure(0.84, 0.01)},
        {.name = "rd4ad", .detectors = {"rd4ad"}, .auroc = figure(0.9, 0.01)},
        {.name = "brf(patchcore,rd4ad)",
         .kind = "brf",
         .detectors = both,
         .auroc = figure(0.95, 0.02),
         .bareDifference = 0.05,
         .barePValue = 0.2},
        {.name = "rf(patchcore,rd4ad)", .kind = "rf", .detectors = both, .auroc = figure(0.93, 0.02)},
        {.name = "brf(patchcore,rd4ad) without segment wire",
         .kind = "brf",
         .detectors = both,
         .withoutSegment = "wire",
         .auroc = figure(0.91, 0.02)}};
    report.warnings = {
        "With 30 bad test parts the AUROC is known to ± 6.0 % only: models that differ by less "
        "can't be told apart"};
    return report;
}
}  // namespace

class ResultPlotsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }

    void aThresholdCutsWhereItsPointLies() {
        const std::vector<CurvePoint> points = somePoints();
        for (std::size_t i = 0; i < points.size(); ++i)
            QCOMPARE(pointAt(points, thresholdAt(points, i)), i);
        QCOMPARE(thresholdAt(points, 1), 3.5);
        QVERIFY(thresholdAt(points, 0) > 4);
        QCOMPARE(pointAt(points, 100), std::size_t{0});
        QCOMPARE(pointAt(points, -100), std::size_t{4});
    }

    void scorersHaveNamesForPeople() {
        QCOMPARE(scorerTitle("brf", {"patchcore"}), QStringLiteral("BRF on PatchCore"));
        QCOMPARE(scorerTitle("", {"patchcore"}), QStringLiteral("PatchCore"));
        QCOMPARE(bareTitle("patchcore (map maximum)"), QStringLiteral("PatchCore, map maximum"));
        const std::vector<std::string> four{"patchcore", "rd4ad", "fastflow", "dra"};
        const std::vector<std::string> five{"patchcore", "rd4ad", "fastflow", "dra", "devnet"};
        QCOMPARE(scorerTitle("rf", four, four), QStringLiteral("RF on all 4 detector(s)"));
        QVERIFY(scorerTitle("rf", four, five).startsWith(QStringLiteral("RF on all but ")));
        EvaluationRecord evaluation{.name = "brf(patchcore)", .detectors = {"patchcore"}, .forest = "brf"};
        QCOMPARE(scorerTitle(evaluation), QStringLiteral("BRF on PatchCore"));
    }

    void thresholdsAreDraggedOnTheRocToo() {
        ScorePlots plots;
        plots.resize(500, 900);
        ScoreSets scores;
        for (int i = 0; i < 20; ++i) {
            scores.good.push_back(0.05 * i);
            scores.bad.push_back(0.5 + 0.05 * i);
        }
        plots.setScores(QStringLiteral("PatchCore"), scores);
        plots.setThresholds(0.3, 0.88);
        plots.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plots));
        QCustomPlot& plot = *plots.roc()->plot();
        QTest::qWait(20);
        std::pair<double, double> moved;
        connect(&plots, &ScorePlots::thresholdsMoved, &plots, [&](double review, double reject) {
            moved = {review, reject};
        });
        // Reject from 0.88 on: 2 of 20 good, 12 of 20 bad parts.
        const QPoint from = pixelOf(plot, 10, 60);
        const QPoint to = pixelOf(plot, 0, 50);
        QTest::mousePress(&plot, Qt::LeftButton, {}, from);
        QTest::mouseMove(&plot, (from + to) / 2);
        QTest::mouseMove(&plot, to);
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, to);
        QCOMPARE(moved.first, 0.3);
        QVERIFY2(moved.second > 0.95 && moved.second <= 1.0, qPrintable(QString::number(moved.second)));
        QSignalSpy picked(&plots, &ScorePlots::thresholdPicked);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, pixelOf(plot, 50, 100));
        QCOMPARE(picked.size(), 1);
    }

    void aCurveOffersAClickOnlyWhereSomebodyListens() {
        const ui::RocCurve curve{
            .name = QStringLiteral("PatchCore"), .auroc = {}, .points = {{0.5, 0, 0.4}, {0.1, 1, 1}}};
        RocPlot plot;
        plot.setCurves({curve});
        QVERIFY(!plot.findChild<QLabel*>()->text().contains(QStringLiteral("click")));
        const QSignalSpy listener(&plot, &RocPlot::pointPicked);
        plot.setCurves({curve});
        QVERIFY(plot.findChild<QLabel*>()->text().contains(QStringLiteral("click")));
    }

    void aLongNameLeavesTheCurvesTheirRoom() {
        RocPlot plot;
        ui::RocCurve curve{
            .name = QStringLiteral("a forest with a name that is longer than the plot is wide"),
            .auroc = 0.875,
            .points = {}};
        plot.setCurves({curve});
        plot.resize(220, 320);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QCustomPlot& drawn = *plot.plot();
        drawn.replot();
        QVERIFY2(drawn.width() <= 220, qPrintable(QString::number(drawn.width())));
        QVERIFY(drawn.axisRect()->outerRect().right() < drawn.width());
        QVERIFY(drawn.legend->outerRect().right() < drawn.width());
        // Where there is room it is written out.
        QCOMPARE(drawn.plottable(drawn.plottableCount() - 1)->name(),
                 curve.name + QStringLiteral("   AUROC 87.5 %"));
    }

    void precisionFollowsFromTheRoc() {
        CurvePair pair;
        pair.setCurves({someCurve()});
        const std::vector<PlotFile> files = pair.exportable();
        QCOMPARE(files.size(), std::size_t{2});
        const std::vector<QStringList>& rows = files[1].table.rows;
        QCOMPARE(rows.size(), std::size_t{4});
        QCOMPARE(rows[0], (QStringList{QStringLiteral("PatchCore"), QStringLiteral("9"), QStringLiteral("0"),
                                       QStringLiteral("100")}));
        QCOMPARE(rows[3][3], QStringLiteral("50"));  // all called bad: half are
    }

    void bothCurvesAreShownWhereThereIsRoom() {
        CurvePair pair;
        pair.setCurves({someCurve()});
        pair.resize(400, 400);
        pair.show();
        QVERIFY(pair.roc()->isVisible() && !pair.recall()->isVisible());
        QTest::mouseClick(pair.findChildren<QToolButton*>()[1], Qt::LeftButton);
        QVERIFY(!pair.roc()->isVisible() && pair.recall()->isVisible());
        pair.resize(900, 400);
        QTRY_VERIFY(pair.roc()->isVisible() && pair.recall()->isVisible());
    }

    void theNumbersOfAPlotAreWrittenAsATable() {
        const QTemporaryDir dir;
        IntervalPlot plot;
        plot.setBars({.title = QStringLiteral("AUROC"),
                      .fileName = QStringLiteral("a"),
                      .rows = QStringLiteral("Type"),
                      .values = QStringLiteral("AUROC (%)"),
                      .hint = {}},
                     {QStringLiteral("bent, \"twice\""), QStringLiteral("hole")},
                     {{.name = QStringLiteral("PatchCore"),
                       .bars = {{.value = 0.75, .low = 0.5, .high = 1.0},
                                {.value = std::nullopt, .low = std::nullopt, .high = std::nullopt}}}});
        const QString file = dir.filePath(QStringLiteral("a.csv"));
        QVERIFY(writePlot(plot.exportable(), file));
        const QStringList lines = contentOf(file).split(QStringLiteral("\r\n"));
        QCOMPARE(lines[1], QStringLiteral("\"bent, \"\"twice\"\"\",PatchCore,75,50,100"));
        QCOMPARE(lines[2], QStringLiteral("hole,PatchCore,,,"));
        QVERIFY(writePlot(plot.exportable(), dir.filePath(QStringLiteral("a.svg"))));
    }

    void aBarEndsAtItsValue() {
        IntervalPlot plot;
        plot.resize(500, 300);
        plot.setBars({.title = QStringLiteral("Bars"), .values = QStringLiteral("AUROC (%)"), .base = 0.5},
                     {QStringLiteral("dent"), QStringLiteral("hole")},
                     {{.name = QStringLiteral("PatchCore"),
                       .bars = {{.value = 0.8, .low = 0.7, .high = 0.9}, {.value = 0.3}}}});
        plot.show();
        plot.plot()->replot();
        const auto* bars = qobject_cast<QCPBars*>(plot.plot()->plottable(0));
        QVERIFY(bars != nullptr);
        QCOMPARE(bars->dataPixelPosition(0).x(), plot.plot()->xAxis->coordToPixel(80));
        QCOMPARE(bars->dataPixelPosition(1).x(), plot.plot()->xAxis->coordToPixel(30));
        const auto* lines = qobject_cast<QCPErrorBars*>(plot.plot()->plottable(1));
        QVERIFY(lines != nullptr);
        QVERIFY(std::abs(lines->data()->at(0).errorMinus - 10) < 1e-9);
        QVERIFY(std::abs(lines->data()->at(0).errorPlus - 10) < 1e-9);
    }

    void aBarOrItsRowIsPicked() {
        IntervalPlot plot;
        plot.resize(500, 400);
        plot.setBars({.title = {}, .fileName = {}, .rows = {}, .values = {}, .hint = {}},
                     {QStringLiteral("a"), QStringLiteral("b")},
                     {{.name = QStringLiteral("first"), .bars = {{.value = 0.9}, {.value = 0.8}}},
                      {.name = QStringLiteral("second"), .bars = {{.value = 0.7}, {.value = 0.6}}}});
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QTest::qWait(20);
        QSignalSpy picked(&plot, &IntervalPlot::picked);
        QTest::mouseClick(plot.plot(), Qt::LeftButton, {}, pixelOf(*plot.plot(), 55, 1.2));
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].toInt(), 1);
        QCOMPARE(picked[0][1].toInt(), 1);
    }

    void aPointOfAStoredCurveShowsWhatItGetsWrong() {
        open(20);
        ResultsPanel panel(*session_, new QAction(this));
        while (panel.buildMore())
            continue;
        panel.resize(600, 900);
        panel.show();
        auto* pair = panel.findChild<CurvePair*>();
        auto* links = pair->parentWidget()->findChild<ErrorLinks*>();
        Q_EMIT pair->roc()->pointPicked(0, 15);
        QTRY_VERIFY(links->isVisible());
        // Scores are 0 … 19, the parts from 10 on are bad: 10 to 14 lie below.
        QCOMPARE(session_->view().rows().size(), std::size_t{5});
        QCOMPARE(links->findChildren<QToolButton*>()[0]->isEnabled(), true);
        QCOMPARE(links->findChildren<QToolButton*>()[1]->isEnabled(), false);
        Q_EMIT pair->roc()->pointPicked(0, 8);
        QTRY_COMPARE(session_->view().rows().size(), std::size_t{2});  // good ones with 8 and 9
    }

    void aThresholdInTheSweepShowsWhatItGetsWrong() {
        open(20);
        DecisionPanel panel(*session_);
        panel.resize(460, 1200);
        panel.show();
        QTRY_VERIFY(!panel.findChild<ScorePlots*>()->bins().empty());
        Q_EMIT panel.findChild<ScorePlots*>()->thresholdPicked(12.5);
        QCOMPARE(session_->view().rows().size(), std::size_t{3});  // 10, 11 and 12
        QVERIFY(session_->view().query().picked.has_value());
    }

    void aGroupLeadsToItsParts() {
        open(20);
        BreakdownPanel panel(*session_);
        panel.resize(460, 900);
        QSignalSpy filled(&panel, &BreakdownPanel::filled);
        panel.show();
        QVERIFY(test::waitFor(filled));
        auto* table = panel.findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("scratch"));
        QCOMPARE(table->item(0, 1)->text(), QStringLiteral("10"));
        QCOMPARE(table->item(0, 2)->text(), QStringLiteral("PatchCore"));
        QCOMPARE(table->item(0, 3)->text(), QStringLiteral("100.0"));
        Q_EMIT panel.plot()->picked(0, 0);
        QCOMPARE(session_->view().rows().size(), std::size_t{10});
        session_->view().setQuery({});
        table->setCurrentCell(0, 0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(session_->view().rows().size(), std::size_t{10});
        // By segment: nothing is painted.
        auto* by = panel.findChildren<QComboBox*>().front();
        filled.clear();
        by->setCurrentIndex(1);
        Q_EMIT by->activated(1);
        QVERIFY(test::waitFor(filled));
        QCOMPARE(table->rowCount(), 0);
        filled.clear();
        by->setCurrentIndex(3);
        Q_EMIT by->activated(3);
        QVERIFY(test::waitFor(filled));
        QCOMPARE(table->rowCount(), 1);
    }

    void aStoredAblationIsSummedUp() {
        open(6);
        store("ablation", toJson(someReport()));
        AblationPanel panel(*session_);
        panel.resize(460, 900);
        QSignalSpy filled(&panel, &AblationPanel::filled);
        panel.show();
        QVERIFY(test::waitFor(filled));
        QVERIFY(panel.stored().has_value());
        auto* table = panel.findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 6);
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("BRF on PatchCore + Reverse Distillation"));
        QCOMPARE(table->item(0, 1)->text(), QStringLiteral("95.0 ± 2.0"));
        QCOMPARE(table->item(0, 5)->text(), QStringLiteral("+5.0"));
        QString text;
        for (const QLabel* label : panel.findChildren<QLabel*>())
            text += label->text();
        QVERIFY2(text.contains(QStringLiteral("may well be chance")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Outdated")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("can't be told apart")), qPrintable(text));
        auto* kinds = panel.findChild<QComboBox*>();
        kinds->setCurrentIndex(kinds->count() - 1);
        Q_EMIT kinds->activated(kinds->currentIndex());
        QCOMPARE(table->rowCount(), 2);  // all, and without the segment
    }

    void aStoredLearningCurveIsSummedUp() {
        open(6);
        LearningCurve curve{
            .bare = {{"patchcore", 0.7}}, .seeds = 10, .good = 60, .bad = 30, .forest = "brf"};
        curve.points = {{.bad = 1, .auroc = figure(0.7, 0.05), .seen = {}, .unseen = {}},
                        {.bad = 5, .auroc = figure(0.8, 0.02), .seen = {}, .unseen = {}},
                        {.bad = 10, .auroc = figure(0.9, 0.02), .seen = {}, .unseen = {}}};
        store("learning_curve", toJson(curve));
        LearningPanel panel(*session_);
        panel.resize(460, 900);
        QSignalSpy filled(&panel, &LearningPanel::filled);
        panel.show();
        QVERIFY(test::waitFor(filled));
        QVERIFY(panel.stored().has_value());
        auto* table = panel.findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 3);
        QVERIFY(table->isColumnHidden(2));
        QString text;
        for (const QLabel* label : panel.findChildren<QLabel*>())
            text += label->text();
        QVERIFY2(text.contains(QStringLiteral("+10.0 points: more of them are likely to help")),
                 qPrintable(text));
    }

    void theQuestionsAreWalkedThroughWithTheKeys() {
        open(6);
        ResultsPanel panel(*session_, new QAction(this));
        while (panel.buildMore())
            continue;
        panel.resize(600, 800);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto* tabs = panel.findChild<SideTabs*>();
        QVERIFY(tabs->count() >= 6);
        tabs->tabBar()->setFocus();
        QTest::keyClick(tabs->tabBar(), Qt::Key_Down);
        QCOMPARE(tabs->currentIndex(), 1);
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(3).center());
        QCOMPARE(tabs->currentIndex(), 3);
        // Its names are written across: the bar is wider than its rows are high.
        QVERIFY(tabs->tabBar()->tabRect(0).width() > tabs->tabBar()->tabRect(0).height());
    }

private:
    void open(int parts) {
        session_.reset();
        world_ = std::make_unique<test::UiWorld>(parts);
        session_ = std::make_unique<ProjectSession>(world_->project());
        QSignalSpy opened(session_.get(), &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
    }
    /// As the engine keeps it.
    void store(const char* subject, const Json& report) {
        Project project = Project::open(world_->project());
        RunRecord run{.kind = RunKind::Evaluate, .subject = subject};
        run.id = project.runs().start(run);
        run.options[subject] = report;
        run.outcome = RunOutcome::Done;
        project.runs().finish(run);
    }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;
};

QTEST_MAIN(ResultPlotsTest)
#include "result_plots_test.moc"
