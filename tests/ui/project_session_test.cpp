#include "ui/session/project_session.h"

#include <QElapsedTimer>

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

    void aMissingProjectIsSaid() {
        ProjectSession session("/nowhere/none.segad");
        QSignalSpy failed(&session, &ProjectSession::openFailed);
        QVERIFY(test::waitFor(failed));
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("none.segad")));
    }
};

QTEST_MAIN(ProjectSessionTest)
#include "project_session_test.moc"
