// Why a part got its score, in the part panel, the viewer and figures; and what matters over all parts.
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QTableWidget>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "tests/ui/forest_world.h"
#include "ui/data/filter_bar.h"
#include "ui/data/part_panel.h"
#include "ui/data/reasons_panel.h"
#include "ui/results/influence_panel.h"
#include "ui/results/influence_table.h"
#include "ui/session/project_session.h"
#include "ui/session/reason_words.h"
#include "ui/viewer/segment_outline.h"
#include "ui/viewer/viewer_panel.h"
#include "ui/widgets/bar_list.h"

using namespace segad;
using namespace segad::ui;

class ReasonsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }

    void cleanup() {
        parts_.reset();
        viewer_.reset();
        session_.reset();
        world_.reset();
    }

    void withoutAForestItSaysWhatToDo() {
        open(false);
        QVERIFY(bars().isHidden());
        QVERIFY(!text().isEmpty());
    }

    void barsAddUpToTheScore() {
        open();
        choose(3);
        QVERIFY(bars().isVisible());
        double sum = 0;
        for (const Bar& bar : bars().bars())
            sum += bar.value;
        const auto by = panel().findChild<QComboBox*>();
        for (const int what : {1, 2}) {
            by->setCurrentIndex(what);
            Q_EMIT by->activated(what);
            const double other =
                std::accumulate(bars().bars().begin(), bars().bars().end(), 0.0,
                                [](double before, const Bar& bar) { return before + bar.value; });
            QVERIFY(std::abs(other - sum) < 1e-9);
        }
        QCOMPARE(bars().bars().size(), std::size_t{1});
        QCOMPARE(bars().bars()[0].words, QStringLiteral("PatchCore"));
    }

    void theDecidingSegmentIsOutlinedUnderTheMapThatDecided() {
        open();
        session_->setShownRun(other_);
        choose(3);
        QTRY_COMPARE(viewer_->figure().panels[0].outlinedSegment, 1);
        QCOMPARE(viewer_->mapRun(), world_->trainRun());
        QCOMPARE(session_->shownRun(), other_);
        QVERIFY(bars().currentRow() >= 0);
        // Who chooses a detector sees it, and the outline stays.
        test::actionWithKey(*viewer_, QStringLiteral("D"))->trigger();
        QCOMPARE(viewer_->mapRun(), other_);
        QTRY_COMPARE(viewer_->figure().panels[0].outlinedSegment, 1);
        // What passes is left alone.
        choose(0);
        QTRY_COMPARE(viewer_->figure().panels[0].outlinedSegment, -1);
        QCOMPARE(viewer_->mapRun(), other_);
    }

    void itCanBeSwitchedOffAndPointedAt() {
        open();
        choose(3);
        QTRY_COMPARE(viewer_->figure().panels[0].outlinedSegment, 1);
        panel().followAction()->trigger();
        QTRY_COMPARE(viewer_->figure().panels[0].outlinedSegment, -1);
        choose(4);
        QTest::qWait(20);
        QCOMPARE(viewer_->figure().panels[0].outlinedSegment, -1);
        QTest::mouseClick(bars().viewport(), Qt::LeftButton, {},
                          bars().visualItemRect(bars().item(0)).center());
        QTRY_COMPARE(viewer_->figure().panels[0].outlinedSegment, 1);
        const ReasonsPanel again(*session_);
        QVERIFY2(!again.followAction()->isChecked(), "it is remembered");
    }

    void theOutlineIsInTheFigure() {
        open();
        choose(3);
        QTRY_COMPARE(viewer_->figure().panels[0].outlinedSegment, 1);
        const FigureStyle style{.titles = false, .colorBars = false, .scaleBar = false};
        const auto orange = [](const QImage& image) {
            int count = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == SegmentOutline::color() ? 1 : 0;
            return count;
        };
        Figure figure;
        const auto drawn = [&] {
            figure = viewer_->figure();
            figure.heat.shown = false;
            return orange(renderFigure(figure, style));
        };
        QTRY_VERIFY2(drawn() > 50, "the reasons may be there before the picture");
        figure.panels[0].outlinedSegment = -1;
        QCOMPARE(orange(renderFigure(figure, style)), 0);
    }

    void sentencesCompareWithGoodParts() {
        PartReason reason{.segment = 0,
                          .segmentName = "wire",
                          .detector = "patchcore",
                          .statistic = Statistic::Q995,
                          .feature = 1,
                          .goodBelow = 0.998};
        QCOMPARE(reasonSentence(reason, 1000),
                 QStringLiteral("wire: peak of PatchCore is higher than in 99.8 % of good parts"));
        reason.goodBelow = 0.99999;
        QVERIFY(reasonSentence(reason, 1000).contains(QStringLiteral("99.9 %")));
        reason.goodBelow = 0;
        QVERIFY(reasonSentence(reason, 7).contains(QStringLiteral("lower than in all 7 good part")));
        reason.feature = std::nan("");
        QVERIFY(reasonSentence(reason, 7).contains(QStringLiteral("undefined")));
    }

    void pickedPartsAreAFilterLikeAnyOther() {
        open();
        const std::vector<PartRecord>& parts = session_->data().parts;
        PartQuery query;
        query.picked = PickedParts{.words = QStringLiteral("two"), .parts = {parts[1].id, parts[4].id}};
        const FilterBar bar(*session_);
        session_->view().setQuery(query);
        QVERIFY(query.isFiltering());
        QCOMPARE(session_->view().rows(), (std::vector<int>{1, 4}));
        const auto& counts = session_->view().found().counts[facetNumber(Facet::Label)];
        QCOMPARE(std::accumulate(counts.begin(), counts.end(), 0), 2);
        QVERIFY(std::ranges::any_of(bar.findChildren<QToolButton*>(), [](const QToolButton* chip) {
            return chip->text() == QStringLiteral("two");
        }));
    }

    void whatMattersLeadsToTheParts() {
        open();
        addReport();
        session_->reload();
        InfluencePanel results(*session_);
        QSignalSpy updated(&results, &InfluencePanel::updated);
        results.resize(700, 700);
        results.show();
        QTRY_VERIFY(results.use().has_value());
        QCOMPARE(results.use()->parts, std::size_t{5});
        auto* table = results.findChild<InfluenceTable*>();
        QCOMPARE(table->rowCount(), static_cast<int>(results.use()->segments.size()) + 1);
        QCOMPARE(table->columnCount(), 2);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualItemRect(table->item(0, 0)).center());
        QVERIFY(session_->view().query().picked.has_value());
        QCOMPARE(session_->view().query().picked->parts.size(), std::size_t{5});
        QTRY_VERIFY(results.report().has_value());
        QCOMPARE(results.report()->things.size(), std::size_t{3});
        QTableWidget* drops = nullptr;
        for (QTableWidget* one : results.findChildren<QTableWidget*>()) {
            if (one != table) drops = one;
        }
        QCOMPARE(drops->rowCount(), 3);
        QCOMPARE(drops->item(0, 5)->text(), QStringLiteral("can go"));
        QCOMPARE(drops->item(1, 5)->text(), QStringLiteral("can't tell"));
        QCOMPARE(drops->item(2, 5)->text(), QStringLiteral("needed"));
    }

