#include "ui/session/job_queue.h"

#include <QSignalSpy>
#include <QTest>
#include <atomic>

#include "tests/ui/ui_world.h"
#include "ui/session/job_text.h"

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

    void whatRunsBesideTheQueueHoldsUpNothing() {
        std::atomic<bool> stopped{false};
        {
            JobQueue queue;
            QSignalSpy finished(&queue, &JobQueue::jobFinished);
            const auto watch = [&stopped](Job& job) -> QString {
                while (!job.cancelled())
                    QThread::msleep(1);
                stopped = true;
                return QStringLiteral("240 parts");
            };
            const quint64 beside = queue.runBeside(QStringLiteral("watch"), watch);
            QVERIFY(queue.running() == nullptr);
            QVERIFY(!queue.isIdle());
            const quint64 job = queue.enqueue(QStringLiteral("train"), [](Job&) { return QString(); });
            QVERIFY(test::waitFor(finished));
            QCOMPARE(queue.find(job)->state, JobState::Done);
            QCOMPARE(queue.find(beside)->state, JobState::Running);
            queue.pause(beside);
            QVERIFY(!queue.find(beside)->paused);
            queue.cancel(beside);
            QVERIFY(queue.find(beside)->stopping);
            QTRY_COMPARE(finished.count(), 2);
            QCOMPARE(queue.find(beside)->state, JobState::Done);
            QCOMPARE(queue.find(beside)->message, QStringLiteral("240 parts"));
            QVERIFY(queue.isIdle());
            stopped = false;
            queue.runBeside(QStringLiteral("another"), watch);
        }
        QVERIFY(stopped);  // the queue does not leave it behind
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

    void aPausedJobStandsStillUntilItGoesOn() {
        JobQueue queue;
        QSignalSpy finished(&queue, &JobQueue::jobFinished);
        std::atomic<int> steps{0};
        std::atomic<bool> enough{false};
        const quint64 id = queue.enqueue(QStringLiteral("steps"), [&](Job& job) {
            while (!enough) {
                job.progress(static_cast<std::uint64_t>(++steps), 0, "step");
                QThread::msleep(1);
            }
            return QString();
        });
        QTRY_VERIFY(queue.running() != nullptr && queue.find(id)->status.what == "step");
        queue.pause(id);
        QVERIFY(queue.find(id)->paused);
        QTRY_VERIFY(queue.find(id)->standing);
        QCOMPARE(jobStateText(*queue.find(id)), QStringLiteral("paused"));
        const int before = steps;
        QTest::qWait(100);
        QCOMPARE(steps.load(), before);
        queue.resume(id);
        QTRY_VERIFY(steps > before);
        QTRY_VERIFY(!queue.find(id)->standing);
        enough = true;
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(queue.find(id)->state == JobState::Done);
        QVERIFY(!queue.find(id)->paused);
    }

    void aPausedJobIsCancelledAtOnceAndDoesNotKeepTheWindowOpen() {
        auto queue = std::make_unique<JobQueue>();
        const auto endless = [](Job& job) -> QString {
            while (true) {
                job.progress(0, 0);
                QThread::msleep(1);
            }
        };
        const quint64 first = queue->enqueue(QStringLiteral("first"), endless);
        QTRY_VERIFY(queue->running() != nullptr);
        queue->pause(first);
        QTRY_VERIFY(queue->find(first)->standing);
        queue->cancel(first);
        QTRY_VERIFY(queue->find(first)->state == JobState::Cancelled);
        const quint64 second = queue->enqueue(QStringLiteral("second"), endless);
        QTRY_VERIFY(queue->running() != nullptr);
        queue->pause(second);
        QTRY_VERIFY(queue->find(second)->standing);
        queue.reset();
        QCoreApplication::processEvents();
    }

    void workThatMustNotBePausedIsNot() {
        JobQueue queue;
        std::atomic<bool> go{false};
        const auto work = [&go](Job& job) -> QString {
            while (!go) {
                job.progress(0, 0);
                QThread::msleep(1);
            }
            return {};
        };
        const quint64 id = queue.enqueue(QStringLiteral("import"), work, false);
        QTRY_VERIFY(queue.running() != nullptr);
        queue.pause(id);
        QVERIFY(!queue.find(id)->paused);
        go = true;
        QTRY_VERIFY(queue.isIdle());
    }

    void waitingJobsChangePlaces() {
        JobQueue queue;
        QSignalSpy finished(&queue, &JobQueue::jobFinished);
        QSignalSpy order(&queue, &JobQueue::orderChanged);
        std::atomic<bool> go{false};
        QStringList ran;
        const quint64 first = queue.enqueue(QStringLiteral("first"), [&](Job&) {
            while (!go)
                QThread::msleep(1);
            return QString();
        });
        QTRY_VERIFY(queue.running() != nullptr);
        const auto note = [&ran, &queue](const QString& name) {
            return queue.enqueue(name, [&ran, name](Job&) {
                ran << name;
                return QString();
            });
        };
        const quint64 a = note(QStringLiteral("a"));
        const quint64 b = note(QStringLiteral("b"));
        const quint64 c = note(QStringLiteral("c"));
        const quint64 d = note(QStringLiteral("d"));
        QVERIFY(!queue.canMove(first, 1));
        QVERIFY(!queue.canMove(a, -1));
        QVERIFY(!queue.canMove(d, 1));
        queue.move(c, -2);
        queue.move(a, 1);
        queue.cancel(d);
        QCOMPARE(order.count(), 2);
        QTRY_VERIFY(queue.find(d)->isOver());
        // Others can still be moved past where it was.
        QVERIFY(queue.canMove(b, 1));
        QCOMPARE(queue.jobs()[1].id, first);
        go = true;
        QTRY_COMPARE(finished.count(), 5);
        QCOMPARE(ran, QStringList({QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")}));
    }

    void theClockOfAJobStartsWithIt() {
        JobQueue queue;
        queue.enqueue(QStringLiteral("slow"), [](Job&) {
            QThread::msleep(300);
            return QString();
        });
        const quint64 quick = queue.enqueue(QStringLiteral("quick"), [](Job&) { return QString(); });
        QTRY_VERIFY(queue.find(quick)->isOver());
        QVERIFY(queue.find(quick)->seconds < 0.2);
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
