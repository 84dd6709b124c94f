// What people do while the file doesn't answer at once: the window goes on, nothing is lost, and what the
// file refuses in the end is taken back.
#include <QElapsedTimer>

#include "core/project/project.h"
#include "tests/ui/ui_world.h"
#include "ui/session/project_session.h"
#include "ui/session/region_book.h"

using namespace segad;
using namespace segad::ui;

class WritesTest : public QObject {
    Q_OBJECT

private:
    static constexpr int kShort = 30;
    /// What would have been waited for is five seconds.
    static constexpr int kAtOnce = 1500;

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;

    void open(int parts) {
        world_ = std::make_unique<test::UiWorld>(parts);
        WriteQueue::setPatience(kShort);
        session_ = std::make_unique<ProjectSession>(world_->project());
        QSignalSpy opened(session_.get(), &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
    }

    Label stored(std::size_t row) const {
        return Project::open(world_->project(), true).parts().find(session_->data().parts[row].id)->label;
    }

    std::vector<PartId> allParts() const {
        std::vector<PartId> parts;
        for (const PartRecord& part : session_->data().parts)
            parts.push_back(part.id);
        return parts;
    }

private Q_SLOTS:
    void cleanup() {
        session_.reset();
        world_.reset();
    }

    void aLockedProjectHoldsUpNobody() {
        open(6);
        Project other = Project::open(world_->project());
        const PartId part = session_->data().parts[0].id;
        std::unique_ptr<Transaction> lock(new Transaction(other.transaction()));
        QElapsedTimer clock;
        clock.start();
        session_->setLabel(std::vector<PartId>{part}, Label::Bad);
        RegionMask* mask = session_->regionBook().mask(part);
        const std::vector<Span> spans{{.y = 3, .begin = 4, .end = 20}};
        mask->paint(spans, true);
        QVERIFY(session_->regionBook().commit(part, QStringLiteral("stroke"), true));
        QVERIFY(clock.elapsed() < kAtOnce);
        QVERIFY(session_->data().parts[0].label == Label::Bad);
        QVERIFY(stored(0) == Label::Good);
        QVERIFY(session_->regionBook().has(part));
        lock.reset();
        QTRY_VERIFY(session_->writes().isIdle());
        QVERIFY(stored(0) == Label::Bad);
        QVERIFY(Project::open(world_->project(), true).regions().find(part).has_value());
        QVERIFY(session_->data().regions.contains(part));
        session_->undoStack().undo();
        session_->undoStack().undo();
        session_->writes().finish();
        QVERIFY(stored(0) == Label::Good);
        QVERIFY(!Project::open(world_->project(), true).regions().find(part).has_value());
    }

    void whatTheFileRefusesInTheEndIsTakenBack() {
        open(6);
        Project other = Project::open(world_->project());
        const PartId part = session_->data().parts[0].id;
        QSignalSpy said(session_.get(), &ProjectSession::errorOccurred);
        std::unique_ptr<Transaction> lock(new Transaction(other.transaction()));
        session_->setLabel(std::vector<PartId>{part}, Label::Bad);
        QCOMPARE(session_->undoStack().count(), 1);
        QVERIFY(session_->data().parts[0].label == Label::Bad);
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, 15'000);
        lock.reset();
        QTRY_VERIFY(session_->data().parts[0].label == Label::Good);
        QCOMPARE(session_->undoStack().count(), 0);
    }

    void manyLabelsAreOneStepThatCanBeTakenBackBeforeItIsWritten() {
        open(230);
        const std::vector<Label> before = [&] {
            std::vector<Label> labels;
            for (const PartRecord& part : session_->data().parts)
                labels.push_back(part.label);
            return labels;
        }();
        session_->setLabel(allParts(), Label::Unlabelled);
        QVERIFY(!session_->writes().isIdle());
        QCOMPARE(session_->undoStack().count(), 1);
        session_->undoStack().undo();
        QVERIFY(session_->data().parts.back().label == before.back());
        session_->undoStack().redo();
        session_->undoStack().undo();
        session_->writes().finish();
        const Project reader = Project::open(world_->project(), true);
        for (std::size_t row = 0; row < before.size(); ++row)
            QVERIFY(reader.parts().find(session_->data().parts[row].id)->label == before[row]);
        QTRY_VERIFY(session_->writes().isIdle());
        QCOMPARE(session_->data().parts.back().defectType, std::string("scratch"));
    }

    void whatIsDueIsWrittenWhenTheWindowCloses() {
        open(230);
        const std::vector<PartId> parts = allParts();
        session_->setLabel(parts, Label::Unlabelled);
        session_.reset();
        const Project reader = Project::open(world_->project(), true);
        QVERIFY(reader.parts().find(parts.back())->label == Label::Unlabelled);
    }
};

QTEST_MAIN(WritesTest)
#include "writes_test.moc"
