// The queue in the Train workspace: what runs and waits, its order, and the course of a training.
#include "ui/train/queue_panel.h"

#include <QAction>
#include <QLabel>
#include <QTableWidget>
#include <QToolButton>
#include <atomic>

#include "tests/ui/ui_world.h"
#include "ui/session/training_watch.h"
#include "ui/widgets/loss_plot.h"

using namespace segad;
using namespace segad::ui;

class QueuePanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        go_ = std::make_shared<std::atomic<bool>>(false);
        jobs_ = std::make_unique<JobQueue>();
        panel_ = std::make_unique<QueuePanel>(*jobs_);
        panel_->resize(500, 600);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowActive(panel_.get()));
    }

    void cleanup() {
        panel_.reset();
        jobs_.reset();
    }

    void anEmptyQueueSaysWhatToDo() {
        QVERIFY(!table()->isVisible());
        QVERIFY2(words().contains(QStringLiteral("Choose what to train")), qPrintable(words()));
        QVERIFY(!action(tr("Pause"))->isEnabled());
        QVERIFY(!action(tr("Stop"))->isEnabled());
    }

    void itShowsWhatRunsAndWhatWaits() {
        train(QStringLiteral("Train one"));
        train(QStringLiteral("Train two"), 125);
        QTRY_COMPARE(cell(0, 1), QStringLiteral("running"));
        QTRY_COMPARE(cell(0, 2), QStringLiteral("50 %"));
        QCOMPARE(cell(1, 0), QStringLiteral("Train two"));
        QCOMPARE(cell(1, 1), QStringLiteral("waiting"));
        QVERIFY2(!panel_->findChild<LossPlot*>()->isVisible(), "there is no curve to show");
        QCOMPARE(cell(1, 3), QStringLiteral("about 2 min 5 s"));
        *go_ = true;
        QTRY_COMPARE(table()->rowCount(), 0);
        QVERIFY2(words().contains(QStringLiteral("Train two: done after")), qPrintable(words()));
    }

    void theResultFollowsTheScores() {
        QString result;
        panel_->setResults([&](quint64) { return result; });
        train(QStringLiteral("Train one"));
        QTRY_COMPARE(cell(0, 1), QStringLiteral("running"));
        const auto label = [this] {
            for (QLabel* each : panel_->findChildren<QLabel*>())
                if (each->accessibleName() == tr("Result so far")) return each;
            return static_cast<QLabel*>(nullptr);
        };
        QVERIFY(!label()->isVisible());
        QVERIFY2(label()->toolTip().contains(tr("PatchCore learns in a single pass")),
                 qPrintable(label()->toolTip()));
        result = QStringLiteral("AUROC 87.5 % on 4 good and 2 bad test parts");
        panel_->showCourse();
        QVERIFY(label()->isVisible());
        QCOMPARE(label()->text(), result);
        *go_ = true;
        QTRY_COMPARE(table()->rowCount(), 0);
        QVERIFY2(label()->isVisible(), "the result goes with the job");
    }

    void itIsPausedAndGoesOnWithTheKeyboard() {
        train(QStringLiteral("Train one"));
        QTRY_COMPARE(cell(0, 1), QStringLiteral("running"));
        QTest::keyClick(panel_.get(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(cell(0, 1), QStringLiteral("paused"));
        QVERIFY(action(tr("Go on")) != nullptr);
        *go_ = true;
        QTest::qWait(50);
        QCOMPARE(table()->rowCount(), 1);
        QTest::mouseClick(button(tr("Go on")), Qt::LeftButton);
        QTRY_COMPARE(table()->rowCount(), 0);
    }

    void waitingJobsAreMovedAndStopped() {
        train(QStringLiteral("Train one"));
        train(QStringLiteral("Train two"));
        train(QStringLiteral("Train three"));
        QTRY_COMPARE(cell(0, 1), QStringLiteral("running"));
        QCOMPARE(table()->rowCount(), 3);
        clickRow(2);
        QVERIFY(action(tr("Sooner"))->isEnabled());
        QVERIFY(!action(tr("Later"))->isEnabled());
        QTest::keyClick(table(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(cell(1, 0), QStringLiteral("Train three"));
        // It is still the chosen one.
        QVERIFY(!action(tr("Sooner"))->isEnabled());
        QTest::mouseClick(button(tr("Later")), Qt::LeftButton);
        QCOMPARE(cell(1, 0), QStringLiteral("Train two"));
        QTest::keyClick(table(), Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(table()->rowCount(), 2);
        QCOMPARE(cell(1, 0), QStringLiteral("Train two"));
        clickRow(0);
        QTest::mouseClick(button(tr("Stop")), Qt::LeftButton);
        QTRY_COMPARE(table()->rowCount(), 1);
        QTRY_COMPARE(cell(0, 0), QStringLiteral("Train two"));
        *go_ = true;
        QTRY_VERIFY(jobs_->isIdle());
    }

    void theCurveGrowsWhileItTrains() {
        const TrainRequest request{.detector = "efficientad"};
        TrainingWatch::of(*jobs_).start(
            request, QStringLiteral("Train"), 0, {{.step = 5, .loss = 9}},
            [go = go_](const TrainRequest& asked, Job& job) -> RunId {
                for (int step = 10; !*go; step += 10) {
                    asked.onPoint({.step = step, .loss = 1.0 / step, .learningSeconds = step * 0.5});
                    job.progress(static_cast<std::uint64_t>(step), 1000, "loss 0.1");
                    QThread::msleep(5);
                }
                return 1;
            });
        auto* plot = panel_->findChild<LossPlot*>();
        QTRY_VERIFY(plot->points().size() > 4);
        QCOMPARE(plot->points().front().step, std::int64_t{5});
        QVERIFY(plot->isVisible());
        QTRY_VERIFY2(words().contains(QStringLiteral("0.5 s per step")), qPrintable(words()));
        *go_ = true;
        QTRY_VERIFY(jobs_->isIdle());
        QVERIFY(plot->isVisible());
    }

private:
    void train(const QString& title, double expected = 0) {
        TrainingWatch::of(*jobs_).start({}, title, expected, {},
                                        [go = go_](const TrainRequest&, Job& job) -> RunId {
                                            while (true) {
                                                job.progress(1, 2);
                                                if (*go) return 1;
                                                QThread::msleep(1);
                                            }
                                        });
    }

    QTableWidget* table() const { return panel_->findChild<QTableWidget*>(); }
    QString cell(int row, int column) const {
        const QTableWidgetItem* item = table()->item(row, column);
        return item == nullptr ? QString() : item->text();
    }
    void clickRow(int row) {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::NoModifier,
                          table()->visualItemRect(table()->item(row, 0)).center());
    }
    QAction* action(const QString& text) const {
        for (QAction* action : panel_->actions()) {
            if (action->text() == text) return action;
        }
        return nullptr;
    }
    QToolButton* button(const QString& text) const {
        for (QToolButton* button : panel_->findChildren<QToolButton*>()) {
            if (button->text() == text) return button;
        }
        return nullptr;
    }
    QString words() const {
        QStringList list;
        for (const QLabel* label : panel_->findChildren<QLabel*>()) {
            if (label->isVisible()) list << label->text();
        }
        return list.join(QLatin1Char('\n'));
    }

    std::shared_ptr<std::atomic<bool>> go_;
    std::unique_ptr<JobQueue> jobs_;
    std::unique_ptr<QueuePanel> panel_;
};

QTEST_MAIN(QueuePanelTest)
#include "queue_panel_test.moc"
