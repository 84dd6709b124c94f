#include "ui/viewer/compare_grid.h"

#include <QComboBox>
#include <QListWidget>
#include <algorithm>

#include <opencv2/core.hpp>

#include "tests/ui/forest_world.h"
#include "ui/session/project_session.h"
#include "ui/viewer/disagreement_list.h"
#include "ui/viewer/reasons_cell.h"
#include "ui/viewer/viewer_panel.h"

using namespace segad;
using namespace segad::ui;

namespace {
/// Straight to the widget: the offscreen platform has no pointer of its own.
void moveMouse(QWidget& widget, const QPoint& position) {
    QMouseEvent event(QEvent::MouseMove, position, widget.mapToGlobal(position), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

}  // namespace

class CompareGridTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        world_ = std::make_unique<test::UiWorld>();
        other_ = test::addContrary(*world_);
        test::addForest(*world_);
        session_ = std::make_unique<ProjectSession>(world_->project());
        QSignalSpy opened(session_.get(), &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        panel_ = std::make_unique<ViewerPanel>(*session_);
        panel_->resize(1100, 700);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowActive(panel_.get()));
        session_->setShownRun(world_->trainRun());
        QTest::keyClick(panel_.get(), Qt::Key_C);
        QVERIFY(grid().isVisible());
    }

    void cleanup() {
        panel_.reset();
        session_.reset();
        world_.reset();
    }

    void theGridFollowsTheGallery() {
        choose(tr("Several parts"));
        const auto parts = [this] {
            std::vector<PartId> shown;
            for (const CompareCell* cell : grid().cells())
                shown.push_back(cell->content().part);
            return shown;
        };
        const auto id = [this](std::size_t row) { return session_->data().parts[row].id; };
        session_->view().setOrder(PartOrder::ScoreDescending);
        session_->setCurrentPart(id(3));
        QCOMPARE(parts(), (std::vector<PartId>{id(3), id(2), id(1), id(0)}));
        session_->view().selectShown(std::vector<PartId>{id(3), id(5), id(0)});
        QCOMPARE(parts(), (std::vector<PartId>{id(3), id(5), id(0)}));
    }

    void regionsAreSeenInTheGridAndInItsFigure() {
        cv::Mat mask = cv::Mat::zeros(48, 64, CV_8UC1);
        mask(cv::Rect(10, 10, 20, 12)).setTo(255);
        const PartId part = session_->currentPart();
        QVERIFY(session_->setRegions(part, mask));
        const CompareCell& cell = *grid().cells().back();
        QTRY_VERIFY(!cell.regions().empty());
        QCOMPARE(cv::countNonZero(cell.regions() != mask), 0);
        QTRY_VERIFY(cell.canvas().picture() != nullptr);
        const Figure figure = grid().figure();
        QVERIFY(figure.regions.shown);
        QVERIFY(!figure.panels[1].regions.empty());
        QVERIFY(figure.panels[1].contourLevel.has_value());
        QVERIFY(session_->setRegions(part, cv::Mat()));
        QTRY_VERIFY(cell.regions().empty());
    }

    void severalPartsByOneDetector() {
        choose(tr("Several parts"));
        const auto parts = [this] {
            std::vector<PartId> shown;
            for (const CompareCell* cell : grid().cells())
                shown.push_back(cell->content().part);
            return shown;
        };
        std::vector<PartId> all;
        for (const PartRecord& part : session_->data().parts)
            all.push_back(part.id);
        QCOMPARE(parts(), all);
        QCOMPARE(grid().runs(), (std::vector<RunId>{world_->trainRun()}));
        for (const CompareCell* cell : grid().cells()) {
            // The picture that was there before stays until the right one comes.
            QTRY_VERIFY(cell->canvas().picture() != nullptr &&
                        cell->canvas().picture()->part == cell->content().part);
            QVERIFY(cell->scale().has_value());
            QCOMPARE(cell->scale()->low, grid().cells().front()->scale()->low);
        }
        QVERIFY(grid().figure().oneScale);
        QCOMPARE(grid().figure().panels.size(), 6U);
        // One zoom for all.
        QTest::keyClick(panel_.get(), Qt::Key_Plus);
        for (const CompareCell* cell : grid().cells())
            QCOMPARE(cell->canvas().view().zoom, grid().lead().view().zoom);
        // The highest scores, the current part first.
        auto* which = grid().header().findChildren<QComboBox*>()[1];
        which->setFocus();
        QTest::keyClick(which, Qt::Key_Down);
        QCOMPARE(parts(), (std::vector<PartId>{all[0], all[5], all[4], all[3], all[2], all[1]}));
        // The next part is the one that is looked at.
        session_->setCurrentPart(all[2]);
        QCOMPARE(parts().front(), all[2]);
    }

