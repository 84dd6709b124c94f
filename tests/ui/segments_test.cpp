// The Segments workspace: what should be looked at, single maps from files, templates.
#include <QAction>
#include <QTableWidget>
#include <QToolButton>

#include <opencv2/core.hpp>

#include "core/image/image.h"
#include "tests/ui/ui_world.h"
#include "ui/segments/segment_review.h"
#include "ui/session/project_session.h"

using namespace segad;
using namespace segad::ui;

class SegmentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        world_ = std::make_unique<test::UiWorld>(6);
        {
            Project project = Project::open(world_->project());
            run_ = project.segments().currentRun();
            QVERIFY(run_ != 0);
            const std::vector<SegmentDoubtRecord> doubts{{2, 0.1, false}, {3, 0.5, true}};
            project.segments().putDoubts(run_, doubts);
            const std::vector<SegmentFindingRecord> findings{{.kind = SegmentFindingKind::Area,
                                                              .part = 4,
                                                              .label = 1,
                                                              .share = 0.4,
                                                              .usual = 0.1,
                                                              .z = 9.0}};
            project.segments().putFindings(run_, findings);
        }
        session_ = std::make_unique<ProjectSession>(world_->project());
        QSignalSpy opened(session_.get(), &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        review_ = std::make_unique<SegmentReview>(*session_);
        review_->resize(420, 500);
        review_->show();
        list_ = review_->findChild<QTableWidget*>();
        QTRY_COMPARE(list_->rowCount(), 3);
    }
    void cleanup() {
        review_.reset();
        session_.reset();
        world_.reset();
    }

    void whatIsOddComesFirstAndAClickGoesThere() {
        QVERIFY(list_->item(0, 1)->text().contains(QLocale().toString(40.0, 'g', 3)));
        QTest::mouseClick(list_->viewport(), Qt::LeftButton, {},
                          list_->visualItemRect(list_->item(0, 0)).center());
        QCOMPARE(session_->currentPart(), PartId{4});
        QTest::keyClick(list_, Qt::Key_Down);
        QCOMPARE(session_->currentPart(), PartId{3});
    }

    void aMapFromAFileIsFixedAndReleased() {
        session_->setCurrentPart(2);
        QAction* release = action(QStringLiteral("Leave to the source"));
        QVERIFY(!release->isEnabled());
        const PartRecord part = *session_->currentRecord();
        cv::Mat labels = cv::Mat::zeros(part.height, part.width, CV_8UC1);
        labels.row(0).setTo(1);
        const test::TempDir dir;
        encodeImage(dir / "map.png", labels);
        review_->fixCurrent(QString::fromStdString((dir / "map.png").string()));
        QTRY_VERIFY(session_->jobs().isIdle());
        session_->refresh();
        QTRY_VERIFY(release->isEnabled());
        const auto stored = Project::open(world_->project(), true).segments().map(2);
        QVERIFY(stored.has_value());
        QCOMPARE(cv::countNonZero(stored->labels() != labels), 0);
    }

    void aMapServesAsTemplateUntilItIsForgotten() {
        session_->setCurrentPart(3);
        QAction* use = action(QStringLiteral("Use as template"));
        QAction* forget = action(QStringLiteral("Forget templates"));
        QVERIFY(use->isEnabled());
        QVERIFY(!forget->isEnabled());
        use->trigger();
        QTRY_VERIFY(session_->jobs().isIdle());
        session_->refresh();
        QTRY_VERIFY(forget->isEnabled());
        QCOMPARE(Project::open(world_->project(), true).paintedMaps().all(PaintedPurpose::Template).size(),
                 std::size_t{1});
        forget->trigger();
        QTRY_VERIFY(session_->jobs().isIdle());
        session_->refresh();
        QTRY_VERIFY(!forget->isEnabled());
    }

private:
    QAction* action(const QString& text) const {
        for (QAction* each : review_->actions())
            if (each->text() == text) return each;
        return nullptr;
    }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;
    std::unique_ptr<SegmentReview> review_;
    QTableWidget* list_ = nullptr;
    RunId run_ = 0;
};

QTEST_MAIN(SegmentsTest)
#include "segments_test.moc"
