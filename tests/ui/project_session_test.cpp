#include "ui/session/project_session.h"

#include <QElapsedTimer>

#include <opencv2/core.hpp>

#include "tests/ui/ui_world.h"

using namespace segad;
using namespace segad::ui;

class ProjectSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAndShowsWhatIsStored() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        QCOMPARE(session.data().parts.size(), std::size_t{6});
        QCOMPARE(session.shownRun(), world.trainRun());
        QCOMPARE(session.data().score(world.trainRun(), session.data().parts[3].id)->imageScore, 3.0);
        QCOMPARE(session.data().evaluations.size(), std::size_t{1});
        QCOMPARE(session.roc(session.data().evaluations[0].id).size(), std::size_t{4});
    }

    void labelsAreOnDiskWhenTheCallReturnsAndCanBeUndone() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        const PartId part = session.data().parts[0].id;
        const PartId other = session.data().parts[1].id;
        const auto stored = [&](PartId id) {
            return Project::open(world.project(), true).parts().find(id)->label;
        };
        QSignalSpy changed(&session, &ProjectSession::labelsChanged);
        const std::vector<PartId> both{part, other};
        session.setLabel(both, Label::Bad);
        QCOMPARE(changed.count(), 1);
        QVERIFY(stored(part) == Label::Bad);
        QVERIFY(stored(other) == Label::Bad);
        session.undoStack().undo();
        QVERIFY(stored(part) == Label::Good);
        QVERIFY(stored(other) == Label::Good);
        session.undoStack().redo();
        QVERIFY(stored(part) == Label::Bad);
        session.setLabel(both, Label::Bad);
        QCOMPARE(session.undoStack().count(), 1);  // what changes nothing is no step
    }

    void seesWhatAnotherHandleWrites() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        const PartId part = session.data().parts[0].id;
        {
            Project other = Project::open(world.project());
            const std::vector<Parts::LabelChange> changes{{part, Label::Bad, "dent", ""}};
            other.parts().setLabels(changes, "csv");
        }
        QTRY_VERIFY(session.data().parts[0].label == Label::Bad);
        QCOMPARE(session.data().parts[0].defectType, std::string("dent"));
    }

    void regionsAreOnDiskWhenTheCallReturns() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        const PartId part = session.data().parts[4].id;
        QSignalSpy changed(&session, &ProjectSession::regionsChanged);
        QVERIFY(!session.regions(part));
        cv::Mat mask = cv::Mat::zeros(48, 64, CV_8UC1);
        mask(cv::Rect(3, 4, 16, 12)).setTo(255);
        QVERIFY(session.setRegions(part, mask));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].value<PartId>(), part);
        QCOMPARE(session.data().regions.at(part).areaShare, 0.0625);
        QCOMPARE(cv::countNonZero(*session.regions(part) != mask), 0);
        QCOMPARE(cv::countNonZero(*Project::open(world.project(), true).regions().get(part) != mask), 0);

        QSignalSpy failed(&session, &ProjectSession::errorOccurred);
        QVERIFY(!session.setRegions(part, cv::Mat::zeros(9, 9, CV_8UC1)));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(changed.count(), 1);

        QVERIFY(session.setRegions(part, cv::Mat()));
        QVERIFY(!session.data().regions.contains(part));
        QVERIFY(!session.regions(part));
        QCOMPARE(changed.count(), 2);
    }

    void seesRegionsThatAnotherHandleWrites() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        const PartId part = session.data().parts[4].id;
        QSignalSpy changed(&session, &ProjectSession::regionsChanged);
        Project other = Project::open(world.project());
        other.regions().put(part, cv::Mat(48, 64, CV_8UC1, cv::Scalar(255)));
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].value<PartId>(), part);
        QCOMPARE(session.data().regions.at(part).areaShare, 1.0);
        other.regions().put(part, cv::Mat());
        QTRY_COMPARE(changed.count(), 2);
        QVERIFY(session.data().regions.empty());
    }

    void aMissingProjectIsSaid() {
        ProjectSession session("/nowhere/none.segad");
        QSignalSpy failed(&session, &ProjectSession::openFailed);
        QVERIFY(test::waitFor(failed));
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("none.segad")));
    }
};

QTEST_MAIN(ProjectSessionTest)
#include "project_session_test.moc"