    void theDifferenceOfTwoDetectors() {
        choose(tr("Difference"));
        QCOMPARE(grid().cells().size(), 4U);
        QCOMPARE(grid().header().first(), world_->trainRun());
        QCOMPARE(grid().header().second(), other_);
        const CompareCell& difference = *grid().cells().back();
        QTRY_VERIFY(difference.canvas().picture() && difference.canvas().picture()->map);
        // 0.5 is its 25th percentile, 10 the other's 10th: neither is remarkable.
        QTRY_COMPARE(*difference.canvas().valueAt({4, 4}), 0.0);
        // In the last part the other one sees more than in any good part.
        session_->setCurrentPart(session_->data().parts.back().id);
        QTRY_VERIFY(std::abs(difference.canvas().valueAt({4, 4}).value_or(0) + 75) < 0.5);
        moveMouse(grid().lead(), grid().lead().rect().center());
        const Figure figure = grid().figure();
        QCOMPARE(figure.panels.back().lowWords, QStringLiteral("FastFlow sees more"));
        QVERIFY(figure.panels.back().scale->colors == HeatColors::Difference);
        // The same detector twice makes no sense: the other gives way.
        grid().header().setPair(other_, other_);
        QVERIFY(grid().header().first() != grid().header().second());
    }

    void theMostDisputedPartsAreOneClickAway() {
        choose(tr("Difference"));
        auto* list = grid().findChild<DisagreementList*>()->findChild<QListWidget*>();
        QVERIFY(list->isVisible());
        QTRY_COMPARE(list->count(), 6);
        // Ranked 1 to 6 by the one and 6 to 1 by the other: first and last are farthest apart.
        QVERIFY2(list->item(0)->text().contains(QStringLiteral("1000.png")),
                 qPrintable(list->item(0)->text()));
        QVERIFY(list->item(1)->text().contains(QStringLiteral("1005.png")));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
        QCOMPARE(session_->currentPart(), session_->data().parts[5].id);
        QTest::keyClick(list, Qt::Key_Up);
        QCOMPARE(session_->currentPart(), session_->data().parts[0].id);
    }

    void theReasonsOfTheForest() {
        auto* reasons = grid().findChild<ReasonsCell*>();
        QVERIFY(reasons->isVisible());
        QTRY_VERIFY(reasons->explanation() != nullptr);
        QStringList lines = reasons->lines();
        QVERIFY2(lines.join(QLatin1Char('|')).contains(QStringLiteral("object · PatchCore · mean")),
                 qPrintable(lines.join(QLatin1Char('|'))));
        QVERIFY(lines.front().contains(QStringLiteral("fitted without this part")));
        session_->setCurrentPart(session_->data().parts.back().id);
        QTRY_VERIFY(reasons->explanation() && reasons->explanation()->part == session_->currentPart());
        QVERIFY(!reasons->explanation()->learnedFrom);
        choose(tr("Difference"));
        QVERIFY(!reasons->isVisible());
    }

private:
    CompareGrid& grid() const { return panel_->grid(); }
    void choose(const QString& mode) const {
        auto* box = grid().header().findChildren<QComboBox*>()[0];
        box->setFocus();
        while (box->currentText() != mode)
            QTest::keyClick(box, Qt::Key_Down);
    }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;
    std::unique_ptr<ViewerPanel> panel_;
    RunId other_ = 0;
};

QTEST_MAIN(CompareGridTest)
#include "compare_grid_test.moc"
