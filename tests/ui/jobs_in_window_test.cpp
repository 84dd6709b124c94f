// Drag and drop, import, training and their cancelling, as a user does them.
#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QTreeWidget>
#include <atomic>

#include <opencv2/core.hpp>

#include "core/image/image.h"
#include "tests/ui/ui_world.h"
#include "ui/data/import_dialog.h"
#include "ui/inspect/inspect_panel.h"
#include "ui/session/project_session.h"
#include "ui/shell/job_bar.h"
#include "ui/shell/main_window.h"
#include "ui/shell/project_view.h"
#include "ui/viewer/image_canvas.h"

using namespace segad;
using namespace segad::ui;

namespace {
constexpr int kPatience = 60'000;
constexpr int kMany = 300;

/// `count` different pictures in `folder`/train/good.
void fillFolder(const Path& folder, int count) {
    std::filesystem::create_directories(folder / "train" / "good");
    cv::Mat pixels(24, 32, CV_8UC3, cv::Scalar(90, 120, 150));
    for (int i = 0; i < count; ++i) {
        pixels.at<cv::Vec3b>(0, 0) = cv::Vec3b(static_cast<uchar>(i), static_cast<uchar>(i >> 8), 7);
        encodeImage(folder / "train" / "good" / (std::to_string(10'000 + i) + ".png"), pixels);
    }
}

/// What a file manager sends: the drag comes in over `target`, then lets go. True when the drop was taken.
bool drop(QWidget& target, const Path& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QString::fromStdString(path.string()))});
    const QPoint at = target.rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &enter);
    if (!enter.isAccepted()) return false;
    QDropEvent let(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &let);
    return let.isAccepted();
}
}  // namespace

class JobsInWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QSettings().clear();
        world_ = std::make_unique<test::UiWorld>(12);
        window_ = test::openWindow(*world_);
        QVERIFY(window_->session() != nullptr);
    }

    void cleanup() {
        window_.reset();
        world_.reset();
    }

    void aDroppedFolderIsReportedThenImported() {
        const test::TempDir dir;
        fillFolder(dir.path(), 5);
        writeFileAtomically(dir / "train" / "good" / "broken.png", "this is no picture");
        QVERIFY(drop(*window_, dir.path()));
        ImportDialog* dialog = importDialog();
        QPushButton* import = button(*dialog, tr("Import"));
        QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
        // Nothing is committed yet, and the broken file is named with its reason.
        QCOMPARE(stored().size(), std::size_t{12});
        const auto* report = dialog->findChild<QTreeWidget*>();
        bool named = false;
        for (int row = 0; row < report->topLevelItemCount(); ++row)
            named = named || report->topLevelItem(row)->text(1).contains(QStringLiteral("broken.png"));
        QVERIFY(named);
        QTest::mouseClick(import, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(window_->session()->data().parts.size(), std::size_t{17}, kPatience);
        QTRY_VERIFY2(barText().contains(QStringLiteral("done")), qPrintable(barText()));
    }

    void whatIsNotYetOnDiskIsSaid() {
        WriteQueue::setPatience(20);
        const auto saving = [this] {
            for (const QLabel* label : window_->findChild<JobBar*>()->findChildren<QLabel*>())
                if (label->text() == tr("Saving …")) return label->isVisible();
            return false;
        };
        QVERIFY(!saving());
        Project other = Project::open(world_->project());
        std::unique_ptr<Transaction> lock(new Transaction(other.transaction()));
        QTest::keyClick(window_.get(), Qt::Key_2);
        QVERIFY(saving());
        // It is told, and the window goes on.
        QTest::keyClick(window_.get(), Qt::Key_Right);
        QTest::keyClick(window_.get(), Qt::Key_2);
        QVERIFY(saving());
        lock.reset();
        QTRY_VERIFY(!saving());
        QVERIFY(stored().front().label == Label::Bad);
    }

    void aDragOverTheViewerReachesTheWindow() {
        const test::TempDir dir;
        fillFolder(dir.path(), 1);
        auto* canvas = window_->findChild<ImageCanvas*>();
        QVERIFY(!canvas->acceptDrops());  // so Qt hands the drag on to the window
        QVERIFY(window_->acceptDrops());
        writeFileAtomically(dir / "notes.txt", "not an image folder");
        QVERIFY(!drop(*window_, dir / "notes.txt"));
    }

    void aFolderDroppedOnInspectIsOneToInspect() {
        const test::TempDir dir;
        fillFolder(dir.path(), 1);
        window_->view()->setWorkspace(5);
        auto* panel = window_->findChild<InspectPanel*>();
        QVERIFY(drop(*panel, dir.path()));
        QCOMPARE(panel->findChild<QLineEdit*>()->text(), QString::fromStdString(dir.path().string()));
        QVERIFY(importDialog() == nullptr);
        // No field of text swallows a folder.
        for (const QLineEdit* edit : window_->findChildren<QLineEdit*>())
            QVERIFY(!edit->isVisible() || !edit->acceptDrops());
    }

    void aDroppedProjectIsOpened() {
        const test::UiWorld other(4);
        QSignalSpy shown(window_.get(), &MainWindow::projectShown);
        QVERIFY(drop(*window_, other.project()));
        QVERIFY(test::waitFor(shown));
        QCOMPARE(window_->session()->data().parts.size(), std::size_t{4});
    }

    void aCancelledImportLeavesTheProjectAsItWas() {
        const test::TempDir dir;
        fillFolder(dir.path(), kMany);
        QVERIFY(drop(*window_, dir.path()));
        ImportDialog* dialog = importDialog();
        QPushButton* import = button(*dialog, tr("Import"));
        QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
        const auto cancelAtFirstReport = cancelWhenItMoves();
        QTest::mouseClick(import, Qt::LeftButton);
        const JobView* job = lastJobOver();
        QVERIFY(job->state == JobState::Cancelled);
        QVERIFY2(barText().contains(QStringLiteral("cancelled")), qPrintable(barText()));
        QCOMPARE(stored().size(), std::size_t{12});
        const Project project = Project::open(world_->project(), true);
        for (const RunRecord& run : project.runs().all())
            QVERIFY(run.kind != RunKind::Import || run.outcome == RunOutcome::Cancelled);
        disconnect(cancelAtFirstReport);
        // And the same folder can be imported afterwards.
        QVERIFY(drop(*window_, dir.path()));
        import = button(*importDialog(), tr("Import"));
        QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
        QTest::mouseClick(import, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(stored().size(), std::size_t{12 + kMany}, kPatience);
    }

    void theRunningJobIsPausedInTheBar() {
        JobQueue& jobs = window_->session()->jobs();
        const auto enough = std::make_shared<std::atomic<bool>>(false);
        jobs.enqueue(QStringLiteral("steps"), [enough](Job& job) {
            while (!*enough) {
                job.progress(1, 4, "Doing");
                QThread::msleep(1);
            }
            return QString();
        });
        QTRY_VERIFY(barButton(tr("Pause")) != nullptr && barButton(tr("Pause"))->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QTest::keyClick(window_.get(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(barText().contains(QStringLiteral("paused")), qPrintable(barText()));
        QVERIFY(jobs.running()->standing);
        QTest::mouseClick(barButton(tr("Go on")), Qt::LeftButton);
        QTRY_VERIFY2(barText().contains(QStringLiteral("Doing (1 of 4)")), qPrintable(barText()));
        *enough = true;
        QTRY_VERIFY(jobs.isIdle());
    }

    void aCancelledTrainingLeavesNoHalfDetector() {
        window_->view()->setWorkspace(3);
        QAction* train = test::actionWithKey(*window_, QStringLiteral("Ctrl+Shift+T"));
        QVERIFY(train != nullptr);
        QTRY_VERIFY(train->isEnabled());
        const auto cancelAtFirstReport = cancelWhenItMoves();
        train->trigger();
        const JobView* job = lastJobOver();
        disconnect(cancelAtFirstReport);
        QVERIFY2(job->state == JobState::Cancelled, qPrintable(job->message));
        QVERIFY2(barText().contains(QStringLiteral("cancelled after")), qPrintable(barText()));
        QVERIFY(!cancelButton()->isVisible());
        const Project project = Project::open(world_->project(), true);
        const std::vector<RunRecord> runs = project.runs().all();
        const RunRecord& last = runs.back();
        QVERIFY(last.kind == RunKind::Train && last.outcome == RunOutcome::Cancelled);
        QVERIFY(last.modelFile.empty());
        QVERIFY(project.runs().scores(last.id).empty());
        // What was there before is still what the window shows.
        QTRY_COMPARE(window_->session()->data().runs.size(), runs.size());
        QCOMPARE(window_->session()->shownRun(), world_->trainRun());
        QTRY_VERIFY(train->isEnabled());
    }

private:
    std::vector<PartRecord> stored() const { return Project::open(world_->project(), true).parts().all(); }

    ImportDialog* importDialog() const {
        for (ImportDialog* dialog : window_->findChildren<ImportDialog*>()) {
            if (dialog->isVisible()) return dialog;
        }
        return nullptr;
    }

    static QPushButton* button(const QWidget& parent, const QString& text) {
        for (QPushButton* button : parent.findChildren<QPushButton*>()) {
            if (button->text().remove(QLatin1Char('&')) == text) return button;
        }
        return nullptr;
    }

    QToolButton* barButton(const QString& text) const {
        for (QToolButton* button : window_->findChild<JobBar*>()->findChildren<QToolButton*>()) {
            if (button->text() == text) return button;
        }
        return nullptr;
    }
    QToolButton* cancelButton() const { return barButton(QStringLiteral("Cancel")); }

    QString barText() const { return window_->findChild<JobBar*>()->findChild<QLabel*>()->text(); }

    /// Presses Cancel as soon as the next job says what it does, as a hasty user would.
    QMetaObject::Connection cancelWhenItMoves() {
        JobQueue& jobs = window_->session()->jobs();
        return connect(&jobs, &JobQueue::jobChanged, this, [this, &jobs](quint64 id) {
            const JobView* job = jobs.find(id);
            if (job->state == JobState::Running && !job->stopping && !job->status.what.empty())
                cancelButton()->click();
        });
    }

    const JobView* lastJobOver() {
        JobQueue& jobs = window_->session()->jobs();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(jobs.isIdle(), kPatience); }();
        return &jobs.jobs().back();
    }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<MainWindow> window_;
};

QTEST_MAIN(JobsInWindowTest)
#include "jobs_in_window_test.moc"
