#include "ui/session/project_session.h"

#include <QElapsedTimer>
#include <QProcess>

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

    void undoLeavesAloneWhatSomebodyElseHasLabelledSince() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        const std::vector<PartId> both{session.data().parts[0].id, session.data().parts[1].id};
        session.setLabel(both, Label::Bad);
        Project other = Project::open(world.project());
        const std::vector<Parts::LabelChange> theirs{{both[1], Label::Bad, "dent", "theirs"}};
        other.parts().setLabels(theirs, "csv");
        QSignalSpy said(&session, &ProjectSession::errorOccurred);
        session.undoStack().undo();
        QVERIFY(other.parts().find(both[0])->label == Label::Good);
        QCOMPARE(other.parts().find(both[1])->note, std::string("theirs"));
        QCOMPARE(said.count(), 1);
        QTRY_COMPARE(session.data().parts[1].note, std::string("theirs"));
        session.undoStack().redo();
        QVERIFY(other.parts().find(both[0])->label == Label::Bad);
        QCOMPARE(other.parts().find(both[1])->note, std::string("theirs"));
        // Nothing left to take back: the step goes.
        other.parts().setLabels(std::vector<Parts::LabelChange>{{both[0], Label::Unlabelled, "", ""}}, "csv");
        session.undoStack().undo();
        QVERIFY(other.parts().find(both[0])->label == Label::Unlabelled);
        QCOMPARE(session.undoStack().count(), 0);
    }

    void takesBackToWhatWasThereNotToWhatWasSeen() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        const PartId part = session.data().parts[0].id;
        Project other = Project::open(world.project());
        other.parts().setLabels(std::vector<Parts::LabelChange>{{part, Label::Unlabelled, "", "new"}}, "csv");
        session.setLabel(std::vector<PartId>{part}, Label::Bad);  // before the window has noticed
        session.undoStack().undo();
        QVERIFY(other.parts().find(part)->label == Label::Unlabelled);
        QCOMPARE(other.parts().find(part)->note, std::string("new"));
    }

    void whatTheCommandLineDoesIsSeenWithinASecond() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        const QString file = QString::fromStdString(world.project().string());
        const PartId part = session.data().parts[0].id;
        session.setCurrentPart(session.data().parts[3].id);
        session.setLabel(std::vector<PartId>{session.data().parts[5].id}, Label::Good);
        const auto within = [&](const auto& holds) {
            QElapsedTimer since;
            since.start();
            while (!holds() && since.elapsed() < 3000)
                QTest::qWait(10);
            return since.elapsed();
        };
        const auto segad = [&](const QStringList& arguments) {
            QProcess process;
            process.start(QStringLiteral(SEGAD_PROGRAM), arguments);
            process.waitForFinished();
            QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        };
        const Path csv = world.project().parent_path() / "labels.csv";
        writeFileAtomically(csv,
                            "path,label,defect_type\n1000.png,bad,dent\n1003.png,good,\n1004.png,good,\n");
        segad({QStringLiteral("label"), file, QStringLiteral("--csv"), QString::fromStdString(csv.string())});
        QVERIFY(within([&] { return session.data().parts[0].defectType == "dent"; }) < 1000);

        // Maps of another program: a new run with scores.
        const std::size_t runs = session.data().runs.size();
        segad({QStringLiteral("export"), file, QStringLiteral("--maps"),
               QString::fromStdString((world.project().parent_path() / "maps").string())});
        const Path maps = world.project().parent_path() / "maps" / "patchcore";
        segad({QStringLiteral("import"), file, QString::fromStdString(world.folder().string()),
               QStringLiteral("--maps"), QStringLiteral("mine=") + QString::fromStdString(maps.string())});
        QVERIFY(within([&] { return session.data().scoredRuns(RunKind::Train).size() == 2; }) < 1000);
        const RunId mine = session.data().scoredRuns(RunKind::Train).front()->id;
        session.setShownRun(mine);

        segad({QStringLiteral("runs"), QStringLiteral("remove"), file, QString::number(mine)});
        QVERIFY(within([&] { return session.data().run(mine) == nullptr; }) < 1000);
        QVERIFY(session.data().runs.size() > runs);  // the import is still there
        QCOMPARE(session.shownRun(), world.trainRun());
        // What was looked at and can be taken back is what it was.
        QCOMPARE(session.currentPart(), session.data().parts[3].id);
        session.undoStack().undo();
        QVERIFY(session.data().parts[5].label == Label::Bad);
        QVERIFY(session.data().parts[0].id == part && session.data().parts[0].label == Label::Bad);
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