private:
    void open(bool withForest = true) {
        world_ = std::make_unique<test::UiWorld>();
        other_ = test::addContrary(*world_);
        if (withForest) forest_ = test::addForest(*world_);
        session_ = std::make_unique<ProjectSession>(world_->project());
        QSignalSpy opened(session_.get(), &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        viewer_ = std::make_unique<ViewerPanel>(*session_);
        parts_ = std::make_unique<PartPanel>(*session_);
        connect(&parts_->reasons(), &ReasonsPanel::decided, viewer_.get(), &ViewerPanel::showReason);
        viewer_->resize(500, 400);
        viewer_->show();
        parts_->resize(260, 900);
        parts_->show();
        QVERIFY(QTest::qWaitForWindowExposed(parts_.get()));
    }
    ReasonsPanel& panel() const { return parts_->reasons(); }
    BarList& bars() const { return *panel().findChild<BarList*>(); }
    QString text() const {
        QString all;
        for (const QLabel* label : panel().findChildren<QLabel*>())
            all += label->text();
        return all;
    }
    void choose(std::size_t row) {
        QSignalSpy decided(&panel(), &ReasonsPanel::decided);
        session_->setCurrentPart(session_->data().parts[row].id);
        QTRY_VERIFY(!decided.isEmpty());
    }
    /// As findDroppable() keeps one.
    void addReport() const {
        const auto thing = [](const std::string& name, bool detector, double low, double high) {
            return Json{{"name", name},
                        {"detector", detector},
                        {"loss", (low + high) / 2},
                        {"loss_ci95", {low, high}},
                        {"p_value", low > 0 ? 0.01 : 0.4},
                        {"seconds_saved", 0.2},
                        {"share_saved", 0.5},
                        {"sentence", "Without it."}};
        };
        Project project = Project::open(world_->project());
        RunRecord run{.kind = RunKind::Evaluate, .subject = "ablation"};
        run.options = {{"ablation", {{"seeds", 10}, {"parts", {{"good", 2}, {"bad", 3}}}}},
                       {"droppable",
                        {{"forest",
                          {{"kind", "brf"},
                           {"detectors", {"patchcore"}},
                           {"params", Json::object()},
                           {"bad_for_fit", 0}}},
                         {"seconds_per_part", 0.4},
                         {"things",
                          {thing("patchcore", true, -0.01, 0.002), thing("object", false, -0.01, 0.03),
                           thing("background", false, 0.01, 0.03)}}}}};
        run.id = project.runs().start(run);
        run.outcome = RunOutcome::Done;
        project.runs().finish(run);
    }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;
    std::unique_ptr<ViewerPanel> viewer_;
    std::unique_ptr<PartPanel> parts_;
    RunId other_ = 0;
    RunId forest_ = 0;
};

QTEST_MAIN(ReasonsTest)
#include "reasons_test.moc"
