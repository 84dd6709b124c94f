#include "ui/session/job_queue.h"

#include <QSignalSpy>
#include <QTest>
#include <atomic>

#include "tests/ui/ui_world.h"

using namespace segad;
using namespace segad::ui;

class JobQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsJobsInOrderAndReportsThem() {
        JobQueue queue;
        QSignalSpy finished(&queue, &JobQueue::jobFinished);
        QStringList order;
        queue.enqueue(QStringLiteral("first"), [&order](Job& job) {
            job.progress(1, 2, "half");
            order << QStringLiteral("first");
            return QStringLiteral("remark");
        });
        queue.enqueue(QStringLiteral("second"), [&order](Job&) {
            order << QStringLiteral("second");
            return QString();
        });
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(order, QStringList({QStringLiteral("first"), QStringLiteral("second")}));
        QCOMPARE(queue.find(1)->state, JobState::Done);
        QCOMPARE(queue.find(1)->message, QStringLiteral("remark"));
        QVERIFY(queue.isIdle());
    }

    void anErrorIsShownWithItsRemedy() {
        JobQueue queue;
        QSignalSpy finished(&queue, &JobQueue::jobFinished);
        const quint64 id = queue.enqueue(QStringLiteral("broken"), [](Job& job) -> QString {
            job.warn(Error(ErrorCode::InvalidData, "b.png", "is empty", "Copy it again."));
            throw Error(ErrorCode::NotFound, "a.png", "does not exist", "Check the path.");
        });
        QVERIFY(test::waitFor(finished));
        QCOMPARE(queue.find(id)->state, JobState::Failed);
        QCOMPARE(queue.find(id)->message, QStringLiteral("a.png: does not exist. Check the path."));
        QCOMPARE(queue.find(id)->warnings, QStringList(QStringLiteral("b.png: is empty. Copy it again.")));
    }

    void cancelStopsTheRunningJobAndDropsAWaitingOne() {
        JobQueue queue;
        QSignalSpy finished(&queue, &JobQueue::jobFinished);
        std::atomic<bool> ran{false};
        const quint64 running = queue.enqueue(QStringLiteral("endless"), [](Job& job) -> QString {
            while (true) {
                job.throwIfCancelled();
                QThread::msleep(1);
            }
        });
        const quint64 waiting = queue.enqueue(QStringLiteral("never"), [&ran](Job&) {
            ran = true;
            return QString();
        });
        QTRY_VERIFY(queue.running() != nullptr);
        queue.cancel(waiting);
        queue.cancel(running);
        QVERIFY(queue.find(running)->stopping);
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(queue.find(running)->state, JobState::Cancelled);
        QCOMPARE(queue.find(waiting)->state, JobState::Cancelled);
        QVERIFY(queue.find(running)->seconds >= 0);
        QVERIFY(!queue.find(running)->message.isEmpty());
        QVERIFY(!ran);
    }

    void destroyingTheQueueStopsWhatRuns() {
        auto queue = std::make_unique<JobQueue>();
        queue->enqueue(QStringLiteral("endless"), [](Job& job) -> QString {
            while (true) {
                job.progress(1, 2);
                QThread::msleep(1);
            }
        });
        QTRY_VERIFY(queue->running() != nullptr);
        queue.reset();  // returns, instead of hanging
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(JobQueueTest)
#include "job_queue_test.moc"
